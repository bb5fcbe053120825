"""Who does the work."""

import subprocess
import sys

import pytest

from gkstd.build import executor
from gkstd.build.executor import InlineExecutor, local


def test_inline_futures_are_done_or_raise() -> None:
    inline = InlineExecutor()
    assert inline.submit(int, "7").result() == 7
    with pytest.raises(ValueError, match="invalid literal"):
        inline.submit(int, "x").result()


SCRIPT = """
import threading
from gkstd.build.executor import can_fork
alone = can_fork()
stop = threading.Event()
thread = threading.Thread(target=stop.wait)
thread.start()
beside = can_fork()
stop.set()
thread.join()
print(alone, beside, can_fork())
"""


def test_no_fork_beside_a_thread() -> None:
    done = subprocess.run([sys.executable, "-c", SCRIPT], capture_output=True, text=True, timeout=60, check=True)
    assert done.stdout == "True False True\n"


@pytest.mark.parametrize("forks", [True, False], ids=["fork", "spawn"])
def test_a_pool_works_either_way(monkeypatch: pytest.MonkeyPatch, forks: bool) -> None:
    monkeypatch.setattr(executor, "can_fork", lambda: forks)
    workers = local(2)
    workers.start(["flowchart"], executor.SMALL)
    try:
        assert [future.result(60) for future in [workers.submit(int, str(n)) for n in range(5)]] == list(range(5))
    finally:
        workers.close(now=False)


@pytest.mark.parametrize(
    ("renderers", "cost", "alone"),
    [
        (["flowchart"], executor.SMALL - 1, True),
        (["flowchart", "site"], executor.SMALL, False),
        (["data", "site"], executor.MANY - 1, True),
        (["data", "site"], executor.MANY, False),
    ],
)
def test_little_work_starts_no_pool(renderers: list[str], cost: int, alone: bool) -> None:
    workers = local(8)
    workers.start(renderers, cost)
    assert isinstance(workers._executor, InlineExecutor) == alone
    workers.close(now=False)
