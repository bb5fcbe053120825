"""The explanation of each code: one Markdown page in `explain/`, in Chinese and English, with examples.

In: a code (`GK203`, `gk203` or `dangling-reference`). Out: its page as a value, and as text for a terminal. The pages
are the only explanations there are: `gkstd explain`, the reference and the tests of the examples read the same files.

A page has the sections 中文, English, Example that fails and Example that passes. An example is fenced YAML blocks, each
with the project file it stands for; `file#id` is a part of the file, the members to change in the object of that id. A
word in the section such as `--as-of 2019-01-10` gives the day asked about. Codes that no YAML can cause have a section
Example with the situation, first in Chinese, then in English.
"""

import re
from datetime import date
from importlib.resources import files
from importlib.resources.abc import Traversable

from msgspec import Struct

_FOLDER = "explain"
_SECTION = re.compile(r"^## (.+)\n", re.MULTILINE)
_FENCE = re.compile(
    r"^```yaml (?P<file>[^\s#]+)(?:#(?P<part>\S+))?(?P<escaped> escaped)?\n(?P<text>.*?)^```$", re.M | re.S
)
_AS_OF = re.compile(r"--as-of (\d{4}-\d{2}-\d{2})")
_ESCAPE = re.compile(r"\\u([0-9a-f]{4})")
_WORDS = {
    "zh": {"fails": "这样会报告", "passes": "这样可以", "example": "例子", "part": "{file}，编号 {part} 的一条"},
    "en": {
        "fails": "This is reported",
        "passes": "This is fine",
        "example": "Example",
        "part": "{file}, in the entry {part}",
    },
}


class Block(Struct, frozen=True):
    """YAML for one project file: all of it, or (`part` is an id) the members to change in one object of it."""

    file: str
    part: str
    text: str


class Example(Struct, frozen=True):
    """Blocks that together make one example; `on` is the day asked about where it is not the edition's own."""

    blocks: tuple[Block, ...]
    on: date | None


class Page(Struct, frozen=True):
    """One explanation. Codes without YAML have no `fails` and `passes` but a `situation` in both languages."""

    id: str
    name: str
    zh: str
    en: str
    fails: Example | None
    passes: Example | None
    situation: tuple[str, str]


def explain(code: str) -> Page | None:
    """The page of a code, asked for by number or by name; None for an unknown one."""
    wanted = code.strip().lower()
    for file in _pages():
        stem = file.name.removesuffix(".md").lower()
        if wanted in (stem, stem.partition("-")[0], stem.partition("-")[2]):
            return read(file.read_text(encoding="utf-8"))
    return None


def pages() -> tuple[Page, ...]:
    """All pages, by code."""
    return tuple(read(file.read_text(encoding="utf-8")) for file in _pages())


def read(markdown: str) -> Page:
    """The text of a page as a value; missing sections are empty."""
    head, *rest = _SECTION.split(markdown)
    sections = {title: body.strip() for title, body in zip(rest[::2], rest[1::2], strict=True)}
    id, _, name = head.strip().removeprefix("# ").partition(" ")
    chinese, _, english = sections.get("Example", "").partition("\n\n")
    return Page(
        id=id,
        name=name,
        zh=sections.get("中文", ""),
        en=sections.get("English", ""),
        fails=_example(sections.get("Example that fails", "")),
        passes=_example(sections.get("Example that passes", "")),
        situation=(chinese, english),
    )


def as_text(page: Page, lang: str) -> str:
    """The page in one language, for a terminal."""
    chinese, words = lang != "en", _WORDS["en" if lang == "en" else "zh"]
    pieces = [f"{page.id} {page.name}", page.zh if chinese else page.en]
    for example, word in ((page.fails, words["fails"]), (page.passes, words["passes"])):
        if example:
            day = f" (--as-of {example.on})" if example.on else ""
            pieces.append(f"{word}{day}{'：' if chinese else ':'}")
            pieces += [_block(block, words["part"]) for block in example.blocks]
    if page.situation[0]:
        pieces.append(f"{words['example']}{'：' if chinese else ': '}{page.situation[0 if chinese else 1]}")
    return "\n\n".join(pieces) + "\n"


def _pages() -> list[Traversable]:
    folder = files("gkstd.diagnostics") / _FOLDER
    return sorted((file for file in folder.iterdir() if file.name.endswith(".md")), key=lambda file: file.name)


def _example(section: str) -> Example | None:
    found = tuple(
        Block(fence["file"], fence["part"] or "", _unescape(fence["text"]) if fence["escaped"] else fence["text"])
        for fence in _FENCE.finditer(section)
    )
    day = _AS_OF.search(section)
    return Example(found, date.fromisoformat(day[1]) if day else None) if found else None


def _unescape(text: str) -> str:
    """Invisible characters are written as escapes on the page, where they can be seen."""
    return _ESCAPE.sub(lambda match: chr(int(match[1], 16)), text)


def _block(block: Block, part: str) -> str:
    title = part.format(file=block.file, part=block.part) if block.part else block.file
    shown = "".join(char if char == "\n" or char.isprintable() else f"\\u{ord(char):04x}" for char in block.text)
    lines = "\n".join(f"    {line}" for line in shown.rstrip("\n").split("\n"))
    return f"    # {title}\n{lines}"
