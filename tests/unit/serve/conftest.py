"""The preview as its users have it: a process of its own on a free port, in a copy of the smallest project."""

import shutil
import signal
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from serve_helpers import Preview

BASE = Path(__file__).parents[2] / "base"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    folder = tmp_path / "project"
    shutil.copytree(BASE, folder)
    return folder


@pytest.fixture
def change(root: Path) -> Callable[[str, str], None]:
    """Replace a text that occurs once in the items."""

    def write(old: str, new: str) -> None:
        file = root / "standards/items/demo.yaml"
        text = file.read_text("utf-8")
        assert text.count(old) == 1
        file.write_text(text.replace(old, new), "utf-8")

    return write


@pytest.fixture
def preview(root: Path) -> Iterator[Callable[..., Preview]]:
    made: list[Preview] = []

    def start(*options: str) -> Preview:
        made.append(Preview(root, *options))
        return made[-1]

    yield start
    for one in made:
        if one.process.poll() is None:
            one.end(signal.SIGKILL)
