"""The command line: click only. One command per file; exit codes are decided here and nowhere else."""
