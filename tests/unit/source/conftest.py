"""Projects of a few lines, written to a temporary folder, and the shortest way to ask where a finding is."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from gkstd.diagnostics import Diagnostic
from gkstd.source.load import Loaded, load
from gkstd.source.parse import parse
from gkstd.source.tree import Tree
from gkstd.text import SourceFile

BASE = Path(__file__).parents[2] / "base"


@pytest.fixture
def base(tmp_path: Path) -> Path:
    """A copy of the smallest clean project."""
    root = tmp_path / "project"
    shutil.copytree(BASE, root)
    return root


@pytest.fixture
def edit(base: Path) -> Callable[..., Loaded]:
    """Replace text in one file of the smallest project (each text must occur exactly once) and load it."""

    def change(name: str, *changes: tuple[str, str]) -> Loaded:
        path = base / name
        text = path.read_text("utf-8")
        for old, new in changes:
            assert text.count(old) == 1, f"{old!r} occurs {text.count(old)} times in {name}"
            text = text.replace(old, new)
        path.write_text(text, "utf-8")
        return load(base)

    return change


@pytest.fixture
def tree() -> Callable[[str], Tree]:
    """The tree of a text that must be sound."""

    def build(text: str) -> Tree:
        made, found = parse(SourceFile("t.yaml", text))
        assert made is not None
        assert not found
        return made

    return build


@pytest.fixture
def where() -> Callable[[Loaded, str], list[str]]:
    """`file:line:column` of every finding with a code, in the order of the report."""

    def places(loaded: Loaded, code: str) -> list[str]:
        return [_place(loaded, d) for d in loaded.diagnostics if d.code == code]

    return places


def _place(loaded: Loaded, d: Diagnostic) -> str:
    line, column = loaded.files[d.span.file].locate(d.span.start) if d.span.file in loaded.files else (0, 0)
    return f"{d.span.file}:{line}:{column}"
