"""What is remembered of a text is what parsing and reading it would give; anything else is made anew."""

from pathlib import Path
from typing import Any

import msgspec
import pytest
from msgspec import Raw

from gkstd.source.gather import gather
from gkstd.source.load import Loaded, understand
from gkstd.source.parse import parse
from gkstd.source.remembered import Parts, Remembered
from gkstd.source.tree import Tree
from gkstd.text import SourceFile

EDITION = Path(__file__).parents[3]


def known(parts: Parts) -> Parts:
    """As it comes back from the disk."""
    return msgspec.json.decode(msgspec.json.encode(parts), type=Parts)


def marks(tree: Tree, value: Any) -> list[Any]:
    """The value with the marks of each container in it, in order."""
    inside = value.values() if isinstance(value, dict) else value if isinstance(value, list) else ()
    own = list(tree.marks[id(value)].items()) if isinstance(value, (dict, list)) else []
    return [value, own, *[marks(tree, inner) for inner in inside]]


def unparsed(monkeypatch: pytest.MonkeyPatch) -> None:
    """From here on nothing can be parsed."""
    monkeypatch.setattr("gkstd.source.parse.parse", None)


def test_trees_of_the_edition_come_back_with_every_mark(monkeypatch: pytest.MonkeyPatch) -> None:
    files = gather(EDITION).files
    made = [parse(file)[0] for file in files]
    first = Remembered(Parts())
    for file in files:
        first.parse(file)
    assert first.new
    assert len(first.left.trees) == len(files) > 100
    unparsed(monkeypatch)
    second = Remembered(known(first.left))
    for file, tree in zip(files, made, strict=True):
        again, faults = second.parse(file)
        assert tree
        assert again
        assert not faults
        assert again.file is file
        assert marks(again, again.value) == marks(tree, tree.value)
    assert not second.new


def load(root: Path, parts: Parts) -> tuple[Loaded, Parts, bool]:
    remembered = Remembered(known(parts))
    loaded = understand(gather(root), remembered)
    return loaded, remembered.left, remembered.new


def test_a_project_is_understood_as_it_would_be(base: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    plain = understand(gather(base))
    first, parts, new = load(base, Parts())
    assert new
    unparsed(monkeypatch)
    monkeypatch.setattr("gkstd.model.values.limit.read", None)
    second, left, new = load(base, parts)
    assert not new
    assert left == parts
    assert plain.project == first.project == second.project
    assert plain.diagnostics == first.diagnostics == second.diagnostics


def test_only_what_is_written_otherwise_is_made_anew(base: Path) -> None:
    _, parts, _ = load(base, Parts())
    path = base / "standards/items/demo.yaml"
    path.write_text(path.read_text("utf-8").replace("limit: ", "limit: 公示"), "utf-8")
    loaded, left, new = load(base, parts)
    assert new
    assert len(left.trees.keys() - parts.trees.keys()) == 1
    assert loaded.project == understand(gather(base)).project
    assert loaded.diagnostics == understand(gather(base)).diagnostics


@pytest.mark.parametrize(
    ("old", "new"),
    [
        pytest.param("limit: ", "limt: ", id="a key that nobody knows"),
        pytest.param("limit: ", "limit: 大概 # ", id="a limit that says nothing"),
        pytest.param("basis: [", "basis: [[", id="not YAML"),
        pytest.param("basis: [", "basis: [没有书名号, ", id="a citation left out of the list"),
    ],
)
def test_faults_are_found_again(base: Path, old: str, new: str) -> None:
    """What is dropped for a fault is dropped after its tree was kept."""
    path = base / "standards/items/demo.yaml"
    path.write_text(path.read_text("utf-8").replace(old, new), "utf-8")
    plain = understand(gather(base))
    assert plain.diagnostics
    parts = Parts()
    for _ in range(3):
        loaded, parts, _ = load(base, parts)
        assert loaded.diagnostics == plain.diagnostics
        assert loaded.project == plain.project


@pytest.mark.parametrize("raw", [b"3", b'[{"a":"1"}]', b'[{"a":"1"},[]]', b'[{"a":"1"},[0,1,3]]', b"[{},[0,1,3,4]]"])
def test_what_is_no_tree_is_parsed(raw: bytes) -> None:
    file = SourceFile("t.yaml", "a: 1\n")
    first = Remembered(Parts())
    made, _ = first.parse(file)
    second = Remembered(Parts(dict.fromkeys(first.left.trees, Raw(raw))))
    again, faults = second.parse(file)
    assert made
    assert again
    assert not faults
    assert marks(again, again.value) == marks(made, made.value)
