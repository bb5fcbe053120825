"""Flowcharts: from a process as it is printed to an SVG drawn by us and the PNG of that SVG.

`dot` decides the order of steps, `grid` and `route` where boxes and lines go, `svg` what they look like, `raster` the pixels.
"""
