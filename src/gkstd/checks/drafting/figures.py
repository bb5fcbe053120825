"""GK640, GK641, GK647: tables and figures are mentioned, in their order, and have titles (GB/T 1.1—2020, 9.7 and 9.8)."""

from collections.abc import Iterator
from itertools import pairwise

from gkstd.checks.drafting.desk import Desk
from gkstd.checks.drafting.found import Found
from gkstd.checks.drafting.mentions import mentions
from gkstd.diagnostics import Text
from gkstd.diagnostics.codes import lint
from gkstd.model.prose.passages import Passage
from gkstd.model.prose.tree import Figure, Table

NAMES = {"table": Text("表", "table"), "figure": Text("图", "figure")}

Shown = tuple[Passage, Table | Figure]


def figure_mentions(desk: Desk) -> Iterator[Found]:
    """Each numbered table and figure is mentioned, and first mentions follow the numbers."""
    shown = [(passage, block) for passage, block in _shown(desk) if block.number]
    if not shown:
        return
    first: dict[str, int] = {}
    for one in mentions(desk.draft):
        if one.run.kind != "caption":
            first.setdefault(one.number, one.start)
    targets = desk.draft.numbers.targets
    for passage, block in shown:
        if block.id in targets and targets[block.id].printed != block.number:
            continue  # GK602: an id of two places
        if block.number not in first:
            yield Found(lint.NOT_MENTIONED, passage.place, block.head, (("number", block.number),))
    for what in (Table, Figure):
        for series in _series([pair for pair in shown if isinstance(pair[1], what)]):
            yield from _order([pair for pair in series if pair[1].number in first], first)


def untitled(desk: Desk) -> Iterator[Found]:
    """Tables and figures have a number and a title, a single one too."""
    for passage, block in _shown(desk):
        if not block.captioned and passage.part != "foreword":
            what = NAMES["table" if isinstance(block, Table) else "figure"]
            line = (block.start, min(block.end, block.head[1]))
            yield Found(lint.NO_CAPTION, passage.place, line, (("what_zh", what.zh), ("what_en", what.en)))


def _shown(desk: Desk) -> Iterator[Shown]:
    return ((passage, block) for passage, block in desk.blocks if isinstance(block, Table | Figure))


def _series(shown: list[Shown]) -> list[list[Shown]]:
    """Numbers run through the body, and through each annex."""
    series: dict[str, list[Shown]] = {}
    for passage, block in shown:
        series.setdefault(passage.annex, []).append((passage, block))
    return list(series.values())


def _order(series: list[Shown], first: dict[str, int]) -> Iterator[Found]:
    """Reported at the one that is mentioned before the one ahead of it."""
    for (_, before), (passage, block) in pairwise(series):
        if first[block.number] < first[before.number]:
            values = (("number", block.number), ("before", before.number))
            yield Found(lint.MENTION_ORDER, passage.place, block.head, values)
