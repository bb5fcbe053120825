"""All that the rules say about each standard: worked out from its text, or remembered of the very same one.

In: a context. Out: `Facts` of each standard. They follow from the standard and from the answers it looked up, and from nothing
else, for the rules are given nothing else. Places in the sources, allowances and what the project has come in afterwards.
"""

from collections.abc import Iterable
from hashlib import sha256

import msgspec
from msgspec import Struct

from gkstd.checks.base import Context, once
from gkstd.checks.drafting.found import Found
from gkstd.checks.drafting.looks import Asked, Elsewhere, Looks
from gkstd.model.document import Document
from gkstd.model.prose.place import Place
from gkstd.model.prose.slips import Slip


class Source(Struct, frozen=True):
    """A table or figure that shows something of the project, and where it says so."""

    place: Place
    within: tuple[int, int]
    source: str


class Facts(Struct, frozen=True):
    """What the rules found, what could not be numbered, what is shown, and every question asked with its answer's digest."""

    found: tuple[Found, ...]
    slips: tuple[Slip, ...]
    sources: tuple[Source, ...]
    looks: tuple[tuple[Asked, str], ...]


@once
def facts_of(ctx: Context) -> list[tuple[Document, Facts]]:
    """The facts of each standard. What the context remembers of earlier runs is put to use, and replaced by those of this one."""
    documents = list(ctx.project.documents.values())
    elsewhere = Elsewhere(ctx.project)
    if ctx.remembered is None:
        return list(zip(documents, _work(documents, elsewhere), strict=True))
    known: dict[str, Facts] = ctx.remembered
    keys = [sha256(msgspec.msgpack.encode(document)).hexdigest() for document in documents]
    same = {key: known[key] for key in keys if key in known and _holds(known[key], elsewhere)}
    new = {key: document for key, document in zip(keys, documents, strict=True) if key not in same}
    if new:
        same |= zip(new, _work(new.values(), elsewhere), strict=True)
    known.clear()
    known.update({key: its for key, its in same.items() if _plain(its)})
    return [(document, same[key]) for key, document in zip(keys, documents, strict=True)]


def _holds(its: Facts, elsewhere: Elsewhere) -> bool:
    """Whether what was looked up is answered as it was."""
    return all(elsewhere.digest(asked) == digest for asked, digest in its.looks)


def _plain(its: Facts) -> bool:
    """Whether all values come back from JSON as they were."""
    return all(isinstance(value, str | int) for found in its.found for _, value in found.values)


def _work(documents: Iterable[Document], elsewhere: Elsewhere) -> list[Facts]:
    """The facts of some standards, found now; what reads and judges texts is imported when there are any."""
    from gkstd.checks.drafting.desk import Desk
    from gkstd.checks.drafting.draft import Draft
    from gkstd.checks.drafting.letters import Letters
    from gkstd.checks.drafting.rules import RULES
    from gkstd.model.prose.tree import Figure, Table

    desks = [Desk(Draft(document), Looks(elsewhere)) for document in documents]
    letters = Letters("\n".join([desk.draft.text for desk in desks]))
    spoken = Letters("\n".join([desk.draft.words for desk in desks]))
    done: list[Facts] = []
    for desk in desks:
        desk.draft.letters, desk.draft.spoken = letters, spoken
        found = tuple([one for rule in RULES for one in rule(desk)])
        sources = tuple(
            [
                Source(passage.place, (block.start, block.end), block.source)
                for passage, block in desk.blocks
                if isinstance(block, Table | Figure) and block.source
            ]
        )
        done.append(Facts(found, desk.draft.numbers.slips, sources, desk.looks.noted()))
    return done
