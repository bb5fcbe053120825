"""Bytes of the search: data as scripts, since a page opened from a folder may load nothing else.

In: a view of `pack.py`. Out: one call with JSON in it, which is JavaScript as it stands; a text in it can never run.
"""

import gc
from collections.abc import Callable, Iterable
from functools import cache

import msgspec

from gkstd.render.markup import plain
from gkstd.render.site.search.entry import FACETS, KINDS, Passage
from gkstd.render.site.search.folding import table_for
from gkstd.render.site.search.pack import Heading, IndexView, ShardView


def script(view: IndexView | ShardView) -> bytes:
    """The script that hands the data to the page."""
    if isinstance(view, ShardView):
        texts = [[_passage(passage) for passage in passages] for passages in view.texts]
        return b"gkstd.text(" + str(view.number).encode() + b"," + msgspec.json.encode(texts) + b");\n"
    return b"gkstd.index(" + msgspec.json.encode(_index(view)) + b");\n"


def _index(view: IndexView) -> dict[str, object]:
    """Columns rather than records: shorter, and better compressed."""
    table = table_for(view.characters)
    entries = view.headings
    return {
        "fold": [table.before, table.after, table.dropped],
        "same": view.same,
        "starts": view.starts,
        "kinds": KINDS,
        "path": [e.path for e in entries],
        "kind": [KINDS.index(e.kind) for e in entries],
        "title": [e.title for e in entries],
        "number": [e.number for e in entries],
        "date": [e.date for e in entries],
        "also": ["\n".join(e.also) for e in entries],
        "initials": initials([e.title for e in entries]),
        "facets": {facet: _column(facet, entries) for facet in FACETS},
    }


def _column(facet: str, entries: Iterable[Heading]) -> dict[str, object]:
    """The values that occur, and for each entry the places of its own: a number, or a list of several or none."""
    rows = [next((values for key, values in entry.facets if key == facet), ()) for entry in entries]
    places = {value: place for place, value in enumerate(dict.fromkeys([value for row in rows for value in row]))}
    of = [[places[value] for value in row] for row in rows]
    return {"values": list(places), "of": [row[0] if len(row) == 1 else row for row in of]}


def _passage(passage: Passage) -> list[str]:
    text = plain(passage.text) if passage.prose else passage.text
    return [passage.label, text, passage.anchor] if passage.anchor else [passage.label, text]


def initials(titles: Iterable[str]) -> list[str]:
    """First letters of the pinyin of each title, with its own letters and digits, in lower case."""
    letters = _letters()
    return ["".join(letters(title)) for title in titles]


@cache
def _letters() -> Callable[[str], list[str]]:
    """pypinyin reads a dictionary of 47,000 phrases: looking for garbage meanwhile takes as long as reading, and finds none."""
    collecting = gc.isenabled()
    gc.disable()
    try:
        from pypinyin import Style, lazy_pinyin
    finally:
        if collecting:
            gc.enable()
    return lambda title: lazy_pinyin(title, style=Style.FIRST_LETTER, errors=_kept)


def _kept(other: str) -> str:
    return "".join([char for char in other.lower() if char.isascii() and char.isalnum()])
