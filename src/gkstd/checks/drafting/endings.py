"""GK679 to GK681, GK686, GK687: how paragraphs and titles end, headings in texts, and the foreword (GB/T 1.1—2020, 8.3)."""

from collections.abc import Iterator

from gkstd.checks.drafting.desk import Desk, at, of_clause
from gkstd.checks.drafting.found import Found, Mend
from gkstd.checks.drafting.lazy import Lazy
from gkstd.checks.drafting.title_text import END, title_ends
from gkstd.diagnostics import Text
from gkstd.diagnostics.codes import lint_text
from gkstd.model.prose.place import Place
from gkstd.model.prose.tree import (
    Block,
    BulletList,
    Figure,
    Formula,
    Heading,
    Note,
    OrderedList,
    Paragraph,
    Strong,
    Table,
    Verbatim,
    words,
)
from gkstd.model.prose.tree import Text as Words
from gkstd.model.prose.walk import each

ENDS = "。！？；…"
STOPS = ("。", "！", "？", "…")
_SENTENCE_ENDS, _LONGEST_HEADING = "。！？；，、：…", 30
AFTER = (BulletList, OrderedList, Table, Figure, Formula, Verbatim)
PARAGRAPH, NOTE = Text("段", "paragraph"), Text("注", "note")
TABLE, FIGURE, FORMULA = Text("表", "table"), Text("图", "figure"), Text("公式", "formula")
FIXED_WORDS = ("GB/T 1.1", "则起草", "定起草", "提出", "归口", "起草单位", "起草人", "涉及专利", "首次发布")
FIXED = Lazy(
    r"按照?GB/T 1\.1|给出的规则起草|的规定起草|由[^，。]{2,30}(?:提出|归口)(?=[。；，]|并归口|$)|起草单位[：:]|起草人[：:]|可能涉及专利|为首次发布"
)

LEADS = {
    "references": Lazy(r"下列文件(?:对于本|中的内容)|(?:本文件|本标准)没有规范性引用文件|凡是不?注日期的引用文件"),
    "terms": Lazy(r"^下列术语和定义适用于本[文标][件准]。?\s*$|(?:本文件|本标准)没有需要界定的术语和定义"),
}
"""By the kind of clause: the sentence that the compiler gives when the text is left out."""


def sentence_ends(desk: Desk) -> Iterator[Found]:
    """Paragraphs end with a full stop, or with a colon before what follows; notes end with a full stop."""
    for home in desk.draft.homes:
        if home.passage.place.path[0] in ("definition", "notes"):
            continue
        blocks = home.passage.blocks
        for block, after in _pairs(blocks):
            if not isinstance(block, Paragraph | Note):
                continue
            last = block.pieces[-1] if block.pieces else None
            if isinstance(last, Words) and last.text.endswith(STOPS):
                continue  # as nearly all do
            said = words(block.pieces).rstrip()
            if not said or said.endswith("..") or _ended(said, after) or _bold(block):  # GK677, GK681 speak of them
                continue
            if isinstance(after, BulletList | OrderedList) and isinstance(block, Paragraph):
                continue  # GK660 speaks of lead-ins
            what = NOTE if isinstance(block, Note) else PARAGRAPH
            place = (block.end - 1, block.end)
            end = home.raw[slice(*place)]  # not what is printed there: a reference ends in the bracket of its markup
            mends = (Mend(place, end, "。" if end in ".,;:，、；" else f"{end}。"),) if end else ()
            values = (("what_zh", what.zh), ("what_en", what.en))
            yield Found(lint_text.SENTENCE_END, home.passage.place, place, values, mends=mends)


def title_marks(desk: Desk) -> Iterator[Found]:
    """No mark at the end of titles of clauses, annexes, tables, figures, nor of the standard."""
    yield from title_ends(desk.titles)
    for run in desk.draft.runs:
        if run.kind == "caption" and (hit := END.search(desk.draft.text[run.start : run.end])):
            start = run.start + hit.start()
            yield at(desk, lint_text.TITLE_MARK, run, start, start + 1, mark=hit[0], mend="")


def headings(desk: Desk) -> Iterator[Found]:
    """Markdown headings, and bold paragraphs that stand for one."""
    for passage, block in desk.blocks:
        if isinstance(block, Heading) or _bold(block):
            yield Found(lint_text.HEADING, passage.place, (block.start, block.end))


def foreword(desk: Desk) -> Iterator[Found]:
    """Nothing but words in the foreword, and none of the fixed sentences."""
    for home in desk.draft.homes:
        if home.passage.part != "foreword":
            continue
        for block in each(home.passage.blocks):
            what = next(
                (w for kind, w in ((Table, TABLE), (Figure, FIGURE), (Formula, FORMULA)) if isinstance(block, kind)),
                None,
            )
            if what:
                place = (block.start, block.end)
                values = (("what_zh", what.zh), ("what_en", what.en))
                yield Found(lint_text.FOREWORD_CONTENT, home.passage.place, place, values)
        yield from _fixed(home.passage.place, desk.draft.document.foreword.text)


def _fixed(place: Place, said: str) -> Iterator[Found]:
    for hit in FIXED.finditer(said) if any(word in said for word in FIXED_WORDS) else ():
        yield Found(lint_text.FOREWORD_SENTENCE, place, hit.span(), (("words", hit[0]),))


def fixed_leads(desk: Desk) -> Iterator[Found]:
    """The fixed sentences over the references and the terms, typed."""
    for clause in desk.draft.document.clauses:
        pattern = LEADS.get(clause.kind)
        if pattern and (hit := pattern.search(clause.text)):
            place = of_clause(desk, clause, "text")
            yield Found(lint_text.FOREWORD_SENTENCE, place, hit.span(), (("words", hit[0]),))


def _bold(block: Block) -> bool:
    """Whether it is a short paragraph, bold from end to end, that does not end like a sentence."""
    if not isinstance(block, Paragraph) or len(block.pieces) != 1 or not isinstance(block.pieces[0], Strong):
        return False
    said = words(block.pieces)
    return len(said) <= _LONGEST_HEADING and said[-1:] not in _SENTENCE_ENDS


def _pairs(blocks: tuple[Block, ...]) -> Iterator[tuple[Block, Block | None]]:
    """Each block with the one after it, those inside items by themselves."""
    for at_, block in enumerate(blocks):
        yield block, blocks[at_ + 1] if at_ + 1 < len(blocks) else None
        if isinstance(block, BulletList | OrderedList):
            for item in block.items:
                yield from _pairs(item.blocks)


def _ended(said: str, after: Block | None) -> bool:
    last = said[-1]
    if last in "”’）" and len(said) > 1 and said[-2] in ENDS:
        return True
    return last in ENDS.replace("；", "") or (last == "：" and isinstance(after, AFTER))
