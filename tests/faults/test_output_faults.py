"""The machine refuses: one clear sentence, and the last good build stays."""

import errno
import json
import multiprocessing
import os
import signal
import socket
import subprocess
import sys
import time
from pathlib import Path

import pytest

from gkstd.build import atomic, output
from gkstd.build.interrupt import Terminated
from gkstd.build.machine import MachineError
from gkstd.build.verify import verify
from support.kitchen import Kitchen, target

OLD = tuple(target(f"site/{n}", f"old {n}") for n in range(4))
NEW = tuple(target(f"site/{n}", f"new {n}") for n in range(1, 6))


def refuse(after: int, code: int) -> object:
    """A function that works `after` times and then is refused."""
    calls = [0]

    def wrap(real: object) -> object:
        def call(*args: object, **more: object) -> object:
            calls[0] += 1
            if calls[0] > after:
                raise OSError(code, os.strerror(code))
            return real(*args, **more)  # type: ignore[operator]

        return call

    return wrap


POINTS = [
    (Path, "write_bytes"),
    (Path, "replace"),
    (Path, "mkdir"),
    (atomic, "sync"),
    (atomic, "write"),
    (Path, "unlink"),
]


@pytest.mark.parametrize("code", [errno.ENOSPC, errno.EACCES, errno.EROFS, errno.EIO])
@pytest.mark.parametrize(("owner", "name"), POINTS, ids=[name for _, name in POINTS])
@pytest.mark.parametrize("after", range(4))
def test_a_refusal_is_one_sentence_and_every_file_is_whole(
    kitchen: Kitchen, monkeypatch: pytest.MonkeyPatch, owner: object, name: str, code: int, after: int
) -> None:
    kitchen.cook(*OLD)
    with monkeypatch.context() as patch:
        patch.setattr(owner, name, refuse(after, code)(getattr(owner, name)))  # type: ignore[operator]
        try:
            kitchen.cook(*NEW, caching=False)
        except MachineError as error:
            assert error.code.id == "GK904"
            assert "\n" not in error.text.en
            assert str(kitchen.root) not in error.text.en
    whole = {f"{age} {n}".encode() for age in ("old", "new") for n in range(6)}
    assert all(data in whole for path, data in kitchen.tree().items() if path.startswith("site/"))
    kitchen.cook(*NEW)
    assert [path for path in kitchen.tree() if path.startswith("site/")] == [t.name for t in NEW]
    assert verify(kitchen.root / "build").sound
    assert set(kitchen.tree()) == {".gkstd", "manifest.json", *(t.name for t in NEW)}


def test_before_the_last_moment_nothing_has_changed(kitchen: Kitchen, monkeypatch: pytest.MonkeyPatch) -> None:
    kitchen.cook(*OLD)
    before = kitchen.tree()
    with monkeypatch.context() as patch:
        patch.setattr(output.Output, "_flush", refuse(0, errno.ENOSPC)(None))  # type: ignore[operator]
        with pytest.raises(MachineError, match="the disk is full"):
            kitchen.cook(*NEW)
    assert kitchen.tree() == before


@pytest.mark.parametrize("where", ["Path.replace", "_flush", "_remove", "_settle"])
def test_killed_anywhere_the_next_build_repairs(kitchen: Kitchen, monkeypatch: pytest.MonkeyPatch, where: str) -> None:
    """A child process is killed at the second step of its kind; no cleaning up can run."""
    kitchen.cook(*OLD)
    owner: object = {"Path.replace": Path, "_settle": output}.get(where, output.Output)
    name = where.rpartition(".")[2]
    real, calls = getattr(owner, name), [0]

    def die(*args: object, **more: object) -> object:
        calls[0] += 1
        if calls[0] == (1 if name == "_flush" else 3 if name == "replace" else 2):
            os.kill(os.getpid(), signal.SIGKILL)
        return real(*args, **more)

    def child() -> None:
        setattr(owner, name, die)
        kitchen.cook(*NEW, caching=False)

    process = multiprocessing.get_context("fork").Process(target=child)
    process.start()
    process.join(60)
    assert process.exitcode == -signal.SIGKILL
    kitchen.cook(*NEW)
    assert set(kitchen.tree()) == {".gkstd", "manifest.json", *(t.name for t in NEW)}
    assert all(kitchen.read(f"site/{n}") == f"new {n}" for n in range(1, 6))


def test_what_a_killed_build_wrote_and_nobody_wants_is_pruned(kitchen: Kitchen) -> None:
    """New files were in place, the manifest was not: the journal knows them."""
    kitchen.cook(*OLD)
    build = kitchen.root / "build"
    (build / "site/orphan").write_text("moved, then killed")
    (build / ".gkstd-journal").write_bytes(json.dumps(["site/orphan", "../escape"]).encode())
    (kitchen.root / "escape").write_text("not ours")
    result = kitchen.cook(*OLD)
    assert result.pruned == ("site/orphan",)
    assert (kitchen.root / "escape").exists()
    assert not (build / ".gkstd-journal").exists()


@pytest.mark.parametrize("kind", ["foreign", "link", "git", "file"])
def test_a_folder_that_is_not_ours(kitchen: Kitchen, tmp_path: Path, kind: str) -> None:
    build, mine = kitchen.root / "build", tmp_path / "mine"
    mine.mkdir()
    (mine / "letter.txt").write_text("mine")
    if kind == "link":
        build.symlink_to(mine)
    elif kind == "file":
        build.write_text("mine")
    else:
        build.mkdir()
        (build / ("letter.txt" if kind == "foreign" else ".git")).write_text("mine")
    with pytest.raises(MachineError) as caught:
        kitchen.cook(*OLD)
    assert caught.value.code.id == "GK902"
    assert [path.name for path in mine.iterdir()] == ["letter.txt"]
    assert not (build / "site").exists()


