"""Text → tree. The YAML that gkstd accepts: no tags, no anchors, no repeated keys, strings stay strings.

A builder over the C parser's event stream: it sees repeated keys, keeps a mark for every key and value, and refuses
what is too large or too deep while reading, before anything is expanded.
"""

import re
from collections.abc import Callable
from typing import Any
from unicodedata import is_normalized

import yaml
from yaml import events
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
    """State of one pass over the events: the container being filled, its marks, and the key that waits for its value."""

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

    def build(self) -> Any:
        """The value of the only document; None for an empty file."""
        parser = CParser(self.file.text)
        try:
            self._read(parser.get_event)
        finally:
            parser.dispose()
        return self.root

    def _read(self, next_event: Callable[[], Any]) -> None:
        while True:
            event = next_event()
            kind = type(event)
            if kind is events.ScalarEvent:
                self._scalar(event)
            elif kind is events.MappingStartEvent:
                self._open(event, {})
            elif kind is events.SequenceStartEvent:
                self._open(event, [])
            elif kind is events.MappingEndEvent or kind is events.SequenceEndEvent:
                self.holder, self.held = self.stack.pop()
            elif kind is events.StreamEndEvent:
                return
            else:
                self._other(event)

    def _scalar(self, event: Any) -> None:
        start, end = event.start_mark.index, event.end_mark.index
        if event.anchor is not None or event.tag is not None:
            raise self._not_plain(event)
        if event.style == '"' and (bad := ESCAPED.search(event.value)):
            self.found.append(codes.CONTROL.at(self._at(event), hints=(_NO_ESCAPE,), char=_code_point(bad)))
        holder, key = self.holder, self.key
        if key is None and type(holder) is dict:
            self.key = self._key(event, self.held, start, end)
            return
        self._count(start)
        value = event.value
        if value in NULLS and event.implicit[0]:
            value = None
        if key is not None and key[0] is not None:  # the usual case, spelt out: two values in three come this way
            holder[key[0]] = value
            self.held[key[0]] = (key[1], key[2], start, end)
            self.key = None
        else:
            self._put(value, start, end)

    def _open(self, event: Any, value: dict[str, Any] | list[Any]) -> None:
        start = event.start_mark.index
        if event.anchor is not None or event.tag is not None:
            raise self._not_plain(event)
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

    def _other(self, event: Any) -> None:
        if type(event) is events.AliasEvent:
            raise self._alias(event, event.anchor)
        if type(event) is events.DocumentStartEvent:
            self.documents += 1
            if self.documents > 1:
                raise _Refused(codes.SEVERAL_DOCUMENTS.at(self._at(event)))

    def _key(self, event: Any, held: dict[str | int, Mark], start: int, end: int) -> tuple[str | None, int, int]:
        name = event.value
        if name == "<<" and event.implicit[0]:
            raise self._alias(event, "<<")
        if name in NULLS and event.implicit[0]:
            raise _Refused(codes.KEY_NOT_TEXT.at(Span(self.file.id, start, max(end, start + 1))))
        first = held.get(name)
        if first is None:
            return name, start, end
        label = (Span(self.file.id, first[0], first[1]), Text("第一次出现在这里", "first given here"))
        span = Span(self.file.id, start, end)
        self.found.append(codes.DUPLICATE_KEY.at(span, labels=(label,), hints=(_ONE,), key=name))
        return None, start, end

    def _not_plain(self, event: Any) -> _Refused:
        if event.anchor is not None:
            return self._alias(event, f"&{event.anchor}")
        return _Refused(codes.TAG.at(self._at(event), tag=event.tag))

    def _alias(self, event: Any, name: str | None) -> _Refused:
        return _Refused(codes.ALIAS.at(self._at(event), name=name))

    def _at(self, event: Any) -> Span:
        start = event.start_mark.index
        line_end = self.file.text.find("\n", start)
        end = event.end_mark.index
        return Span(self.file.id, start, max(start, min(end, line_end if line_end >= 0 else end)))

    def _too_large(self, at: int, zh: str, en: str, limit: int) -> _Refused:
        return _Refused(codes.TOO_LARGE.at(Span(self.file.id, at, at + 1), what_zh=zh, what_en=en, limit=limit))


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
