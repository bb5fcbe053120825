"""Renderers by name. A module is imported only when something has to be rendered: a no-op build imports none of them."""

from importlib import import_module
from typing import cast

from gkstd.render.base import Renderer

MODULES = {
    "flowchart": "gkstd.render.flowchart.renderer",
    "flowchart.sheets": "gkstd.render.flowchart.print",
    "flowchart.poster": "gkstd.render.flowchart.poster",
    "flowchart.picture": "gkstd.render.flowchart.picture",
    "paged.html": "gkstd.render.paged.html",
    "paged.fonts": "gkstd.render.paged.fonts",
    "paged.pdf": "gkstd.render.paged.pdf",
    "site": "gkstd.render.site.renderer",
    "image": "gkstd.render.image.renderer",
    "data": "gkstd.render.data.renderer",
}


def renderer(name: str) -> Renderer:
    """The renderer of that name, imported now."""
    return cast("Renderer", import_module(MODULES[name]))
