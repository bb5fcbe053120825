"""Text → tree. The YAML that gkstd accepts: no tags, no anchors, no repeated keys, strings stay strings.

A builder that the C parser tells its events to: it sees repeated keys, keeps a mark for every key and value, and refuses
what is too large or too deep while reading, before anything is expanded.
"""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any
from unicodedata import is_normalized

import yaml
from yaml import _yaml, events
from yaml._yaml import CParser

from gkstd.diagnostics import Diagnostic, Text
from gkstd.diagnostics.codes import yaml as codes
from gkstd.source.problems import explain
from gkstd.source.tree import Mark, Tree
from gkstd.text import SourceFile, Span

MAX_DEPTH = 64
MAX_NODES = 200_000
NULLS = frozenset(("", "~", "null", "Null", "NULL"))
CONTROL = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u200b\u200c\u200e\u200f\u2028-\u202e\u2060\u2066-\u2069\ufeff\ufffe\uffff]"
)

ESCAPED = re.compile(f"{CONTROL.pattern}|[\r\ud800-\udfff]")
"""What an escape in double quotes may not bring in either; `\\r` in the file itself is an end of line."""

_RETYPE = Text(
    "多半是从网页或 Word 里一起粘贴来的：把这个字符前后的字删去，重新输入",
    "it probably came along with pasted text: delete the word around it and type it again",
)
_NO_ESCAPE = Text("去掉双引号里的转义写法", "take the escape out of the double quotes")
_EMPTY = Text(
    "用不着的文件删去；要写的，用 gkstd new 起草", "delete a file that is not needed; `gkstd new` drafts one that is"
)
_PAIRS = Text("从“键: 值”写起，如 id: eia-approval", "begin with a `key: value` pair, such as `id: eia-approval`")
_ONE = Text("只留一个；想再写一条的，前面要有“- ”", "keep one of them; a further entry of a list begins with `- `")


class _Refused(Exception):  # noqa: N818 - a way out of the builder, not an error of the program
    """The rest of the file cannot be used; carries the diagnostic."""

    def __init__(self, diagnostic: Diagnostic) -> None:
        self.diagnostic = diagnostic


def parse(file: SourceFile) -> tuple[Tree | None, list[Diagnostic]]:
    """The tree of one file and what is wrong with it; no tree where the file cannot be used at all."""
    if bad := CONTROL.search(file.text):
        span = Span(file.id, bad.start(), bad.end())
        return None, [codes.CONTROL.at(span, hints=(_RETYPE,), char=_code_point(bad))]
    builder = _Builder(file)
    try:
        value = builder.build()
    except _Refused as refused:
        return None, [*builder.found, refused.diagnostic]
    except yaml.MarkedYAMLError as error:
        return None, [*builder.found, _syntax(file, error)]
    except yaml.YAMLError as error:
        text = str(error)
        return None, [*builder.found, codes.SYNTAX.at(Span(file.id, 0, 0), problem_zh=text, problem_en=text)]
    if not isinstance(value, dict):
        zh, en = (
            ("空文件", "an empty file")
            if value is None
            else ("列表", "a list")
            if isinstance(value, list)
            else ("文字", "text")
        )
        hints = (_EMPTY if value is None else _PAIRS,)
        builder.found.append(codes.NOT_MAPPING.at(Span(file.id, 0, 0), hints=hints, found_zh=zh, found_en=en))
        return None, builder.found
    if not is_normalized("NFC", file.text):
        builder.found.append(_not_nfc(file))
    return Tree(file, value, builder.marks), builder.found


