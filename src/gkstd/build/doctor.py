"""What this machine needs and whether it has it. Looks; installs nothing, changes nothing."""

import ctypes
import ctypes.util
import os
import shutil
import sys
from collections.abc import Iterator
from importlib.util import find_spec

from msgspec import Struct

from gkstd.diagnostics import Text
from gkstd.render.base import EnvironmentProblem


class Finding(Struct, frozen=True):
    """One thing looked for: its name, what was found (version or path; "" when missing), what it is for, and the packages that bring it."""

    name: str
    found: str
    purpose: Text
    packages: tuple[str, ...] = ()

    @property
    def ok(self) -> bool:
        """Whether it is there."""
        return bool(self.found)


LIBRARIES = (
    ("Pango", ("pango-1.0", "libpango-1.0.so.0"), Text("排版 PDF", "setting PDFs"), "libpangoft2-1.0-0"),
    ("PangoFT2", ("pangoft2-1.0", "libpangoft2-1.0.so.0"), Text("排版 PDF", "setting PDFs"), "libpangoft2-1.0-0"),
    ("Fontconfig", ("fontconfig", "libfontconfig.so.1"), Text("查找字体", "finding fonts"), "libpangoft2-1.0-0"),
    (
        "HarfBuzz subset",
        ("harfbuzz-subset", "libharfbuzz-subset.so.0"),
        Text("快速裁剪字体", "cutting fonts fast"),
        "libharfbuzz-subset0",
    ),
    ("cairo", ("cairo", "libcairo.so.2"), Text("流程图的 PNG 图片", "flowcharts as PNG"), "libcairo2"),
)
MODULES = (
    "click",
    "msgspec",
    "yaml",
    "jinja2",
    "markdown_it",
    "weasyprint",
    "graphviz",
    "cairosvg",
    "uharfbuzz",
    "rich",
)


def examine() -> Iterator[Finding]:
    """Everything a build needs, in order."""
    version = ".".join(map(str, sys.version_info[:3]))
    yield Finding(
        "Python ≥ 3.11",
        version if sys.version_info >= (3, 11) else "",
        Text("运行 gkstd", "running gkstd"),
        ("python3",),
    )
    for name in MODULES:
        yield Finding(f"Python: {name}", "√" if find_spec(name) else "", Text("gkstd 的组成部分", "a part of gkstd"))
    for name, spellings, purpose, package in LIBRARIES:
        yield Finding(name, _library(spellings), purpose, (package,))
    yield Finding("Graphviz dot", shutil.which("dot") or "", Text("绘制流程图", "drawing flowcharts"), ("graphviz",))
    yield from _fonts()
    yield Finding("UTF-8", _utf8(), Text("中文文件名", "Chinese file names"))


def _fonts() -> Iterator[Finding]:
    purpose = Text("印刷字体", "the printed faces")
    try:
        from gkstd.render.paged.faces import PACKAGES, installed

        faces = installed()
        for face in faces:
            yield Finding(face.name, face.path, purpose)
        if not any(face.role == "kai" for face in faces):
            yield Finding(
                "LXGW WenKai", "", Text("楷体；没有时用宋体", "the Kai face; Song without it"), (PACKAGES["kai"],)
            )
    except ImportError:
        return  # uharfbuzz is missing, and has been named above
    except EnvironmentProblem as problem:
        yield Finding(problem.what_zh, "", purpose, problem.packages)


def command(findings: list[Finding]) -> str:
    """The one command that mends all that is missing, as far as packages can."""
    packages = dict.fromkeys(p for f in findings if not f.ok for p in f.packages)
    if not packages:
        return ""
    prefix = "" if os.geteuid() == 0 else "sudo "
    return f"{prefix}apt-get install -y --no-install-recommends {' '.join(packages)}"


def _library(spellings: tuple[str, str]) -> str:
    short, soname = spellings
    try:
        ctypes.CDLL(soname)
    except OSError:
        return ctypes.util.find_library(short) or ""
    return soname


def _utf8() -> str:
    encoding = sys.getfilesystemencoding()
    return encoding if encoding.lower().replace("-", "") == "utf8" else ""
