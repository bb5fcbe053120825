"""Sources that are in memory, not in a folder: the files of an earlier edition.

In: names and bytes. Out: a reader like that of a folder. Opens nothing.
"""

from collections.abc import Iterator, Mapping
from pathlib import Path

from gkstd.source.files import MAX_BYTES, Reader


class Held(Reader):
    """Reads what it holds."""

    def __init__(self, files: Mapping[str, bytes]) -> None:
        super().__init__(Path())
        self._files = files

    def has(self, name: str) -> bool:
        """Whether there is such a file."""
        return name in self._files

    def tree(self, folder: str) -> Iterator[str]:
        """Names below a folder, sorted; hidden ones excepted."""
        yield from sorted(name for name in self._files if name.startswith(f"{folder}/") and "/." not in name)

    def _bytes(self, name: str) -> bytes | None:
        data = self._files.get(name)
        return data if data is not None and len(data) <= MAX_BYTES else None
