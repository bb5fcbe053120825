"""What decides the bytes of a renderer besides its input: its own code, libraries, programs and fonts.

In: what is installed, by name and content. Out: for each renderer a digest for the cache's keys and the versions that the
manifest names. Imports and runs none of them.
"""

import sys
import zlib
from hashlib import sha256
from pathlib import Path

import msgspec
from msgspec import Struct

import gkstd
from gkstd.build import installed
from gkstd.build.digests import Digests
from gkstd.render import registry


class Needs(Struct, frozen=True):
    """What one renderer stands on: Python packages, shared libraries, programs; whether installed fonts matter."""

    packages: tuple[str, ...] = ()
    libraries: tuple[str, ...] = ()
    programs: tuple[str, ...] = ()
    fonts: bool = False


_TEMPLATES = ("jinja2", "markupsafe", "markdown-it-py", "mdurl", "segno")
_TEXT = (
    "libpango-1.0.so.0",
    "libpangoft2-1.0.so.0",
    "libharfbuzz.so.0",
    "libfontconfig.so.1",
    "libfreetype.so.6",
    "libfribidi.so.0",
)
_PDF = (
    "weasyprint",
    "pydyf",
    "fonttools",
    "tinycss2",
    "tinyhtml5",
    "cssselect2",
    "pyphen",
    "pillow",
    "pikepdf",
    "zopfli",
    "brotli",
)

NEEDS = {
    "paged.html": Needs(_TEMPLATES),
    "paged.fonts": Needs(("uharfbuzz", "fonttools"), fonts=True),
    "paged.pdf": Needs(_PDF, (*_TEXT, "libharfbuzz-subset.so.0"), fonts=True),
    "flowchart": Needs(
        ("graphviz",),
        (*_TEXT, "libpangocairo-1.0.so.0", "libcairo.so.2", "libgvc.so.6", "libcgraph.so.6"),
        ("dot",),
        fonts=True,
    ),
    "site": Needs(_TEMPLATES),
    "data": Needs(),
}


class Engines:
    """Looked up once per build and renderer."""

    def __init__(self, digests: Digests) -> None:
        self._digests = digests
        self._found: dict[str, str] = {}
        self._packages: dict[str, str] | None = None
        self._fonts: str | None = None

    def digest(self, renderer: str) -> str:
        """Hex; changes when anything the renderer stands on does."""
        if renderer not in self._found:
            facts = (self._code(renderer), self.versions(renderer), self._sizes(renderer), sys.version_info[:2])
            self._found[renderer] = sha256(msgspec.msgpack.encode(facts, order="deterministic")).hexdigest()
        return self._found[renderer]

    def versions(self, renderer: str) -> dict[str, str]:
        """Name → version, as the manifest prints them; names of real files stand for versions of libraries."""
        needs = NEEDS.get(renderer, Needs())
        if self._packages is None:
            self._packages = installed.distributions()
        found = {name: self._packages.get(name, "") for name in needs.packages}
        found |= {stem.partition(".so")[0]: Path(installed.library(stem)).name for stem in needs.libraries}
        if needs.fonts:
            found |= {"fonts": self._installed_fonts(), "zlib": zlib.ZLIB_RUNTIME_VERSION}
        return {"gkstd": gkstd.__version__, **dict(sorted(found.items()))}

    def _sizes(self, renderer: str) -> list[int]:
        """Sizes of libraries and programs: distributions rebuild them under the same name."""
        needs = NEEDS.get(renderer, Needs())
        files = [installed.library(stem) for stem in needs.libraries] + [
            installed.program(name) for name in needs.programs
        ]
        if needs.programs:
            files += installed.plugins(installed.library("libgvc.so.6"), "graphviz", "libgvplugin_")
        return [_size(path) for path in files]

    def _installed_fonts(self) -> str:
        """One digest for all fonts and rules that fontconfig may use; where they lie does not matter."""
        if self._fonts is None:
            known = sorted({self._digests.file(path) or "" for path in installed.fonts()})
            rules = [self._digests.file(path) or "" for path in installed.font_rules()]
            self._fonts = sha256("\n".join([*known, "", *rules]).encode()).hexdigest()
        return self._fonts

    def _code(self, renderer: str) -> list[tuple[str, str]]:
        """The renderer's own package, what all renderers share, and the model; not its neighbours."""
        home = Path(gkstd.__file__).parent
        own = _package(renderer)
        others = {_package(name) for name in registry.MODULES} - {own}
        folders = [home / "render", home / "model"]
        files = [path for folder in folders for path in sorted(folder.rglob("*.py"))]
        names = [(path.relative_to(home).as_posix(), str(path)) for path in files]
        return [
            (name, self._digests.file(path) or "") for name, path in names if not name.startswith(tuple(sorted(others)))
        ]


def _package(renderer: str) -> str:
    """ "render/site/" for the renderer of the site."""
    module = registry.MODULES[renderer].split(".")
    return "/".join(module[1:-1]) + "/" if module[:2] == ["gkstd", "render"] else f"{renderer}/"


def _size(path: str) -> int:
    try:
        return Path(path).stat().st_size if path else 0
    except OSError:
        return 0
