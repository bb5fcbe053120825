"""Compiled templates shared by the environments of one batch: each has its own record of reads, none compiles twice.

In: what an environment compiled. Out: the same again for the same name and text. Lives as long as the batch.
"""

from jinja2 import BytecodeCache
from jinja2.bccache import Bucket


class Compiled(BytecodeCache):
    """Bytecode by name, in memory; jinja2 compares the text's checksum before it uses any."""

    def __init__(self) -> None:
        self._codes: dict[str, bytes] = {}

    def load_bytecode(self, bucket: Bucket) -> None:
        """Give what is known."""
        code = self._codes.get(bucket.key)
        if code is not None:
            bucket.bytecode_from_string(code)

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keep what was compiled."""
        self._codes[bucket.key] = bucket.bytecode_to_string()
