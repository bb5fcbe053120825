"""The preview of the portal: build, show it to this machine, build again what a change of the sources changes.

`loop` is the whole of it on one page; `server` is the one module that listens, and it listens on this machine only.
"""
