"""A new entry written into a file of the project: at the end of a list, in the layout of its neighbours, nothing else touched.

In: a file without faults, the path of a list in it, the entry as text. Out: the new text of the file, or None where it cannot be
told for sure: the text is parsed again, and may differ by that one entry only.
"""

from gkstd.source.parse import parse
from gkstd.source.tree import Path, Tree
from gkstd.text import SourceFile


def appended(file: SourceFile, path: Path, entry: str) -> str | None:
    """The text of the file with the entry, written from the left margin, at the end of the list at `path`."""
    tree, _ = parse(file)
    if tree is None:
        return None
    text, members = file.text, _at(tree.value, path)
    start, end = tree.extent((*path, len(members) - 1))
    line = text.rfind("\n", 0, start) + 1
    dash = text[line:start]
    if dash.strip() != "-":
        return None
    at = _after(text, text.rfind("\n", 0, end) + 1 if end < len(text) else end, dash.index("-"))
    end_of_line = "\r\n" if "\r\n" in text else "\n"
    lines = [f"{dash[: dash.index('-')]}{one}".rstrip() for one in entry.rstrip().split("\n")]
    head = text[:at] + ("" if text[:at].endswith("\n") else end_of_line)
    made = head + end_of_line.join(lines) + end_of_line + text[at:]
    return made if _only_this(tree, path, made) else None


def _after(text: str, end: int, indent: int) -> int:
    """The end of the list's own lines: what is empty before the next thing, or a remark to it, belongs to that."""
    lines = text[:end].splitlines(keepends=True)
    while lines and _not_ours(lines[-1], indent):
        lines.pop()
    return sum(map(len, lines))


def _not_ours(line: str, indent: int) -> bool:
    shown = line.lstrip(" ")
    return not line.strip() or (shown.startswith("#") and len(line) - len(shown) <= indent)


def _only_this(tree: Tree, path: Path, text: str) -> bool:
    made, found = parse(SourceFile(tree.file.id, text))
    if made is None or found:
        return False
    members = _at(made.value, path)
    added = members.pop() if isinstance(members, list) and members else None
    return isinstance(added, dict) and made.value == tree.value


def _at(value: object, path: Path) -> list[object]:
    for step in path:
        value = value[step]  # type: ignore[index]
    assert isinstance(value, list)  # noqa: S101
    return value
