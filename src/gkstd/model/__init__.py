"""The meaning of a project: frozen values, every name resolved, every Chinese value parsed. No I/O, no places in files."""
