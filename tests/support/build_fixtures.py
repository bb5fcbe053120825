"""Fixtures for tests of the builder; each folder's conftest takes them from here."""

import shutil
from pathlib import Path

import pytest

from gkstd.render import registry
from support.kitchen import Kitchen


@pytest.fixture
def kitchen(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Kitchen:
    """A project in which the renderer "fake" is `support.cooks`."""
    monkeypatch.setitem(registry.MODULES, "fake", "support.cooks")
    root = tmp_path / "project"
    root.mkdir()
    return Kitchen(root)


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A copy of the smallest clean project."""
    root = tmp_path / "base"
    shutil.copytree(Path(__file__).parents[1] / "base", root)
    return root
