"""GK692 to GK695: what the cover states, the names of the standard, clauses without content, laws named without 《》.

Sources: GB/T 1.1—2020, 6.1, 7.3 and 8.1; 2009, 6.1.1; GB/T 15834—2011, 4.15.
"""

from collections.abc import Iterator

from gkstd.checks.drafting.desk import Desk, at, of_annex, of_clause, of_document
from gkstd.checks.drafting.found import Found
from gkstd.checks.drafting.lazy import Lazy
from gkstd.diagnostics import Severity, Text
from gkstd.diagnostics.codes import lint_text
from gkstd.model.document import Document

COVER: tuple[tuple[str, Text], ...] = (
    ("ics", Text("ICS分类号", "the ICS number")),
    ("ccs", Text("CCS分类号", "the CCS number")),
    ("issued", Text("发布日期", "the date of issue")),
    ("effective", Text("实施日期", "the date of effect")),
)
ENGLISH = Text("英文名称", "the English title")
BOTH_TITLES = Lazy(r"[A-Z]{2,3}(?:/[TZ])? ")
"""National and industry standards have an English title on the cover."""

BOOK_MARKS = Text("名称不加书名号", "no 《》 around the title")
NUMBER_IN_TITLE = Text("名称里不写标准号", "no number in the title")
CHINESE = Text("英文名称含有汉字", "the English title holds Chinese characters")
LOWER = Text("英文名称的第一个字母大写", "the English title begins with a capital")
ENGLISH_END = Text("英文名称的末尾不加标点", "no mark at the end of the English title")

ARTICLE = Lazy(r"第[一二三四五六七八九十百0-9]+条")


def cover_elements(desk: Desk) -> Iterator[Found]:
    """The cover of a standard that has been issued states all that is required."""
    document = desk.draft.document
    if not (document.issued or document.effective):
        return  # a draft: its cover is not filled in yet
    missing = [what for field, what in COVER if not getattr(document, field)]
    if not document.title_en and _both(document):
        missing.append(ENGLISH)
    for what in missing:
        values = (("what_zh", what.zh), ("what_en", what.en))
        yield Found(lint_text.COVER_ELEMENT, of_document(desk, "number"), values=values)


def title_form(desk: Desk) -> Iterator[Found]:
    """A title is neither in 《》 nor numbered; the English one is English."""
    document = desk.draft.document
    title, english = document.title, document.title_en
    if title.startswith("《"):
        yield _form(desk, "title", BOOK_MARKS)
    if document.number in title:
        yield _form(desk, "title", NUMBER_IN_TITLE)
    if _chinese(english):
        yield _form(desk, "title_en", CHINESE)
    elif english[:1].islower():
        yield _form(desk, "title_en", LOWER)
    elif english.endswith((".", ",", ";", ":")):
        yield _form(desk, "title_en", ENGLISH_END)


def empty_clauses(desk: Desk) -> Iterator[Found]:
    """A clause or annex that is a title only."""
    for annex, clauses, inside in desk.branches:
        if annex and not (annex.text.strip() or clauses or annex.catalog or annex.process or annex.table or annex.form):
            yield Found(lint_text.EMPTY, of_annex(desk, annex), values=(("title", annex.title),))
        for clause in inside:
            if clause.kind in ("clause", "scope") and not (
                clause.text.strip() or clause.clauses or clause.terms or clause.references
            ):
                yield Found(
                    lint_text.EMPTY, of_clause(desk, clause), values=(("title", clause.title or clause.number),)
                )


def bare_laws(desk: Desk) -> Iterator[Found]:
    """Laws of the register named without 《》: the full title anywhere, a short one where a provision of it is meant."""
    text, stands = desk.draft.words, desk.draft.spoken.word
    for name in desk.looks.laws():
        full = name.startswith("中华人民共和国")
        if not stands(name) or (len(name) < 5 and not full):
            continue
        start = text.find(name)
        while start >= 0:
            end = start + len(name)
            meant = ARTICLE.match(text, end) or (full and not text.startswith("实施", end))
            run = desk.draft.run_at(start)
            if run and meant:
                severity = None if full else Severity.NOTE
                yield at(desk, lint_text.BARE_LAW, run, start, end, title=name, mend=f"《{name}》", severity=severity)
            start = text.find(name, end)


def _chinese(said: str) -> bool:
    return not said.isascii() and any("\u3000" <= c <= "\u9fff" or "\uff00" <= c <= "\uffef" for c in said)


def _both(document: Document) -> bool:
    code = document.number
    return bool(BOTH_TITLES.match(code)) and not code.startswith(("DB", "Q/", "T/"))


def _form(desk: Desk, field: str, what: Text) -> Found:
    return Found(lint_text.TITLE_FORM, of_document(desk, field), values=(("what_zh", what.zh), ("what_en", what.en)))
