"""Same sources, same bytes: whatever the jobs, the cache, the order and the hash seed."""

import os
import shutil
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from gkstd.build import executor
from support.kitchen import Kitchen, target

PLATES = [
    target("html/h", "h"),
    *(target(f"site/{n}", str(n), "html/h", cost=n) for n in range(9)),
    target("workbooks/w", "w", act="slow"),
]


@pytest.mark.parametrize("jobs", [1, 2, 3])
def test_jobs_and_cache_change_nothing(
    kitchen: Kitchen, jobs: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(executor, "SMALL", 0)
    monkeypatch.setattr(executor, "can_fork", lambda: True)  # only forked workers know the renderer of the tests
    kitchen.cook(*PLATES)
    expected = kitchen.tree()
    other = Kitchen(tmp_path / "elsewhere" / "deep")
    other.root.mkdir(parents=True)
    other.cook(*reversed(PLATES), jobs=jobs)
    assert other.tree() == expected
    other.cook(*PLATES, jobs=jobs)
    assert other.tree() == expected
    assert other.ran == []
    other.cook(*PLATES, jobs=jobs, caching=False)
    assert len(other.ran) == len(PLATES)
    assert other.tree() == expected


def test_any_executor_will_do(kitchen: Kitchen, tmp_path: Path) -> None:
    kitchen.cook(*PLATES)
    other = Kitchen(tmp_path / "elsewhere")
    other.root.mkdir()
    with ThreadPoolExecutor(3) as threads:
        other.cook(*PLATES, jobs=4, executor=threads)
        assert threads.submit(int, "7").result() == 7  # it is its owner's to end
    assert other.tree() == kitchen.tree()


SCRIPT = """
import sys
from pathlib import Path
from gkstd.build.pipeline import build
result = build(Path(sys.argv[1]), ("site", "data"), jobs=int(sys.argv[2]))
sys.exit(0 if result.written and not result.failed else 1)
"""


@pytest.mark.parametrize(("seed", "zone", "jobs"), [("1", "Asia/Shanghai", "1"), ("2", "America/Lima", "2")])
def test_hash_seed_and_zone_change_nothing(project: Path, seed: str, zone: str, jobs: str, tmp_path: Path) -> None:
    trees = []
    for name, variables in (
        ("one", {"PYTHONHASHSEED": "0", "TZ": "UTC"}),
        ("two", {"PYTHONHASHSEED": seed, "TZ": zone, "LC_ALL": "C"}),
    ):
        root = tmp_path / name
        shutil.copytree(project, root)
        subprocess.run(
            [sys.executable, "-c", SCRIPT, str(root), jobs], env={**os.environ, **variables}, check=True, timeout=120
        )
        folder = root / "build"
        trees.append(
            {
                p.relative_to(folder): p.read_bytes()
                for p in folder.rglob("*")
                if p.is_file() and p.name != ".gkstd-lock"
            }
        )
    assert len(trees[0]) > 10
    assert trees[0] == trees[1]
