"""First drafts for editors: a template of the package → a new file of the project, or a project of its own.

In: a kind, its values. Out: the file below `standards/`, or text to be put into one (`insert.py`). A template is `templates/new/<kind>.yaml`;
its first lines, beginning with `#!`, say where it goes (`path`; without one the text is for pasting), which values it wants
(with `?` if they may be missing: their line is then left out), and what to do `then`. `templates/new/project/` is a whole project, each file at its place. Never overwrites, never writes elsewhere.
"""

import re
from collections.abc import Mapping
from datetime import date
from itertools import accumulate
from pathlib import Path
from unicodedata import normalize

import msgspec
from msgspec import Struct

import gkstd
from gkstd.build.machine import writing
from gkstd.build.paths import inside
from gkstd.source.parse import ESCAPED
from gkstd.source.records.base import Line, Slug

_FOLDER = Path(gkstd.__file__).parent / "templates" / "new"
_HEAD = re.compile(r"#! (\w+): (.+)")
_FIELD = re.compile(r"\{([a-z_]+)\}")
_PLAIN = re.compile(r"[\w（）《》〔〕“”：·—-]+")
_NOT_TEXT = re.compile(r"[0-9._+-]*|0[xo]\w+|true|false|null|yes|no|on|off|y|n", re.IGNORECASE)
_HIDDEN = {"gitignore": ".gitignore"}
"""Files that begin with a dot would be easily lost among the templates."""


class Skeleton(Struct, frozen=True):
    """`path` is "" for text to be pasted; `wants` are names of values, `may` those that may be missing."""

    path: str
    wants: tuple[str, ...]
    may: tuple[str, ...]
    then: tuple[str, ...]
    text: str


def kinds() -> tuple[str, ...]:
    """What there are templates for."""
    return tuple(sorted(path.stem for path in _FOLDER.glob("*.yaml")))


def skeleton(kind: str) -> Skeleton:
    """The template of a kind that exists."""
    lines = (_FOLDER / f"{kind}.yaml").read_text("utf-8").splitlines(keepends=True)
    head = {found[1]: found[2].strip() for line in lines if (found := _HEAD.match(line))}
    wants = [name.strip() for name in head.get("wants", "").split(",") if name.strip()]
    return Skeleton(
        path=head.get("path", ""),
        wants=tuple([name.rstrip("?") for name in wants]),
        may=tuple([name.rstrip("?") for name in wants if name.endswith("?")]),
        then=tuple([step.strip() for step in head.get("then", "").split(";") if step.strip()]),
        text="".join([line for line in lines if not _HEAD.match(line)]),
    )


def drafted(kind: str, values: Mapping[str, str], on: date) -> dict[str, str]:
    """The one file of a kind that has a path, by its name."""
    made = skeleton(kind)
    known = {**values, **drafting(on, values["title"])}
    return {filled(made.path, known): filled(made.text, known)}


def drafting(on: date, title: str) -> dict[str, str]:
    """For a standard: the edition of GB/T 1.1 in force on the day of the project, and a number still to be given."""
    new = on >= date(2020, 10, 1)
    return {
        "drafting": f"GB/T 1.1—{2020 if new else 2009}",
        "own": "本文件" if new else "本标准",
        "verb": {"规程": "确立", "指南": "提供"}.get(title[-2:], "规定"),
        "number": f"Q/XXXX 000—{on.year}",
    }


def project(values: Mapping[str, str]) -> dict[str, str]:
    """The files of a new project by name, with their values."""
    folder = _FOLDER / "project"
    names = sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file())
    return {_HIDDEN.get(name, name): filled((folder / name).read_text("utf-8"), values) for name in names}


def filled(text: str, values: Mapping[str, str]) -> str:
    """The text with its values as YAML scalars, `{plain_x}` as they are; a line that wants a missing value is left out."""
    kept = [
        line for line in text.splitlines(keepends=True) if all(_value(name, values) for name in _FIELD.findall(line))
    ]
    return _FIELD.sub(lambda found: _value(found[1], values), "".join(kept))


def scalar(text: str) -> str:
    """A YAML scalar that means exactly this text, quoted where it must be."""
    if _PLAIN.fullmatch(text) and not _NOT_TEXT.fullmatch(text) and text[0] not in "-":
        return text
    return msgspec.json.encode(text).decode()


def is_id(text: str) -> bool:
    """Whether the source language takes this for an id."""
    try:
        return bool(msgspec.convert(text, Slug))
    except msgspec.ValidationError:
        return False


def as_title(text: str) -> str | None:
    """The text as a title of the source language; None if it cannot be one."""
    title = normalize("NFC", text.strip())
    try:
        return None if ESCAPED.search(title) else msgspec.convert(title, Line)
    except msgspec.ValidationError:
        return None


def place(root: Path, path: str) -> Path | None:
    """Where a new file goes; None if that is not below `standards/` or leads through a link."""
    return inside(root, path) if path.startswith("standards/") else None


def create(root: Path, path: str, text: str) -> bool:
    """Write the file; False if there is one already."""
    target = place(root, path)
    if target is None:
        raise ValueError(path)
    return _written(target, path, text)


def found(root: Path, files: Mapping[str, str]) -> tuple[str, ...]:
    """Write all files of a new project; if anything is where one of them or its folder would be, none, and that is given back.

    Only a `.gitignore` that is there is left as it is, since a new repository often has one.
    """
    with writing(str(root)):
        root.mkdir(parents=True, exist_ok=True)
        there = [one for path in files if path not in _HIDDEN.values() and (one := _in_the_way(root, path))]
    if there:
        return tuple(dict.fromkeys(there))
    for path, text in files.items():
        _written(root / path, path, text)
    return ()


def _in_the_way(root: Path, path: str) -> str:
    """The file, or the link or file among its folders, that is there already; "" if the way is free."""
    *folders, _ = (root / part for part in accumulate(path.split("/"), "{}/{}".format))
    for folder in folders:
        if folder.is_symlink() or (folder.exists() and not folder.is_dir()):
            return folder.relative_to(root).as_posix()
    return path if (root / path).exists() or (root / path).is_symlink() else ""


def _written(target: Path, path: str, text: str) -> bool:
    try:
        with writing(path):
            target.parent.mkdir(parents=True, exist_ok=True)
            if target.exists() or target.is_symlink():
                return False
            with target.open("x", encoding="utf-8", newline="\n") as file:
                file.write(text)
    except FileExistsError:
        return False
    return True


def _value(name: str, values: Mapping[str, str]) -> str:
    """A name that is not a value of this template stands for itself: braces of YAML are left alone."""
    if name.startswith("plain_"):
        return " ".join(values.get(name.removeprefix("plain_"), "").split())
    return scalar(values[name]) if values.get(name) else ""
