"""Paged media: books and standards as HTML for print, the faces they are set in, and the PDF.

`html` turns views into one HTML text each; `fonts` makes the faces once for all of them; `pdf` is the only module that
knows the print engine.
"""
