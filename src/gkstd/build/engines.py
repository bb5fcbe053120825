"""What decides the bytes of a renderer besides its input: its own code, libraries, programs and fonts.

In: what is installed, by name and content. Out: for each renderer a digest for the cache's keys and the versions that the
manifest names. Imports and runs none of them.
"""

import sys
import zlib
from functools import cache
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
_CHARTS = Needs(
    ("graphviz", "jinja2", "markupsafe"),
    (*_TEXT, "libpangocairo-1.0.so.0", "libcairo.so.2", "libgvc.so.6", "libcgraph.so.6"),
    ("dot",),
)

NEEDS = {
    "paged.html": Needs(_TEMPLATES),
    "paged.fonts": Needs(("uharfbuzz", "fonttools"), fonts=True),
    "paged.pdf": Needs(_PDF, (*_TEXT, "libharfbuzz-subset.so.0"), fonts=True),
    "flowchart": _CHARTS,
    "flowchart.sheets": _CHARTS,
    "flowchart.poster": _CHARTS,
    "flowchart.picture": Needs(
        ("cairosvg", "cairocffi", "cssselect2", "pillow", "tinycss2", "uharfbuzz"),
        (*_TEXT, "libcairo.so.2"),
        ("fc-match",),
        fonts=True,
    ),
    "site": Needs((*_TEMPLATES, "opencc", "pypinyin", "pikepdf")),
    "image": Needs(),
    "data": Needs(),
}


class Engines:
    """Looked up once per build: what the renderers share is looked at once for all of them."""

    def __init__(self, digests: Digests) -> None:
        self._digests = digests
        self.digest = cache(self._digest)
        self.versions = cache(self._versions)
        self._library = cache(installed.library)
        self._packages = cache(installed.distributions)
        self._fonts = cache(self._installed_fonts)
        self._code = cache(self._all_code)

    def _digest(self, renderer: str) -> str:
        """Hex; changes when anything the renderer stands on does."""
        facts = (self._own_code(renderer), self.versions(renderer), self._sizes(renderer), sys.version_info[:2])
        return sha256(msgspec.msgpack.encode(facts, order="deterministic")).hexdigest()

    def _versions(self, renderer: str) -> dict[str, str]:
        """Name → version, as the manifest prints them; names of real files stand for versions of libraries."""
        needs = NEEDS.get(renderer, Needs())
        found = {name: self._packages().get(name, "") for name in needs.packages}
        found |= {stem.partition(".so")[0]: Path(self._library(stem)).name for stem in needs.libraries}
        if needs.fonts:
            found |= {"fonts": self._fonts(), "zlib": zlib.ZLIB_RUNTIME_VERSION}
        return {"gkstd": gkstd.__version__, **dict(sorted(found.items()))}

    def _sizes(self, renderer: str) -> list[int]:
        """Sizes of libraries and programs: distributions rebuild them under the same name."""
        needs = NEEDS.get(renderer, Needs())
        files = [self._library(stem) for stem in needs.libraries] + [installed.program(name) for name in needs.programs]
        if needs.programs:
            files += installed.plugins(self._library("libgvc.so.6"), "graphviz", "libgvplugin_")
        return [_size(path) for path in files]

    def _installed_fonts(self) -> str:
        """One digest for all fonts and rules that fontconfig may use; where they lie does not matter."""
        known = sorted({self._digests.file(path) or "" for path in installed.fonts()})
        rules = [self._digests.file(path) or "" for path in installed.font_rules()]
        return sha256("\n".join([*known, "", *rules]).encode()).hexdigest()

    def _own_code(self, renderer: str) -> list[tuple[str, str]]:
        """The renderer's own package, what all renderers share, and the model; not its neighbours."""
        own = _package(renderer)
        others = tuple(sorted({_package(name) for name in registry.MODULES} - {own}))
        return [(name, digest) for name, digest in self._code() if not name.startswith(others)]

    def _all_code(self) -> list[tuple[str, str]]:
        """(name in the package, digest) of all modules that can decide bytes."""
        home = str(Path(gkstd.__file__).parent)
        paths = [path for folder in ("render", "model") for path in installed.modules(f"{home}/{folder}")]
        return [(path[len(home) + 1 :], self._digests.file(path) or "") for path in paths]


def _package(renderer: str) -> str:
    """ "render/site/" for the renderer of the site."""
    module = registry.MODULES[renderer].split(".")
    return "/".join(module[1:-1]) + "/" if module[:2] == ["gkstd", "render"] else f"{renderer}/"


def _size(path: str) -> int:
    try:
        return Path(path).stat().st_size if path else 0
    except OSError:
        return 0
