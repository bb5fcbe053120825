r"""Inline pieces: **strong**, `code`, [links](#id), cross-references [](#id), footnote marks [^a], standards that are named.

In: one text. Out: pieces that cover it without a gap. Total: what is not understood is plain text. A backslash before a
mark of ASCII takes its meaning away.
"""

import re
from collections.abc import Iterator

from gkstd.model.prose.lines import Joined, join
from gkstd.model.prose.standards import named
from gkstd.model.prose.tree import Citation, Code, CrossReference, FootnoteMark, Inline, Link, Strong, Text

_TOKEN = re.compile(
    r"\\(?P<escaped>[!-/:-@\[-`{-~])"
    r"|(?<!(?<!\\)`)(?P<ticks>`++)(?P<code>.+?)(?<!`)(?P=ticks)(?!`)"
    r"|\*\*(?=[^\s*])(?P<strong>(?:\\.|[^*\\]|\*(?!\*))+?)(?<!\s)\*\*"
    r"|\[\^(?P<mark>[^\]\s\[]{1,40})\]"
    r"|(?<!!)\[(?P<words>(?:\\.|[^\[\]\\])*)\]\((?P<target>[^\s()<>\"]*)\)"
)
_OUTWARD = re.compile(r"(?:https?://|mailto:)", re.IGNORECASE)
_CAPITAL = re.compile("[A-Z]")
"""No standard is named without."""
_MARKED = re.compile(r"[A-Z\[*`\\]")


def inline(text: str) -> tuple[Inline, ...]:
    """The pieces of a one-line text."""
    return pieces(join(text, [(0, len(text))]))


def pieces(line: Joined, start: int = 0, end: int | None = None) -> tuple[Inline, ...]:
    """The pieces of a joined text or of a part of it, with offsets in its source; white space at both ends left out."""
    end = len(line.text) if end is None else end
    part = line.text[start:end]
    start, end = start + len(part) - len(part.lstrip()), end - len(part) + len(part.rstrip())
    if start >= end:
        return ()
    if not _MARKED.search(line.text, start, end):
        return (Text(*line.span(start, end), line.text[start:end]),)  # as most are
    return tuple(_pieces(line, start, end))


def _pieces(line: Joined, start: int, end: int) -> Iterator[Inline]:
    """Pieces of the part of a line; runs of plain text are told as one."""
    kept: list[tuple[int, int, str]] = []
    at = start
    text = line.text
    while at < end:
        hit = _TOKEN.search(text, at, end)
        if hit is None:
            break
        if hit.start() > at:
            kept.append((at, hit.start(), text[at : hit.start()]))
        piece = None if hit["escaped"] else _piece(line, hit)
        if piece is None:
            kept.append((hit.start(), hit.end(), hit["escaped"] or hit[0]))
        else:
            yield from _plain(line, kept)
            kept = []
            yield piece
        at = hit.end()
    if at < end:
        kept.append((at, end, text[at:end]))
    yield from _plain(line, kept)


def _piece(line: Joined, hit: re.Match[str]) -> Inline | None:  # noqa: PLR0911 - one for each kind of piece
    """The piece a token stands for; None when it is only text after all."""
    place = line.span(hit.start(), hit.end())
    if hit["code"] is not None:
        return Code(*place, hit["code"].strip() or hit["code"])
    if hit["strong"] is not None:
        return Strong(*place, tuple(_pieces(line, *hit.span("strong"))))
    if hit["mark"] is not None:
        return FootnoteMark(*place, hit["mark"])
    target = hit["target"]
    if target.startswith("#") and len(target) > 1:
        if hit["words"]:
            return Link(*place, target, tuple(_pieces(line, *hit.span("words"))))
        return CrossReference(*place, target[1:])
    if hit["words"] and _OUTWARD.match(target):
        return Link(*place, target, tuple(_pieces(line, *hit.span("words"))))
    return None


def _plain(line: Joined, kept: list[tuple[int, int, str]]) -> Iterator[Inline]:
    """Runs of text as one, the standards named in it apart. `kept` are places in the line and what they say."""
    text = "".join([said for _, _, said in kept])
    if not _CAPITAL.search(text):
        if text:
            yield Text(*line.span(kept[0][0], kept[-1][1]), text)
        return
    at = 0
    for name in named(text):
        if name.start > at:
            yield Text(*line.span(*_within(kept, at, name.start)), text[at : name.start])
        place = line.span(*_within(kept, name.start, name.end))
        yield Citation(*place, text[name.start : name.end], name.number, name.dated, name.clause)
        at = name.end
    if at < len(text):
        yield Text(*line.span(*_within(kept, at, len(text))), text[at:])


def _within(kept: list[tuple[int, int, str]], start: int, end: int) -> tuple[int, int]:
    """Places in the line of a range of what the runs say together."""
    return _place(kept, start, True), _place(kept, end, False)


def _place(kept: list[tuple[int, int, str]], offset: int, first: bool) -> int:
    seen = 0
    for start, end, said in kept:
        if offset < seen + len(said) or (offset == seen + len(said) and not first):
            inside = offset - seen
            return start + inside if len(said) == end - start else (end if inside else start)
        seen += len(said)
    return kept[-1][1] if kept else 0
