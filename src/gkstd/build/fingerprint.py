"""The key under which a target's result is kept: a digest of everything known beforehand that decides its bytes.

In: a target, the digests of what it needs, the digest of its engine. Out: hex. Templates are not in it: which ones a
target reads is known only afterwards, so the cache keeps the reads and compares them (`cache.py`). Places are not in it
either: views carry none, so a new comment line changes no key.
"""

from collections.abc import Sequence
from hashlib import sha256

import msgspec
from msgspec import Struct

from gkstd.render.base import Target


class Stored(Struct, frozen=True):
    """An output by what it is: path under `build/`, SHA-256 in hex, size in bytes."""

    path: str
    sha256: str
    size: int


def stored(path: str, data: bytes) -> Stored:
    """The name of some bytes."""
    return Stored(path, sha256(data).hexdigest(), len(data))


_encode = msgspec.msgpack.Encoder(order="deterministic").encode


def fingerprint(target: Target, inputs: Sequence[tuple[Stored, ...]], engine: str) -> str:
    """`inputs` are the outputs of the targets it needs, in the order of `needs`; `engine` is the renderer's digest."""
    kind = type(target.payload)
    shape = f"{kind.__module__}.{kind.__qualname__}"
    return sha256(_encode((target.name, target.renderer, engine, shape, target.payload, inputs))).hexdigest()
