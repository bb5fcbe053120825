"""Standards as entries: every clause, term and annex is a passage with its own address.

In: views of standards. Out: entries. Tables of annexes are found by their cells.
"""

from collections.abc import Iterator

from gkstd.model.document import Document
from gkstd.model.prose.plain import plain
from gkstd.model.prose.tree import words
from gkstd.render.site import address
from gkstd.render.site.search.entry import Entry, Passage, in_a_row
from gkstd.render.site.standards import StandardIndex, StandardView
from gkstd.render.views.document import AnnexView, ClauseView, TermView


def standard(document: Document, path: str, view: StandardView) -> Entry:
    """An own standard in full."""
    shown = view.document
    about = [
        ("类别", shown.level),
        ("发布单位", shown.issuer),
        ("英文名称", shown.title_en),
        ("标准体系", document.system),
    ]
    passages = [Passage(label, text) for label, text in about if text]
    foreword = "\n\n".join([*shown.foreword, plain(shown.foreword_blocks)])
    passages += [Passage("前言", foreword, "foreword")] if foreword.strip() else []
    passages += [Passage("引言", plain(shown.introduction), "introduction")] if shown.introduction else []
    for clause in shown.clauses:
        passages += _clause(clause)
    for annex in shown.annexes:
        passages += _annex(annex)
    passages += [Passage("参考文献", entry, "bibliography") for entry in shown.bibliography]
    facets = (("domain", (document.domain,)),) if document.domain else ()
    date = ((document.issued or document.effective) and shown.issued) or shown.effective
    return Entry(path, "标准", shown.title, shown.number, date, facets=facets, passages=tuple(passages))


def references(view: StandardIndex) -> Iterator[Entry]:
    """Cited standards: lines of the list, each with its anchor."""
    for line in view.references:
        path = f"standards/index.html#{line.anchor}"
        state = "，".join([line.standing.text, *(["本体系采用"] if line.adopted else [])])
        yield Entry(path, "标准", line.title, line.number, passages=(Passage("状态", state),))


def _clause(clause: ClauseView) -> Iterator[Passage]:
    anchor, label = address.clause_anchor(clause.id), f"{clause.number}　{clause.title}".strip()
    if clause.title:
        yield Passage(clause.number, clause.title, anchor)
    if clause.lead or clause.blocks:
        yield Passage(label, plain(clause.blocks) or clause.lead, anchor)
    if clause.references:
        yield Passage(label, in_a_row([f"{line.number} {line.title}" for line in clause.references]), anchor)
    for term in clause.terms:
        yield Passage(term.number, _term(term), address.term_anchor(term.id))
    for inner in clause.clauses:
        yield from _clause(inner)


def _term(term: TermView) -> str:
    source = f"［来源：{term.source}］" if term.source else ""
    name = f"{term.term} {term.english}".strip()
    return in_a_row(
        [text for text in (name, *term.admitted, words(term.definition), plain(term.notes), source) if text]
    )


def _annex(annex: AnnexView) -> Iterator[Passage]:
    anchor, label = address.annex_anchor(annex.id), annex.label
    yield Passage(label, annex.title, anchor)
    if annex.blocks:
        yield Passage(label, plain(annex.blocks), anchor)
    for clause in annex.clauses:
        yield from _clause(clause)
    if annex.table:
        for row in annex.table.rows:
            yield Passage(label, in_a_row([cell for cell in row if cell]), anchor)
    if annex.form:
        fields = [field.label for row in annex.form.rows for field in row]
        yield Passage(label, in_a_row([annex.form.title, *fields]), anchor)
    if annex.catalog:
        rows = [
            " ".join([row.title, "、".join(row.bodies), row.limit])
            for group in annex.catalog.groups
            for row in group.rows
        ]
        yield Passage(label, in_a_row(rows), anchor)
    if annex.process:
        steps = [f"{step.title}（{step.lane}）{step.limit}" for step in annex.process.steps]
        yield Passage(label, in_a_row(steps), anchor)
