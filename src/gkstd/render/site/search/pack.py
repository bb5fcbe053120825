"""The files of the search: one script with titles, numbers and fields, and the full text in pieces that are loaded later.

In: the edition, its pages, its synonyms. Out: pages whose view is turned into a script by `script.py`.
"""

from collections.abc import Iterable, Iterator, Sequence

from msgspec import Struct

from gkstd.render.site.edition import Edition, refs_of
from gkstd.render.site.page import Page
from gkstd.render.site.search.entry import Entry, Passage

INDEX = "search/index.js"
SHARD = 100_000
"""Characters in one piece: about 70 KB compressed, folded and searched in a few milliseconds."""


class Heading(Struct, frozen=True):
    """An entry without its text."""

    path: str
    kind: str
    title: str
    number: str
    date: str
    also: tuple[str, ...]
    facets: tuple[tuple[str, tuple[str, ...]], ...]


class IndexView(Struct, frozen=True):
    """`starts` are the places of the first entries of the pieces; `characters` are all that occur; `same` are groups of
    terms that stand for each other.
    """

    headings: tuple[Heading, ...]
    starts: tuple[int, ...]
    same: tuple[tuple[str, ...], ...]
    characters: str


class ShardView(Struct, frozen=True):
    """The text of some entries in a row; `number` counts the pieces from 0."""

    number: int
    texts: tuple[tuple[Passage, ...], ...]


def files(edition: Edition, entries: Sequence[Entry]) -> Iterator[Page]:
    """The scripts of the search."""
    shards = tuple(_shards(entries))
    starts = [0]
    for shard in shards[:-1]:
        starts.append(starts[-1] + len(shard))
    headings = tuple([_heading(entry) for entry in entries])
    refs = _refs(edition)
    index = IndexView(headings, tuple(starts), _same(edition), _characters(entries))
    yield Page(INDEX, "", edition.frame, None, index, refs)
    for number, shard in enumerate(shards):
        texts = tuple([entry.passages for entry in shard])
        yield Page(f"search/text-{number}.js", "", edition.frame, None, ShardView(number, texts), refs)


def _heading(entry: Entry) -> Heading:
    return Heading(entry.path, entry.kind, entry.title, entry.number, entry.date, entry.also, entry.facets)


def _shards(entries: Sequence[Entry]) -> Iterator[tuple[Entry, ...]]:
    """Entries in a row until a piece is full; an entry is never cut."""
    shard: list[Entry] = []
    size = 0
    for entry in entries:
        if shard and size + entry.size > SHARD:
            yield tuple(shard)
            shard, size = [], 0
        shard.append(entry)
        size += entry.size
    yield tuple(shard)


def _same(edition: Edition) -> tuple[tuple[str, ...], ...]:
    """Groups of terms that stand for each other: short forms; names and aliases of laws and bodies."""
    project = edition.project
    groups = [(synonym.term, *synonym.short) for synonym in project.synonyms.values()]
    groups += [(law.title, *law.aliases) for law in project.laws.values()]
    groups += [(body.name, *body.aliases) for body in project.bodies.values()]
    return tuple(_merged([group for group in groups if len(group) > 1]))


def _merged(groups: Iterable[tuple[str, ...]]) -> Iterator[tuple[str, ...]]:
    """Groups of the same first term are one: a law that was replaced shares its title with the one that replaced it."""
    found: dict[str, dict[str, None]] = {}
    for first, *others in groups:
        found.setdefault(first, {}).update(dict.fromkeys(others))
    for first, more in found.items():
        yield (first, *[term for term in more if term != first])


def _characters(entries: Iterable[Entry]) -> str:
    seen: set[str] = set()
    for entry in entries:
        seen.update(entry.title, entry.number, *entry.also)
        for passage in entry.passages:
            seen.update(passage.text, passage.label)
    return "".join(sorted(seen))


def _refs(edition: Edition) -> tuple[tuple[str, str], ...]:
    project = edition.project
    kinds = (
        ("item", project.items), ("domain", project.domains), ("process", project.processes), ("law", project.laws),
        ("document", project.documents), ("synonym", project.synonyms), ("reference", project.references), ("body", project.bodies),
    )  # fmt: skip
    return (*refs_of(*[(kind, tuple(table)) for kind, table in kinds]), ("project", ""))
