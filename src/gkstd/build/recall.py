"""Answers of earlier runs: what `check` found and what a build came to, each under a digest of all that decided it.

In: questions (digests) and answers. Out: the same answers, or None. One small file in the cache folder, sealed; whatever is
wrong with it, nothing is known. An answer counts only in the very folder it was written in: a cache that came along
with a checkout or a copy is none, so that nobody can hand in a clean report together with a faulty project.
"""

import os
import stat
import sys
from collections.abc import Mapping
from contextlib import suppress
from hashlib import sha256
from pathlib import Path
from typing import TypeVar

import msgspec
from msgspec import Raw

import gkstd
from gkstd.build import atomic, installed, plain
from gkstd.build.cache import FOLDER, TAG, opened
from gkstd.build.digests import seal, stamps, unseal
from gkstd.source.gather import Gathered

T = TypeVar("T")
NAME, PARTS = "answers.json", "parts.json"
"""Files of answers: those that may be all that is asked for, and what only work needs."""
MOST, LARGEST = 12, 1 << 20
"""Answers kept, and bytes one may have."""
_READERS = ("msgspec", "pyyaml")


def grounds(given: Gathered) -> str:
    """The digests of the gkstd that reads and of all bytes of a project; "" where part of them could not be read."""
    if given.head is None or given.found:
        return ""
    packages = installed.distributions()
    home = str(Path(gkstd.__file__).parent)
    reader = (gkstd.__version__, stamps(home), sys.version, [packages.get(name) for name in _READERS])
    total = sha256()
    for name, data in given.parts():
        total.update(f"\n{name}\n{len(data)}\n".encode())
        total.update(data)
    return f"{sha256(repr(reader).encode()).hexdigest()} {total.hexdigest()}"


def of_reader(grounds: str) -> str:
    """The half of grounds that holds for every project: what gkstd makes of the same values."""
    return grounds.partition(" ")[0]


def question(grounds: str, *asked: object) -> str:
    """What is asked on these grounds; "" on none, which has no answer."""
    return sha256(repr((grounds, asked)).encode()).hexdigest() if grounds else ""


class Recall:
    """The answers kept for the project in `root`, in a file of its own name."""

    def __init__(self, root: Path, name: str = NAME, largest: int = LARGEST) -> None:
        self._root, self._name, self._largest = root / FOLDER, name, largest

    def find(self, asked: str, kind: type[T]) -> T | None:
        """The answer to a question, if it is known here."""
        folder = opened(self._root, make=False) if asked else None
        raw = self._read(folder).get(self._key(asked)) if folder else None
        return None if raw is None else plain.decoded(raw, kind)

    def keep(self, asked: str, answer: object, others: Mapping[str, object] = {}) -> None:
        """Note an answer, and those to other questions with it; not being able to is no error, only slower."""
        folder = opened(self._root, make=True) if asked else None
        if folder is None:
            return
        known = self._read(folder)
        for question, said in {asked: answer, **others}.items():
            key, body = self._key(question), msgspec.json.encode(said)
            known.pop(key, None)
            if question and len(body) <= self._largest:
                known[key] = Raw(body)
        entries = list(known.items())[-MOST:]
        with suppress(OSError):
            atomic.write(folder / self._name, seal(msgspec.json.encode(entries)))

    def _key(self, asked: str) -> str:
        """The question in this folder: the file system alone decides what its tag's stamp is."""
        try:
            about = (self._root / TAG).lstat()
        except OSError:
            return ""
        if not stat.S_ISREG(about.st_mode):
            return ""
        here = (about.st_ino, about.st_ctime_ns, about.st_mtime_ns, os.path.realpath(self._root))
        return sha256(repr((asked, here)).encode()).hexdigest()

    def _read(self, folder: Path) -> dict[str, Raw]:
        """What is kept, oldest first."""
        try:
            body = unseal(plain.read(folder / self._name))
        except OSError:
            return {}
        entries = plain.decoded(body or b"[]", list[tuple[str, Raw]]) or []
        return {key: raw for key, raw in entries if key}
