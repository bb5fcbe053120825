"""What is installed on this machine, found without importing or running any of it.

In: names. Out: versions and files. A version is read off a folder's or a library's own name, since importing the engines
to ask them would cost more than a whole build in which nothing changed. What is not found is "", never an error.
"""

# Hundreds of names are looked at in each build, and `Path` would take most of the time.
# ruff: noqa: PTH111, PTH112, PTH113, PTH118, PTH119, PTH120, PTH208

import os
import sys
from collections.abc import Iterator

FONT_SUFFIXES = (".otf", ".ttf", ".ttc", ".otc", ".pfb", ".woff", ".woff2", ".pcf", ".pcf.gz", ".bdf")


def distributions(folders: list[str] | None = None) -> dict[str, str]:
    """Name → version of the Python packages on the path, from the names of their metadata folders."""
    found: dict[str, str] = {}
    for folder in sys.path if folders is None else folders:
        for name in sorted(_names(folder)):
            if name.endswith(".dist-info"):
                package, _, version = name.removesuffix(".dist-info").rpartition("-")
                found.setdefault(package.lower().replace("_", "-").replace(".", "-"), version)
    return found


def library(stem: str) -> str:
    """The real file behind a shared library ("libpango-1.0.so.0"), or ""."""
    return _first(_library_folders(), stem)


def program(name: str) -> str:
    """The real file behind a program on the search path, or ""."""
    return _first([p for p in os.environ.get("PATH", "").split(os.pathsep) if p], name)


def plugins(beside: str, folder: str, prefix: str) -> list[str]:
    """Real files with that prefix in a folder next to a library ("" gives none)."""
    home = os.path.join(os.path.dirname(beside), folder) if beside else ""
    return sorted({os.path.realpath(path) for path in _files(home) if os.path.basename(path).startswith(prefix)})


def fonts() -> list[str]:
    """Real font files that fontconfig may choose from."""
    paths = (path for folder in _font_folders() for path in _files(folder))
    return sorted({os.path.realpath(path) for path in paths if path.lower().endswith(FONT_SUFFIXES)})


def font_rules() -> list[str]:
    """Real configuration files of fontconfig, in the order of their names."""
    own = os.environ.get("FONTCONFIG_FILE", "")
    paths = [own or "/etc/fonts/fonts.conf", "/etc/fonts/local.conf", *_files("/etc/fonts/conf.d")]
    return [os.path.realpath(path) for path in sorted(paths)]


def modules(folder: str) -> list[str]:
    """Python files below a folder, "/"-separated, sorted."""
    found: list[str] = []
    for here, below, names in os.walk(folder):
        below[:] = [name for name in below if name != "__pycache__"]
        found += [f"{here}/{name}".replace(os.sep, "/") for name in names if name.endswith(".py")]
    return sorted(found)


def _font_folders() -> list[str]:
    data = os.environ.get("XDG_DATA_HOME") or os.path.expanduser("~/.local/share")
    shared = (os.environ.get("XDG_DATA_DIRS") or "/usr/local/share:/usr/share").split(os.pathsep)
    unix = [*(os.path.join(p, "fonts") for p in [*shared, data] if p), os.path.expanduser("~/.fonts")]
    mac = ["/System/Library/Fonts", "/Library/Fonts", os.path.expanduser("~/Library/Fonts")]
    windows = [os.path.join(os.environ.get("WINDIR", ""), "Fonts")] if os.name == "nt" else []
    return [*unix, *(mac if sys.platform == "darwin" else []), *windows]


def _library_folders() -> list[str]:
    asked = os.environ.get("LD_LIBRARY_PATH", "").split(":") + os.environ.get("DYLD_LIBRARY_PATH", "").split(":")
    machine = getattr(sys.implementation, "_multiarch", "")
    places = ["/usr/local/lib", f"/usr/lib/{machine}", f"/lib/{machine}", "/usr/lib64", "/usr/lib", "/opt/homebrew/lib"]
    return [p for p in asked if p] + places


def _first(folders: list[str], name: str) -> str:
    for folder in folders:
        path = os.path.join(folder, name)
        if os.path.isfile(path):
            return os.path.realpath(path)
    return ""


def _files(folder: str) -> Iterator[str]:
    """All files below a folder; links to folders are followed by fontconfig, but not out of here twice."""
    seen: set[str] = set()
    stack = [folder] if folder else []
    while stack:
        here = stack.pop()
        real = os.path.realpath(here)
        if real in seen:
            continue
        seen.add(real)
        for name in sorted(_names(here)):
            path = os.path.join(here, name)
            if os.path.isdir(path):
                stack.append(path)
            else:
                yield path


def _names(folder: str) -> list[str]:
    try:
        return os.listdir(folder)
    except OSError:
        return []