class _Builder:
    """State of one pass: the container being filled, its marks, and the key that waits for its value.

    The parser calls the class of each event by its name; here a method is called instead, so that no event is made: that
    is a third of the time of parsing.
    """

    def __init__(self, file: SourceFile) -> None:
        self.file = file
        self.marks: dict[int, dict[str | int, Mark]] = {}
        self.found: list[Diagnostic] = []
        self.root: Any = None
        self.holder: Any = None
        self.held: dict[str | int, Mark] = {}
        self.key: tuple[str | None, int, int] | None = None
        self.stack: list[tuple[Any, dict[str | int, Mark]]] = []
        self.nodes = self.documents = 0
        self.ended = False

    def build(self) -> Any:
        """The value of the only document; None for an empty file."""
        parser = CParser(self.file.text)
        next_event = parser.get_event
        try:
            with _told(self):
                while not self.ended:
                    next_event()
        finally:
            parser.dispose()
        return self.root

    def scalar(
        self, anchor: str | None, tag: str | None, implicit: tuple[bool, bool], value: str, first: Any, last: Any,
        style: str
    ) -> None:  # fmt: skip
        """A word: a key, or a value where a key waits for it or in a list."""
        start, end = first.index, last.index
        if anchor is not None or tag is not None:
            raise self._not_plain(anchor, tag, start, end)
        if style == '"' and (bad := ESCAPED.search(value)):
            self.found.append(codes.CONTROL.at(self._at(start, end), hints=(_NO_ESCAPE,), char=_code_point(bad)))
        key = self.key
        if key is None and type(self.holder) is dict:
            self.key = self._key(value, implicit[0], start, end)
            return
        self._count(start)
        said = None if value in NULLS and implicit[0] else value
        if key is not None and key[0] is not None:  # the usual case, spelt out: two values in three come this way
            self.holder[key[0]] = said
            self.held[key[0]] = (key[1], key[2], start, end)
            self.key = None
        else:
            self._put(said, start, end)

    def mapping(self, anchor: str | None, tag: str | None, _: bool, first: Any, last: Any, __: bool) -> None:
        """A mapping begins."""
        self._open(anchor, tag, first, last, {})

    def sequence(self, anchor: str | None, tag: str | None, _: bool, first: Any, last: Any, __: bool) -> None:
        """A list begins."""
        self._open(anchor, tag, first, last, [])

    def close(self, *_: Any) -> None:
        """What holds the container that ends goes on."""
        self.holder, self.held = self.stack.pop()

    def alias(self, anchor: str, first: Any, last: Any) -> None:
        """Refused: what a file says stands where it is read."""
        raise self._alias(anchor, first.index, last.index)

    def document(self, first: Any, last: Any, *_: Any) -> None:
        """One document a file."""
        self.documents += 1
        if self.documents > 1:
            raise _Refused(codes.SEVERAL_DOCUMENTS.at(self._at(first.index, last.index)))

    def skip(self, *_: Any, **__: Any) -> None:
        """Nothing begins or ends here that matters."""

    def end(self, *_: Any) -> None:
        """Nothing more comes."""
        self.ended = True

    def _open(
        self, anchor: str | None, tag: str | None, first: Any, last: Any, value: dict[str, Any] | list[Any]
    ) -> None:
        start = first.index
        if anchor is not None or tag is not None:
            raise self._not_plain(anchor, tag, start, last.index)
        self._count(start)
        if self.key is None and type(self.holder) is dict:
            raise _Refused(codes.KEY_NOT_TEXT.at(Span(self.file.id, start, start + 1)))
        if len(self.stack) >= MAX_DEPTH:
            raise self._too_large(start, "嵌套层数", "nesting", MAX_DEPTH)
        self._put(value, start, start)
        self.stack.append((self.holder, self.held))
        self.holder, self.held = value, {}
        self.marks[id(value)] = self.held

    def _put(self, value: Any, start: int, end: int) -> None:
        """The value goes under the waiting key, at the end of the list, or is the whole."""
        if self.key is not None:
            name, at, until = self.key
            if name is not None:
                self.holder[name] = value
                self.held[name] = (at, until, start, end)
            self.key = None
        elif type(self.holder) is list:
            self.held[len(self.holder)] = (start, end, start, end)
            self.holder.append(value)
        else:
            self.root = value

    def _count(self, start: int) -> None:
        self.nodes += 1
        if self.nodes > MAX_NODES:
            raise self._too_large(start, "节点数", "the number of nodes", MAX_NODES)

    def _key(self, name: str, plain: bool, start: int, end: int) -> tuple[str | None, int, int]:
        if name == "<<" and plain:
            raise self._alias("<<", start, end)
        if name in NULLS and plain:
            raise _Refused(codes.KEY_NOT_TEXT.at(Span(self.file.id, start, max(end, start + 1))))
        first = self.held.get(name)
        if first is None:
            return name, start, end
        label = (Span(self.file.id, first[0], first[1]), Text("第一次出现在这里", "first given here"))
        span = Span(self.file.id, start, end)
        self.found.append(codes.DUPLICATE_KEY.at(span, labels=(label,), hints=(_ONE,), key=name))
        return None, start, end

    def _not_plain(self, anchor: str | None, tag: str | None, start: int, end: int) -> _Refused:
        if anchor is not None:
            return self._alias(f"&{anchor}", start, end)
        return _Refused(codes.TAG.at(self._at(start, end), tag=tag))

    def _alias(self, name: str | None, start: int, end: int) -> _Refused:
        return _Refused(codes.ALIAS.at(self._at(start, end), name=name))

    def _at(self, start: int, end: int) -> Span:
        line_end = self.file.text.find("\n", start)
        return Span(self.file.id, start, max(start, min(end, line_end if line_end >= 0 else end)))

    def _too_large(self, at: int, zh: str, en: str, limit: int) -> _Refused:
        return _Refused(codes.TOO_LARGE.at(Span(self.file.id, at, at + 1), what_zh=zh, what_en=en, limit=limit))


_METHODS = {
    "StreamStartEvent": "skip",
    "StreamEndEvent": "end",
    "DocumentStartEvent": "document",
    "DocumentEndEvent": "skip",
    "AliasEvent": "alias",
    "ScalarEvent": "scalar",
    "SequenceStartEvent": "sequence",
    "SequenceEndEvent": "close",
    "MappingStartEvent": "mapping",
    "MappingEndEvent": "close",
}


@contextmanager
def _told(builder: _Builder) -> Iterator[None]:
    """Within this block the parser tells its events to the builder."""
    for name, method in _METHODS.items():
        setattr(_yaml, name, getattr(builder, method))
    try:
        yield
    finally:
        for name in _METHODS:
            setattr(_yaml, name, getattr(events, name))


def _code_point(found: re.Match[str]) -> str:
    return f"U+{ord(found[0][0]):04X}"


def _syntax(file: SourceFile, error: yaml.MarkedYAMLError) -> Diagnostic:
    mark, opened = error.problem_mark or error.context_mark, error.context_mark
    at = min(mark.index, len(file.text)) if mark else 0
    at, problem, hint = explain(error.problem or str(error), file.text, at, opened.index if opened else None)
    return codes.SYNTAX.at(
        Span(file.id, at, min(at + 1, len(file.text))), hints=hint, problem_zh=problem.zh, problem_en=problem.en
    )


def _not_nfc(file: SourceFile) -> Diagnostic:
    from unicodedata import normalize

    at = 0
    for number, line in enumerate(file.text.split("\n"), 1):
        if not is_normalized("NFC", line):
            at = file.line_starts[number - 1]
            plain = normalize("NFC", line)
            at += next((i for i, (a, b) in enumerate(zip(line, plain, strict=False)) if a != b), 0)
            break
    return codes.NOT_NFC.at(Span(file.id, at, at + 1), text=file.text[at : at + 2].strip())
