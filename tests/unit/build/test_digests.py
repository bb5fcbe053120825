"""Files are read again only when they changed, and a doubtful memory is none."""

import os
import time
from pathlib import Path

import pytest

from gkstd.build import digests
from gkstd.build.digests import Digests, seal, unseal


def test_what_is_known_is_not_read_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file, table = tmp_path / "f", tmp_path / "table"
    file.write_text("one")
    first = Digests(table)
    expected = first.file(str(file))
    time.sleep(0.1)  # past the clock's tick
    first.save()
    monkeypatch.setattr(digests, "_read", lambda _: "read again")
    assert Digests(table).file(str(file)) == expected
    before = file.stat()
    file.write_text("two")
    os.utime(file, ns=(before.st_atime_ns, before.st_mtime_ns))
    assert Digests(table).file(str(file)) == "read again"


def test_a_file_touched_a_moment_ago_is_not_remembered(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file, table = tmp_path / "f", tmp_path / "table"
    file.write_text("one")
    monkeypatch.setattr(digests.time, "time_ns", lambda: file.stat().st_ctime_ns + 1)
    memory = Digests(table)
    memory.file(str(file))
    memory.save()
    monkeypatch.setattr(digests, "_read", lambda _: "read again")
    assert Digests(table).file(str(file)) == "read again"


def test_links_pipes_and_folders_are_no_files(tmp_path: Path) -> None:
    (tmp_path / "link").symlink_to(tmp_path / "x")
    (tmp_path / "x").write_text("x")
    os.mkfifo(tmp_path / "pipe")
    memory = Digests(None)
    assert memory.file(str(tmp_path / "link")) is None
    assert memory.file(str(tmp_path)) is None
    assert memory.file(str(tmp_path / "pipe")) is None
    assert memory.file(str(tmp_path / "absent")) is None


@pytest.mark.parametrize("at", range(0, 80, 7))
def test_a_seal_breaks_with_every_bit(at: int) -> None:
    sealed = bytearray(seal(b'{"some": "text of a table"}'))
    assert unseal(bytes(sealed))
    sealed[at] ^= 1
    assert unseal(bytes(sealed)) is None
