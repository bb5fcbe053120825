"""Search as a folder of scripts: `entries.py` says what can be found, `pack.py` which files it fills, `script.py` their bytes."""
