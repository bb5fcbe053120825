"""GK620 to GK623, GK626, GK628: standards cited in the text against the list (GB/T 1.1—2020, 8.6 and 9.5; 2009, 6.2.3 and 8.1)."""

from collections.abc import Iterator, Sequence

from gkstd.checks.drafting.desk import Desk, at, of_clause
from gkstd.checks.drafting.draft import Run
from gkstd.checks.drafting.found import Found, Mend
from gkstd.checks.drafting.shown import shown_text
from gkstd.diagnostics import Code, Text
from gkstd.diagnostics.codes import lint
from gkstd.model.document import Cited, Clause
from gkstd.model.prose.standards import named
from gkstd.model.prose.tree import Citation

ASIDES = ("note", "example", "footnote")
NOT_NORMATIVE = ("foreword", "introduction")


def references_cited(desk: Desk) -> Iterator[Found]:
    """Each listed standard is cited somewhere after the list: in the text or in what the annexes show."""
    cited = [piece.number for _, piece in desk.draft.citations]
    uncited = [one for one in desk.listed if (one[2].reference or one[2].document) and not _cites(cited, one[2].number)]
    yield from _not_shown(desk, uncited, lint.NOT_CITED)


def cited_informatively(desk: Desk) -> Iterator[Found]:
    """Listed, but only notes, examples or 参见 speak of it: then it belongs in the bibliography."""
    cited: dict[str, bool] = {}
    for run, start, piece in _citations(desk):
        passage = desk.draft.passage(run)
        aside = run.kind in ASIDES or not passage.normative or _informative(desk, run, start)
        cited[piece.number] = cited.get(piece.number, False) or not aside
    spoken = []
    for one in desk.listed:
        forms = [number for number in cited if _cites([number], one[2].number)]
        if forms and not any(cited[number] for number in forms):
            spoken.append(one)
    yield from _not_shown(desk, spoken, lint.ONLY_INFORMATIVE)


def _not_shown(desk: Desk, entries: Sequence[tuple[Clause, int, Cited]], code: Code) -> Iterator[Found]:
    """Those of the entries that what the annexes show does not cite either; it is gone through only if there are any."""
    shown = [name.number for name in named(shown_text(desk))] if entries else []
    for clause, position, listed in entries:
        if not _cites(shown, listed.number):
            place = of_clause(desk, clause, "references", position)
            yield Found(code, place, values=(("number", listed.number),))


def citations_listed(desk: Desk) -> Iterator[Found]:
    """Each standard cited normatively is listed; first place of each only."""
    document = desk.draft.document
    listed = [one.number for _, _, one in desk.listed]
    own = {bare(document.number), *[bare(name.number) for line in document.bibliography for name in named(line)]}
    told: set[str] = set()
    for run, start, piece in _citations(desk):
        number = bare(piece.number)
        passage = desk.draft.passage(run)
        if run.kind in ASIDES or not passage.normative or number in own | told or _informative(desk, run, start):
            continue
        if not any(_same(number, one) for one in listed):
            told.add(number)
            yield at(desk, lint.NOT_LISTED, run, start, start + len(piece.text), number=piece.number, hints=(ADD,))


def dated_clauses(desk: Desk) -> Iterator[Found]:
    """A clause, table or annex is cited of a dated edition only."""
    for run, start, piece in _citations(desk):
        if piece.clause and not piece.dated:
            values = {"number": piece.number, "clause": piece.clause}
            yield at(desk, lint.UNDATED_CLAUSE, run, start, start + len(piece.text), values)


def citation_dates(desk: Desk) -> Iterator[Found]:
    """The text cites in the form of the list: dated or undated, and of the same year."""
    listed: dict[str, list[str]] = {}
    for _, _, one in desk.listed:
        if one.reference or one.document:
            listed.setdefault(bare(one.number), []).append(one.number)
    for run, start, piece in _citations(desk):
        forms = listed.get(bare(piece.number), [])
        passage = desk.draft.passage(run)
        if not forms or piece.number in forms or passage.part in NOT_NORMATIVE or (piece.clause and not piece.dated):
            continue
        end = start + piece.end - piece.start
        found = at(desk, lint.OTHER_DATE, run, start, end, number=piece.number, listed="、".join(forms))
        if len(forms) == 1 and forms[0].startswith(piece.number):
            place, within = desk.draft.place(run, start, end)
            found = Found(
                found.code, place, within, found.values, mends=(Mend(within, desk.draft.text[start:end], forms[0]),)
            )
        yield found


def later_references(desk: Desk) -> Iterator[Found]:
    """A standard cannot refer to an edition that came after it was issued."""
    issued = desk.draft.document.issued
    if issued is None:
        return
    for clause, position, listed in desk.listed:
        year = listed.number.rpartition("—")[2]
        later = year.isdecimal() and len(year) == 4 and int(year) > issued.year
        if later or (listed.reference and desk.looks.issued(listed.reference) > issued.isoformat()):
            place = of_clause(desk, clause, "references", position)
            yield Found(lint.LATER, place, values=(("number", listed.number), ("issued", issued.isoformat())))


def other_edition(desk: Desk) -> Iterator[Found]:
    """A standard cites the edition of GB/T 1.1 it is drafted under."""
    drafting = desk.draft.document.drafting
    for clause, position, one in desk.listed:
        if one.reference and bare(one.number) == "GB/T 1.1" and "—" in one.number and one.number != drafting:
            place = of_clause(desk, clause, "references", position)
            yield Found(lint.OTHER_EDITION, place, values=(("drafting", drafting), ("number", one.number)))


ADD = Text(
    "在 references 里列出，或者只作资料引用时写“参见”",
    "list it in `references`, or write 参见 where it is only informative",
)


def bare(number: str) -> str:
    """The number without its year."""
    return number.replace("（所有部分）", "").partition("—")[0]


def _citations(desk: Desk) -> Iterator[tuple[Run, int, Citation]]:
    for start, piece in desk.draft.citations:
        if run := desk.draft.run_at(start):
            yield run, start, piece


def _same(number: str, listed: str) -> bool:
    """Whether a bare number is what is listed, or a part of what is listed with all its parts."""
    known = bare(listed)
    return number == known or (listed.endswith("（所有部分）") and number.startswith(f"{known}."))


def _cites(cited: Sequence[str], listed: str) -> bool:
    return any(
        _same(bare(number), listed) or (bare(listed).startswith(f"{bare(number)}.") and "所有" in number)
        for number in cited
    )


def _informative(desk: Desk, run: Run, start: int) -> bool:
    """Whether the citation only points elsewhere: 参见, 来源."""
    before = desk.draft.text[max(run.start, start - 4) : start]
    return "参见" in before or "来源" in before
