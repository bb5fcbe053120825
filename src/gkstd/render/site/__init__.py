"""The portal as a folder of plain pages: `pages.py` says which there are, `renderer.py` makes their bytes."""
