"""From a project to the files of `build/`: plan → fingerprint → render → commit.

`pipeline.py` is the whole flow on one page. This package alone writes; it renders nothing itself and imports no engine.
"""
