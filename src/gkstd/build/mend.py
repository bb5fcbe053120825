"""`gkstd check --fix`: mechanical mends written into the source files, and nothing else changed.

In: a loaded project and its findings. Out: the new text of each file, and the files written. An edit is made only where the
text still is what the finding saw, edits never overlap, and the file is parsed again: its tree may differ only by those
edits. Comments and layout stay, since only the characters of an edit are touched.
"""

import os
from collections.abc import Iterable, Mapping, Sequence
from difflib import unified_diff
from pathlib import Path
from typing import Any

from msgspec import Struct

from gkstd.build.atomic import write
from gkstd.diagnostics import Diagnostic, Fix
from gkstd.source.files import Reader
from gkstd.source.parse import parse
from gkstd.text import SourceFile

BOM = b"\xef\xbb\xbf"


class Mended(Struct, frozen=True):
    """One file: its text before and after, and how many findings that mends."""

    file: str
    before: str
    after: str
    count: int


def mend(files: Mapping[str, SourceFile], found: Iterable[Diagnostic]) -> tuple[Mended, ...]:
    """The files with every mend that can be made; of two that overlap the first."""
    by_file: dict[str, list[tuple[Fix, ...]]] = {}
    for one in found:
        homes = {fix.span.file for fix in one.fixes}
        if len(homes) == 1:
            by_file.setdefault(homes.pop(), []).append(one.fixes)
    made = (_file(files[name], groups) for name, groups in sorted(by_file.items()) if name in files)
    return tuple([one for one in made if one is not None])


def save(root: Path, mended: Iterable[Mended]) -> tuple[str, ...]:
    """Write the files, each whole or not at all; those that changed since they were read are left alone and left out."""
    done = []
    for one in mended:
        now = Reader(root).read(one.file)
        if now is None or now.text != one.before:
            continue
        path = root / one.file
        mark = BOM if path.read_bytes().startswith(BOM) else b""
        mode = path.stat().st_mode
        write(path, mark + one.after.encode(), durable=True)
        os.chmod(path, mode & 0o7777)  # noqa: PTH101 - the file that was moved into place has the mode of a new one
        done.append(one.file)
    return tuple(done)


def diff(mended: Iterable[Mended]) -> str:
    """What would be written, as a unified diff."""
    lines = [
        line if line.endswith("\n") else f"{line}\n"
        for one in mended
        for line in unified_diff(
            one.before.splitlines(keepends=True), one.after.splitlines(keepends=True), f"a/{one.file}", f"b/{one.file}"
        )
    ]
    return "".join(lines)


def _file(file: SourceFile, groups: Sequence[tuple[Fix, ...]]) -> Mended | None:
    """All groups that fit; when the tree does not come out as it should, each group is tried by itself."""
    chosen = _apart(file.text, groups)
    after = _edited(file.text, chosen)
    if chosen and _proved(file, after, chosen):
        return Mended(file.id, file.text, after, len(chosen))
    sound = [group for group in chosen if _proved(file, _edited(file.text, [group]), [group])]
    after = _edited(file.text, sound)
    return Mended(file.id, file.text, after, len(sound)) if sound and _proved(file, after, sound) else None


def _apart(text: str, groups: Sequence[tuple[Fix, ...]]) -> list[tuple[Fix, ...]]:
    """Groups whose text is still there and that touch no other group."""
    chosen: list[tuple[Fix, ...]] = []
    taken: list[tuple[int, int]] = []
    for group in sorted(dict.fromkeys(groups), key=lambda g: g[0].span):
        spans = [(fix.span.start, fix.span.end) for fix in group]
        fresh = all(text[fix.span.start : fix.span.end] == fix.old for fix in group)
        if fresh and not any(start < end2 and start2 < end for start, end in spans for start2, end2 in taken):
            chosen.append(group)
            taken += spans
    return chosen


def _edited(text: str, groups: Iterable[tuple[Fix, ...]]) -> str:
    for fix in sorted((fix for group in groups for fix in group), key=lambda fix: fix.span, reverse=True):
        text = text[: fix.span.start] + fix.new + text[fix.span.end :]
    return text


def _proved(file: SourceFile, after: str, groups: Iterable[tuple[Fix, ...]]) -> bool:
    """Whether the text still parses, and its tree is the old one with these edits made in its values."""
    old, _ = parse(file)
    new, faults = parse(SourceFile(file.id, after))
    if old is None or new is None or faults:
        return False
    edits = sorted((fix for group in groups for fix in group), key=lambda fix: fix.span)
    left = _walk(old.value, new.value, edits)
    return left == []


def _walk(old: Any, new: Any, edits: list[Fix]) -> list[Fix] | None:
    """The edits left after those that explain how `new` differs from `old`; None when nothing explains it."""
    if type(old) is not type(new):
        return None
    if isinstance(old, dict | list):
        names = list(old) if isinstance(old, dict) else range(len(old))
        if (list(new) if isinstance(new, dict) else range(len(new))) != names:
            return None
        left: list[Fix] | None = edits
        for name in names:
            left = None if left is None else _walk(old[name], new[name], left)
        return left
    if old == new:
        return edits
    for count in range(1, len(edits) + 1):
        if _explains(old, new, edits[:count]):
            return edits[count:]
    return None


def _explains(old: str, new: str, edits: list[Fix]) -> bool:
    """Whether `new` is `old` with exactly these edits, in this order."""
    if not edits:
        return old == new
    first, *rest = edits
    at = old.find(first.old)
    while at >= 0 and old[:at] == new[:at]:
        if new.startswith(first.new, at) and _explains(old[at + len(first.old) :], new[at + len(first.new) :], rest):
            return True
        at = old.find(first.old, at + 1)
    return False
