"""The small valid project of tests/base, with files or parts of objects changed."""

import shutil
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import yaml

from gkstd.diagnostics.explain import Block

BASE = Path(__file__).parent.parent / "base"


def copy_base(target: Path) -> Path:
    """A copy that can be changed."""
    shutil.copytree(BASE, target)
    return target


def overlay(root: Path, blocks: Iterable[Block]) -> None:
    """Put blocks into a project: a whole file, or new members of the object that has the id `part`."""
    for block in blocks:
        file = root / block.file
        file.parent.mkdir(parents=True, exist_ok=True)
        text = _changed(file.read_text(encoding="utf-8"), block) if block.part else block.text
        file.write_text(text, encoding="utf-8")


def _changed(text: str, block: Block) -> str:
    tree = yaml.load(text, yaml.BaseLoader)
    found = [node for node in _mappings(tree) if node.get("id") == block.part]
    assert len(found) == 1, f"{len(found)} objects {block.part} in {block.file}"
    found[0].update(yaml.load(block.text, yaml.BaseLoader))
    return str(yaml.safe_dump(tree, allow_unicode=True, sort_keys=False))


def _mappings(node: Any) -> Iterable[dict[str, Any]]:
    if isinstance(node, dict):
        yield node
        for member in node.values():
            yield from _mappings(member)
    elif isinstance(node, list):
        for member in node:
            yield from _mappings(member)
