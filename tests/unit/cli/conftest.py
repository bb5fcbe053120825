"""Runs the program as its users do: as a process, with exit code, both streams, and a language that does not depend on the machine."""

import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

BASE = Path(__file__).parents[2] / "base"
Done = subprocess.CompletedProcess[str]
Run = Callable[..., Done]


@pytest.fixture
def base(tmp_path: Path) -> Path:
    """A copy of the smallest clean project."""
    root = tmp_path / "project"
    shutil.copytree(BASE, root)
    return root


@pytest.fixture
def gkstd(base: Path) -> Run:
    """`gkstd ARGS` in the smallest project; keyword arguments are environment variables."""

    def run(*args: str, **environ: str) -> Done:
        keep = {
            k: v for k, v in os.environ.items() if not k.startswith(("LC_", "LANG", "GKSTD_", "FORCE_", "NO_COLOR"))
        }
        keep |= {"GKSTD_LANG": "en", "PYTHONUTF8": "1", "COLUMNS": "100", **environ}
        command = [sys.executable, "-m", "gkstd", *args]
        return subprocess.run(
            command, cwd=base, env=keep, capture_output=True, text=True, encoding="utf-8", timeout=120, check=False
        )

    return run


@pytest.fixture
def replace(base: Path) -> Callable[[str, str, str], None]:
    """Replace a text that occurs once in a file of the project."""

    def change(name: str, old: str, new: str) -> None:
        path = base / name
        text = path.read_text("utf-8")
        assert text.count(old) == 1
        path.write_text(text.replace(old, new), "utf-8")

    return change
