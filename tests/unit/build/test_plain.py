"""What earlier runs left is read as what a stranger may have put there."""

import os
from pathlib import Path

import pytest

from gkstd.build import plain


def test_a_plain_file_is_read(tmp_path: Path) -> None:
    (tmp_path / "a").write_bytes(b"one\ntwo")
    assert plain.read(tmp_path / "a") == b"one\ntwo"


@pytest.mark.parametrize("made", ["link", "endless", "pipe", "folder", "nothing"])
def test_what_is_no_plain_file_is_none(tmp_path: Path, made: str) -> None:
    there, file = tmp_path / "a", tmp_path / "b"
    file.write_bytes(b"x")
    if made in ("link", "endless"):
        there.symlink_to(file if made == "link" else "/dev/zero")
    elif made == "pipe":
        os.mkfifo(there)
    elif made == "folder":
        there.mkdir()
    with pytest.raises(OSError, match="a"):
        plain.read(there)


@pytest.mark.parametrize(
    "body", [b"", b"{", b"[1]", b'["a"', b'["\xff"]', b"[" * 300_000, b"[" * 300_000 + b"]" * 300_000]
)
def test_what_is_no_such_value_is_none(body: bytes) -> None:
    assert plain.decoded(b'["a"]', list[str]) == ["a"]
    assert plain.decoded(body, list[str]) is None
