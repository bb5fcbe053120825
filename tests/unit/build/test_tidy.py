"""The cache stays within its bound, and what is in use stays."""

import os
from pathlib import Path

import pytest

from gkstd.build.cache import SMALL, Cache, Trace
from gkstd.build.tidy import tidy
from gkstd.render.base import Artifact, Output

both = pytest.mark.parametrize("size", [1000, SMALL], ids=["with its trace", "on its own"])


def filled(root: Path, size: int) -> tuple[Cache, list[Trace]]:
    cache = Cache(root, lambda _: None)
    traces = []
    for number in range(10):
        traces.append(
            cache.keep(f"{number:064}", Artifact(f"t{number}", (Output(f"site/{number}", bytes([number]) * size),)))
        )
        for path in root.rglob("*"):
            if path.is_file() and path.stat().st_mtime_ns > 10**17:
                os.utime(path, ns=(number, number * 10**9))
    return cache, traces


@both
def test_the_oldest_unused_go_first(tmp_path: Path, size: int) -> None:
    cache, traces = filled(tmp_path / "c", size)
    tidy(tmp_path / "c", {f"{0:064}", traces[0].outputs[0].sha256}, bound=6 * size)
    left = [number for number in range(10) if cache.find(f"{number:064}")]
    assert left[0] == 0
    assert left[-1] == 9
    assert 1 not in left
    total = sum(
        path.stat().st_size
        for kind in ("objects", "traces")
        for path in (tmp_path / "c/v1" / kind).rglob("*")
        if path.is_file()
    )
    assert total <= 6 * size


@both
def test_within_the_bound_nothing_goes_but_old_rubbish(tmp_path: Path, size: int) -> None:
    cache, traces = filled(tmp_path / "c", size)
    shelf = tmp_path / "c/v1/objects/00"
    shelf.mkdir(parents=True, exist_ok=True)
    (shelf / ".tmp-1-1").write_text("abandoned")
    os.utime(shelf / ".tmp-1-1", ns=(0, 0))
    (shelf / ".tmp-2-2").write_text("being written")
    tidy(tmp_path / "c", set())
    assert all(cache.find(f"{number:064}") == trace for number, trace in enumerate(traces))
    assert sorted(path.name for path in shelf.iterdir() if path.name.startswith(".tmp")) == [".tmp-2-2"]


def test_the_folder_marks_itself(tmp_path: Path) -> None:
    filled(tmp_path / "c", 1)
    assert (tmp_path / "c/CACHEDIR.TAG").read_text().startswith("Signature: 8a477f597d28d172789f06886806bc55")
    assert (tmp_path / "c/.gitignore").read_text() == "*\n"
