"""Who does the work."""

import threading

import pytest

from gkstd.build import executor
from gkstd.build.executor import InlineExecutor, can_fork, local


def test_inline_futures_are_done_or_raise() -> None:
    inline = InlineExecutor()
    assert inline.submit(int, "7").result() == 7
    with pytest.raises(ValueError, match="invalid literal"):
        inline.submit(int, "x").result()


def test_no_fork_beside_a_thread() -> None:
    assert can_fork()
    stop = threading.Event()
    thread = threading.Thread(target=stop.wait)
    thread.start()
    try:
        assert not can_fork()
    finally:
        stop.set()
        thread.join()


@pytest.mark.parametrize("forks", [True, False], ids=["fork", "spawn"])
def test_a_pool_works_either_way(monkeypatch: pytest.MonkeyPatch, forks: bool) -> None:
    monkeypatch.setattr(executor, "can_fork", lambda: forks)
    workers = local(2)
    workers.start(["data"], executor.SMALL)
    try:
        assert [future.result(60) for future in [workers.submit(int, str(n)) for n in range(5)]] == list(range(5))
    finally:
        workers.close(now=False)


def test_little_work_starts_no_pool() -> None:
    workers = local(8)
    workers.start(["data"], executor.SMALL - 1)
    assert isinstance(workers._executor, InlineExecutor)
    workers.close(now=False)
