"""gkstd: the compiler for disclosure standards.

`load` reads a project, `check` says all that is wrong with it, `build_project` turns it into handbooks, charts and a portal.
Names are imported when first used: `import gkstd` costs nothing.
"""

from typing import TYPE_CHECKING, Any

__version__ = "0.1.0"
__all__ = ["Diagnostic", "Project", "build_project", "check", "load"]

_HOMES = {
    "Diagnostic": "gkstd.diagnostics:Diagnostic",
    "Project": "gkstd.model.project:Project",
    "build_project": "gkstd.build.pipeline:build",  # not `build`: that is the package, once anything has imported it
    "check": "gkstd.build.check:check",
    "load": "gkstd.source.load:load",
}

if TYPE_CHECKING:
    from gkstd.build.check import check
    from gkstd.build.pipeline import build as build_project
    from gkstd.diagnostics import Diagnostic
    from gkstd.model.project import Project
    from gkstd.source.load import load


def __getattr__(name: str) -> Any:
    if name not in _HOMES:
        raise AttributeError(f"module 'gkstd' has no attribute {name!r}")
    from importlib import import_module

    home, _, attribute = _HOMES[name].partition(":")
    return getattr(import_module(home), attribute)
