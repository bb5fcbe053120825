"""What the reader opens, what it refuses, and that it never follows, blocks or guesses."""

import os
import socket
from pathlib import Path

import pytest

from gkstd.source import files
from gkstd.source.files import MAX_BYTES, MAX_FOLDERS, Reader


def reasons(reader: Reader) -> list[tuple[str, str]]:
    return [(d.code, d.message.en) for d in reader.found]


def test_a_file_is_read_with_its_line_ends_as_written(tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_bytes("甲: 1\r\n".encode())
    reader = Reader(tmp_path)
    file = reader.read("a.yaml")
    assert file is not None
    assert (file.id, file.text) == ("a.yaml", "甲: 1\r\n")
    assert not reader.found


def test_a_byte_order_mark_is_dropped(tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_bytes(b"\xef\xbb\xbfa: 1\n")
    file = Reader(tmp_path).read("a.yaml")
    assert file is not None
    assert file.text == "a: 1\n"


def test_gbk_is_refused_at_its_first_bad_byte_with_the_way_out(tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_bytes("a: 1\nb: 环境\n".encode("gbk"))
    reader = Reader(tmp_path)
    assert reader.read("a.yaml") is None
    (found,) = reader.found
    assert (found.code, found.span.start) == ("GK006", 8)
    assert "UTF-8" in found.hints[0].en


@pytest.mark.parametrize("kind", ["fifo", "socket", "folder", "link", "dangling link", "device link"])
def test_only_regular_files_are_opened_and_nothing_blocks(
    tmp_path: Path, kind: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "a.yaml"
    match kind:
        case "fifo":
            os.mkfifo(path)
        case "socket":
            monkeypatch.chdir(tmp_path)  # socket paths are short
            socket.socket(socket.AF_UNIX).bind("a.yaml")
        case "folder":
            path.mkdir()
        case "link":
            (tmp_path / "real").write_text("a: 1\n")
            path.symlink_to("real")
        case "dangling link":
            path.symlink_to("nowhere")
        case "device link":
            path.symlink_to("/dev/zero")
    reader = Reader(tmp_path)
    assert reader.read("a.yaml") is None
    assert [code for code, _ in reasons(reader)] == ["GK112"]


def test_a_file_above_the_limit_is_not_read(tmp_path: Path) -> None:
    with (tmp_path / "a.yaml").open("wb") as out:
        out.truncate(MAX_BYTES + 1)  # sparse: takes no room
    reader = Reader(tmp_path)
    assert reader.read("a.yaml") is None
    assert [code for code, _ in reasons(reader)] == ["GK005"]


def test_a_file_at_the_limit_is_read(tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_bytes(b"a" * MAX_BYTES)
    file = Reader(tmp_path).read("a.yaml")
    assert file is not None
    assert len(file.text) == MAX_BYTES


def test_a_missing_file_and_a_forbidden_one_say_why(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    reader = Reader(tmp_path)
    assert reader.read("gone.yaml") is None

    def forbidden(*_: object) -> int:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(files.os, "open", forbidden)  # the tests may run as root, whom no file mode stops
    assert reader.read("shut.yaml") is None
    assert [why.rpartition(": ")[2] for _, why in reasons(reader)] == ["no such file", "permission denied"]


def test_a_folder_is_listed_deeply_in_order_without_hidden_files(tmp_path: Path) -> None:
    for name in ("s/b.yaml", "s/a/z.yaml", "s/.hidden.yaml", "s/.git/x.yaml", "s/a.yaml", "s/甲.yaml"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text("")
    assert list(Reader(tmp_path).tree("s")) == ["s/a.yaml", "s/a/z.yaml", "s/b.yaml", "s/甲.yaml"]


def test_links_in_a_folder_are_reported_and_not_entered(tmp_path: Path) -> None:
    (tmp_path / "outside").mkdir()
    (tmp_path / "outside" / "x.yaml").write_text("")
    (tmp_path / "s").mkdir()
    (tmp_path / "s" / "loop").symlink_to(tmp_path / "s")
    (tmp_path / "s" / "out").symlink_to(tmp_path / "outside")
    reader = Reader(tmp_path)
    assert list(reader.tree("s")) == []
    assert reasons(reader) == [
        (c, m) for c, m in reasons(reader) if c == "GK112" and m.endswith("links are not followed")
    ]
    assert len(reader.found) == 2


def test_a_folder_that_is_itself_a_link_is_not_entered(tmp_path: Path) -> None:
    (tmp_path / "outside").mkdir()
    (tmp_path / "outside" / "x.yaml").write_text("")
    (tmp_path / "s").symlink_to("outside")
    reader = Reader(tmp_path)
    assert list(reader.tree("s")) == []
    assert [code for code, _ in reasons(reader)] == ["GK112"]


def test_a_missing_folder_is_empty(tmp_path: Path) -> None:
    reader = Reader(tmp_path)
    assert list(reader.tree("nowhere")) == []
    assert not reader.found


def test_a_file_where_a_folder_is_expected_is_reported(tmp_path: Path) -> None:
    (tmp_path / "s").write_text("")
    reader = Reader(tmp_path)
    assert list(reader.tree("s")) == []
    assert [code for code, _ in reasons(reader)] == ["GK112"]


def test_the_number_of_files_is_limited(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(files, "MAX_FILES", 2)
    (tmp_path / "s").mkdir()
    for name in "abc":
        (tmp_path / "s" / name).write_text("")
    reader = Reader(tmp_path)
    assert list(reader.tree("s")) == ["s/a", "s/b"]
    assert [code for code, _ in reasons(reader)] == ["GK005"]


def test_folders_too_deep_are_refused_not_followed(tmp_path: Path) -> None:
    deep = tmp_path / "standards" / "/".join(["d"] * 400)
    deep.mkdir(parents=True)
    reader = Reader(tmp_path)
    assert list(reader.tree("standards")) == []
    assert [(found.code, found.span.file.count("/")) for found in reader.found] == [("GK005", MAX_FOLDERS + 1)]


def test_a_name_that_is_no_text_is_refused(tmp_path: Path) -> None:
    folder = tmp_path / "templates"
    folder.mkdir()
    try:
        (folder / os.fsdecode(b"\xff.html")).write_text("x")
    except OSError:
        pytest.skip("this file system knows no such names")
    reader = Reader(tmp_path)
    assert list(reader.tree("templates")) == []
    assert [found.code for found in reader.found] == ["GK112"]
