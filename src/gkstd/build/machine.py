"""What goes wrong with the machine, not with the input: a full disk, a folder that is not ours, a build under way.

In: what the system said. Out: `MachineError`, one clear sentence in both languages; the command line prints it and exits
with 3. Never a traceback for the user, never raised for bad input.
"""

import errno
from collections.abc import Iterator
from contextlib import contextmanager

from gkstd.diagnostics import Code, Text
from gkstd.diagnostics.codes.build import WRITE_FAILED

_REASONS = {
    errno.ENOSPC: Text("磁盘已满", "the disk is full"),
    errno.EDQUOT: Text("超出磁盘配额", "the disk quota is used up"),
    errno.EACCES: Text("没有权限", "permission denied"),
    errno.EPERM: Text("没有权限", "permission denied"),
    errno.EROFS: Text("文件系统只读", "the file system is read-only"),
    errno.EMFILE: Text("打开的文件太多", "too many files are open"),
    errno.ENFILE: Text("打开的文件太多", "too many files are open"),
    errno.EIO: Text("磁盘读写出错", "the disk reports an error"),
    errno.ENAMETOOLONG: Text("文件名太长", "the file name is too long"),
    errno.EISDIR: Text("那里有一个同名的文件夹", "a folder of that name is in the way"),
    errno.EEXIST: Text("那里有一个同名的文件", "a file of that name is in the way"),
    errno.ENOTDIR: Text("那里有一个同名的文件", "a file of that name is in the way"),
}


class MachineError(Exception):
    """One thing the machine refuses. `text` says it in both languages; nothing of the last good build is lost."""

    def __init__(self, code: Code, **values: object) -> None:
        self.code = code
        self.text: Text = code.message.fill(**values)
        super().__init__(self.text.en)

    @property
    def what_zh(self) -> str:
        """The sentence in Chinese, under the name the command line asks every refusal of the machine for."""
        return self.text.zh

    @property
    def what_en(self) -> str:
        """The sentence in English."""
        return self.text.en


def write_failed(path: str, error: OSError) -> MachineError:
    """What an OSError while writing `path` (project-relative) means."""
    reason = _REASONS.get(error.errno or 0)
    said = error.strerror or type(error).__name__
    why = reason or Text(said, said)
    return MachineError(WRITE_FAILED, path=path, why_zh=why.zh, why_en=why.en)


@contextmanager
def writing(path: str) -> Iterator[None]:
    """Turns an OSError inside into a MachineError that names `path`."""
    try:
        yield
    except OSError as error:
        raise write_failed(path, error) from error
