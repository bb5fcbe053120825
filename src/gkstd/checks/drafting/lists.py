"""GK660 to GK663: lists are led in, punctuated, have two items or more (GB/T 1.1—2020, 7.6; 2009, 5.2.6)."""

from collections.abc import Iterator, Sequence

from gkstd.checks.drafting.desk import Desk, as_written
from gkstd.checks.drafting.found import Found, Mend
from gkstd.diagnostics import Text
from gkstd.diagnostics.codes import lint_text
from gkstd.model.prose.passages import Passage
from gkstd.model.prose.tree import Block, BulletList, Inline, Item, OrderedList, Paragraph, words
from gkstd.model.prose.tree import Text as Words

LISTS = (BulletList, OrderedList)
CLOSING = "”’）》】"
MARKS = "。；，、：;,.:．！？!?"
ITEM, LAST, ABOVE = (
    Text("列项", "an item"),
    Text("最后一个列项", "the last item"),
    Text("下有分项的列项", "an item with items below it"),
)
DEEPEST = 2


def lists(desk: Desk) -> Iterator[Found]:
    """All rules on lists."""
    for home in desk.draft.homes:
        for found in _blocks(home.passage, home.passage.blocks, last=True):
            yield as_written(found, home.raw)


def _blocks(passage: Passage, blocks: Sequence[Block], last: bool) -> Iterator[Found]:
    for at, block in enumerate(blocks):
        if isinstance(block, LISTS):
            yield from _lead(passage, blocks[at - 1] if at else None, block)
            yield from _list(passage, block, last)


def _lead(passage: Passage, before: Block | None, block: BulletList | OrderedList) -> Iterator[Found]:
    if block.depth > 1 and before is None:
        return  # the item above is the lead-in
    place = (block.items[0].marker[0], block.items[0].marker[1])
    if not isinstance(before, Paragraph):
        yield Found(lint_text.LEAD_IN, passage.place, place)
        return
    end = words(before.pieces)[-1:]
    if end == "：":
        return
    tail = (before.end - 1, before.end)
    said = words(before.pieces)
    sure = end in ":；;，,、" or (end in "。." and any(word in said[-24:] for word in ("下列", "如下", "以下")))
    mends = (Mend(tail, end, "："),) if sure else ()
    yield Found(lint_text.LEAD_IN, passage.place, tail, mends=mends)


def _list(passage: Passage, block: BulletList | OrderedList, last: bool) -> Iterator[Found]:
    items = block.items
    if len(items) == 1:
        yield Found(lint_text.SINGLE_ITEM, passage.place, items[0].marker)
    if block.depth == DEEPEST + 1:
        yield Found(lint_text.LIST_DEPTH, passage.place, items[0].marker)
    sentences = all(_end(item)[0] == "。" for item in items) and any("。" in _said(item)[:-1] for item in items)
    for at, item in enumerate(items):
        final = at == len(items) - 1
        below = item.blocks and isinstance(item.blocks[0], LISTS)
        if below:
            wanted, what = "：", ABOVE
        elif final:
            wanted, what = ("。" if last else "；"), LAST
        else:
            wanted, what = "；", ITEM
        if not (sentences or (item.blocks and not below)):
            yield from _ends(passage, item, wanted, what, either=final and not last)
        yield from _blocks(passage, item.blocks, last and final)


def _ends(passage: Passage, item: Item, wanted: str, what: Text, either: bool) -> Iterator[Found]:
    end, place, exact = _end(item)
    if end == wanted or (either and end in "。；"):
        return
    values = (("what_zh", what.zh), ("what_en", what.en), ("mark", wanted))
    mends: tuple[Mend, ...] = ()
    if exact:
        new = wanted if end in MARKS else f"{end}{wanted}"
        mends = (Mend(place, end, new),)
    yield Found(lint_text.ITEM_END, passage.place, place, values, mends=mends)


def _said(item: Item) -> str:
    return words(item.pieces)


def _end(item: Item) -> tuple[str, tuple[int, int], bool]:
    """The last character an item prints, where it stands, and whether it stands there as written."""
    said = _said(item)
    last: Inline | None = item.pieces[-1] if item.pieces else None
    if last is None:
        return "", item.marker, False
    place = (last.end - 1, last.end)
    if said.endswith(("。”", "；”")):
        return said[-2], place, False
    return said[-1:], place, isinstance(last, Words) and last.text.endswith(said[-1:])
