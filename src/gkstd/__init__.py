"""gkstd: the compiler for disclosure standards.

`load` reads a project, `check` says all that is wrong with it, `build` turns it into handbooks, charts and a portal.
Names are imported when first used: `import gkstd` costs nothing.
"""

from typing import TYPE_CHECKING, Any

__version__ = "0.1.0"
__all__ = ["Diagnostic", "Project", "build", "check", "load"]

_HOMES = {
    "Diagnostic": "gkstd.diagnostics",
    "Project": "gkstd.model.project",
    "build": "gkstd.build.pipeline",
    "check": "gkstd.build.check",
    "load": "gkstd.source.load",
}

if TYPE_CHECKING:
    from gkstd.build.check import check
    from gkstd.build.pipeline import build
    from gkstd.diagnostics import Diagnostic
    from gkstd.model.project import Project
    from gkstd.source.load import load


def __getattr__(name: str) -> Any:
    if name not in _HOMES:
        raise AttributeError(f"module 'gkstd' has no attribute {name!r}")
    from importlib import import_module

    return getattr(import_module(_HOMES[name]), name)