def test_the_project_itself_is_no_output_folder(kitchen: Kitchen, tmp_path: Path) -> None:
    from gkstd.build.folder import refusal

    (kitchen.root / ".gkstd").write_text("forged")
    for folder in (kitchen.root, kitchen.root.parent, Path("/"), Path.home()):
        assert refusal(kitchen.root, folder) is not None, folder
    assert refusal(kitchen.root, tmp_path / "other") is None


def test_a_link_inside_leads_nowhere(kitchen: Kitchen, tmp_path: Path) -> None:
    mine = tmp_path / "mine"
    mine.mkdir()
    (mine / "0").write_text("mine")
    kitchen.cook(target("workbooks/a", "a"))
    (kitchen.root / "build/site").symlink_to(mine)
    with pytest.raises(MachineError) as caught:
        kitchen.cook(*OLD)
    assert caught.value.code.id == "GK902"
    assert {path.name: path.read_text() for path in mine.iterdir()} == {"0": "mine"}


def test_a_forged_manifest_removes_nothing_outside(kitchen: Kitchen, tmp_path: Path) -> None:
    kitchen.cook(*OLD)
    precious = kitchen.root / "precious"
    precious.write_text("mine")
    manifest = kitchen.root / "build/manifest.json"
    text = json.loads(manifest.read_text())
    text["outputs"].append({**text["outputs"][0], "path": "../precious"})
    manifest.write_text(json.dumps(text))
    kitchen.cook(*NEW)
    assert precious.read_text() == "mine"


def hold(kitchen: Kitchen, **changes: object) -> Path:
    """A lock as another build would leave it."""
    kitchen.cook(*OLD)
    lock = kitchen.root / "build/.gkstd-lock"
    owner = {
        "pid": os.getppid(),
        "host": socket.gethostname(),
        "since": "2018-12-31 00:00:00",
        "born": born(os.getppid()),
        **changes,
    }
    lock.write_text(json.dumps(owner))
    return lock


def born(pid: int) -> str:
    from gkstd.build.lock import _born

    return _born(pid)


def test_two_builds_at_once(kitchen: Kitchen) -> None:
    hold(kitchen)
    with pytest.raises(MachineError) as caught:
        kitchen.cook(*NEW)
    assert caught.value.code.id == "GK903"
    assert str(os.getppid()) in caught.value.text.en
    assert kitchen.read("site/0") == "old 0"


def test_another_host_is_believed(kitchen: Kitchen) -> None:
    hold(kitchen, host="elsewhere", pid=1)
    with pytest.raises(MachineError):
        kitchen.cook(*NEW)


@pytest.mark.parametrize("changes", [{"pid": 2**22 + 5}, {"born": "another-boot/1"}], ids=["dead", "number used again"])
def test_a_stale_lock_is_taken_over(kitchen: Kitchen, changes: dict[str, object]) -> None:
    lock = hold(kitchen, **changes)
    kitchen.cook(*NEW)
    assert kitchen.read("site/1") == "new 1"
    assert lock.read_text() == ""


def test_a_lock_of_nonsense_is_no_lock(kitchen: Kitchen) -> None:
    kitchen.cook(*OLD)
    (kitchen.root / "build/.gkstd-lock").write_bytes(b"\xff{")
    kitchen.cook(*NEW)
    assert kitchen.read("site/1") == "new 1"


SLOW = """
import sys
from pathlib import Path
sys.path.insert(0, sys.argv[2])
from gkstd.render import registry
registry.MODULES["fake"] = "support.cooks"
from gkstd.build import executor
executor.SMALL = 0
from support.kitchen import Kitchen, target
kitchen = Kitchen(Path(sys.argv[1]))
print("ready", flush=True)
kitchen.cook(*[target(f"site/{n}", "new", act="slow") for n in range(200)], jobs=int(sys.argv[3]))
"""


@pytest.mark.parametrize("jobs", ["1", "2"])
@pytest.mark.parametrize(("number", "code"), [(signal.SIGINT, 130), (signal.SIGTERM, 143), (signal.SIGKILL, -9)])
def test_interrupted(kitchen: Kitchen, number: int, code: int, jobs: str) -> None:
    kitchen.cook(*OLD)
    before = kitchen.tree()
    command = [sys.executable, "-c", SLOW, str(kitchen.root), str(Path(__file__).parents[1]), jobs]
    process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, start_new_session=True)
    assert process.stdout
    assert process.stdout.readline() == b"ready\n"
    lock = kitchen.root / "build/.gkstd-lock"
    deadline = time.monotonic() + 30
    while not (lock.read_text() and cached(kitchen) > 0) and time.monotonic() < deadline:
        time.sleep(0.02)
    process.send_signal(number)
    ended = process.wait(30)
    assert ended in ({code, -number} if number == signal.SIGINT else {code})
    assert no_children(process.pid)
    assert kitchen.tree() == before
    kitchen.cook(*NEW)
    assert kitchen.read("site/1") == "new 1"


def cached(kitchen: Kitchen) -> int:
    return sum(1 for _ in (kitchen.root / ".gkstd-cache").rglob("*"))


def no_children(group: int) -> bool:
    """Workers end with their parent, even a killed one."""
    for _ in range(100):
        try:
            os.killpg(group, 0)
        except ProcessLookupError:
            return True
        time.sleep(0.05)
    return False


def test_terminated_is_an_exit_code() -> None:
    assert Terminated().code == 143
