"""Discover and read: the one place that opens files of a project for reading.

Only regular files below the project folder, reached without following a link, of at most 4 MiB, in UTF-8.
"""

import os
import stat
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

from gkstd.diagnostics import Diagnostic, Text
from gkstd.diagnostics.codes import schema, yaml
from gkstd.text import SourceFile, Span

MAX_BYTES = 4 * 1024 * 1024
MAX_FILES = 20_000
MAX_FOLDERS = 32
"""How deep folders may lie in each other."""
PROJECT = "gkstd.yaml"
OFFICE = (b"PK\x03\x04", b"\xd0\xcf\x11\xe0")
"""How files of Word and Excel begin."""
PICTURES = (b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff")


_SAVE_AS = Text(
    "用“另存为”再存一次，编码选 UTF-8（不要选 ANSI、GBK、GB 18030 或 Unicode）",
    "save the file again as UTF-8 (not ANSI, GBK, GB 18030 or UTF-16)",
)
_PACKED = Text(
    "这是 Word 或 Excel 的文件，只是改了名：把内容写成文本文件",
    "this is a file of Word or Excel under another name: write its content as text",
)


class Reader:
    """Reads below one root and collects what it had to refuse."""

    def __init__(self, root: Path) -> None:
        self.root, self._folder = root, str(root)
        self.found: list[Diagnostic] = []
        self.refused: list[str] = []

    def has(self, name: str) -> bool:
        """Whether there is such a file or link."""
        return (self.root / name).exists()

    def tree(self, folder: str) -> Iterator[str]:
        """Names (project-relative, "/"-separated) of all files below a folder, sorted; hidden ones and links excepted."""
        if (self.root / folder).is_symlink():
            self._refuse(folder, "不跟随符号链接", "links are not followed")
            return
        for count, name in enumerate(sorted(self._walk(folder))):
            if count >= MAX_FILES:
                self._refuse_large(folder, "文件数", "the number of files", MAX_FILES)
                return
            yield name

    def _walk(self, folder: str) -> Iterator[str]:
        try:
            entries = sorted(os.scandir(self.root / folder), key=lambda e: e.name)
        except FileNotFoundError:
            return
        except OSError as error:
            self._refuse(folder, error.strerror or str(error), error.strerror or str(error))
            return
        for entry in entries:
            name = f"{folder}/{entry.name}"
            if entry.name.startswith("."):
                continue
            if entry.is_symlink():
                self._refuse(name, "不跟随符号链接", "links are not followed")
            elif not _is_text(entry.name):
                self._refuse(name, "名称不是 UTF-8 编码", "its name is not UTF-8")
            elif entry.is_dir(follow_symlinks=False):
                if name.count("/") > MAX_FOLDERS:
                    self._refuse_large(name, "文件夹的层数", "the depth of folders", MAX_FOLDERS)
                else:
                    yield from self._walk(name)
            else:
                yield name

    def read(self, name: str) -> SourceFile | None:
        """One text, or None with a diagnostic (GK112, GK005, GK006)."""
        data = self._bytes(name)
        return None if data is None else self._decode(name, data)

    def image(self, name: str) -> bytes | None:
        """One picture, or None with a diagnostic: PNG or JPEG, since both are nothing but pixels (GK112, GK005)."""
        data = self._bytes(name)
        if data is not None and not data.startswith(PICTURES):
            self._refuse(name, "不是 PNG 或 JPEG 图像", "not a PNG or JPEG picture")
            return None
        return data

    def _bytes(self, name: str) -> bytes | None:
        try:
            handle = os.open(
                f"{self._folder}{os.sep}{name}", os.O_RDONLY | os.O_NOFOLLOW | os.O_CLOEXEC | os.O_NONBLOCK
            )
        except OSError as error:
            self._refuse(name, *_why(error))
            return None
        try:
            about = os.fstat(handle)
            if not stat.S_ISREG(about.st_mode):
                self._refuse(name, "不是普通文件", "not a regular file")
                return None
            if about.st_size > MAX_BYTES:
                self._refuse_large(name, "文件大小（字节）", "the size in bytes", MAX_BYTES)
                return None
            data = os.read(handle, about.st_size + 1)
            while len(data) < about.st_size and (more := os.read(handle, MAX_BYTES)):
                data += more
        except OSError as error:
            self._refuse(name, *_why(error))
            return None
        finally:
            os.close(handle)
        return data

    def _decode(self, name: str, data: bytes) -> SourceFile | None:
        try:
            return SourceFile(name, data.removeprefix(b"\xef\xbb\xbf").decode())
        except UnicodeDecodeError as error:
            self.refused.append(name)
            good = data[: error.start].decode()
            span = Span(name, len(good), len(good) + 1)
            hint = _PACKED if data.startswith(OFFICE) else _SAVE_AS
            self.found.append(yaml.NOT_UTF8.at(span, hints=(hint,), line=good.count("\n") + 1))
            return None

    def _refuse_large(self, name: str, zh: str, en: str, limit: int) -> None:
        self.refused.append(name)
        self.found.append(yaml.TOO_LARGE.at(Span(name, 0, 0), what_zh=zh, what_en=en, limit=limit))

    def _refuse(self, name: str, zh: str, en: str) -> None:
        self.refused.append(name)
        self.found.append(schema.UNREADABLE.at(Span(name, 0, 0), file=name, why_zh=zh, why_en=en))


Stamp = tuple[int, int, int, int]


def stamps(root: Path) -> dict[str, Stamp]:
    """What tells a changed file from the same one, for every name a load would look at. Nothing is opened."""
    reader = Reader(root)
    names = [PROJECT, *reader.tree("standards"), *reader.tree("templates")]
    found: dict[str, Stamp] = {}
    for name in (*names, *reader.refused):
        with suppress(OSError):
            about = (root / name).lstat()
            found[name] = (about.st_mtime_ns, about.st_ctime_ns, about.st_size, about.st_ino)
    return found


def _is_text(name: str) -> bool:
    """Whether a name is text: bytes that are not UTF-8 come as lone surrogates."""
    return name.isascii() or not any("\ud800" <= c <= "\udfff" for c in name)


def _why(error: OSError) -> tuple[str, str]:
    if error.errno in (40, 62):  # ELOOP, on Linux and elsewhere: the last part of the path is a link
        return "不跟随符号链接", "links are not followed"
    if isinstance(error, FileNotFoundError):
        return "文件不存在", "no such file"
    if isinstance(error, PermissionError):
        return "没有读取权限", "permission denied"
    return error.strerror or str(error), error.strerror or str(error)
