"""GK624, GK625, GK627: the list of normative references itself (GB/T 1.1—2020, 8.6.3; 2009, 6.2.3)."""

from collections.abc import Iterator

from gkstd.checks.drafting.desk import Desk
from gkstd.checks.drafting.found import Found, Mend
from gkstd.checks.drafting.lazy import Lazy
from gkstd.checks.drafting.references import bare
from gkstd.diagnostics.codes import lint, lint_text
from gkstd.model.document import Clause
from gkstd.model.prose.place import Place
from gkstd.model.prose.standards import named
from gkstd.model.values.stdnumber import parse_standard_number

Key = tuple[int, str, tuple[int, ...]]
TYPED_NUMBER = Lazy(r"[\[［〔（(]?[0-9]{1,3}[\]］〕）)．.、]+[ \t\u3000]*")
_DIGITS = Lazy(r"[0-9]+")


def reference_order(desk: Desk) -> Iterator[Found]:
    """National standards by number, industry and local ones by code and number, then ISO and IEC, then others."""
    highest: tuple[Key, str] | None = None
    for clause, position, one in desk.listed:
        key = _rank(one.number)
        if key is None:
            continue
        if highest and key < highest[0]:
            values = (("number", one.number), ("before", highest[1]))
            yield Found(lint.REFERENCE_ORDER, _place(desk, clause, position), values=values)
        else:
            highest = (key, one.number)


def listed_twice(desk: Desk) -> Iterator[Found]:
    """Each standard once, and never the standard itself."""
    seen = {desk.draft.document.number, bare(desk.draft.document.number)}
    for clause, position, one in desk.listed:
        if one.number in seen:
            yield Found(lint.LISTED_TWICE, _place(desk, clause, position), values=(("number", one.number),))
        seen.add(one.number)


def both_lists(desk: Desk) -> Iterator[Found]:
    """What is a normative reference is not in the bibliography too."""
    normative = {bare(one.number) for _, _, one in desk.listed}
    for position, line in enumerate(desk.draft.document.bibliography):
        for name in named(line):
            if bare(name.number) in normative:
                place = Place("document", desk.draft.document.id, ("bibliography", position))
                yield Found(lint.BOTH_LISTS, place, values=(("number", name.number),))


def bibliography(desk: Desk) -> Iterator[Found]:
    """参考文献: numbered by the compiler, each once, standards in their printed form."""
    seen: set[str] = set()
    for position, line in enumerate(desk.draft.document.bibliography):
        place = Place("document", desk.draft.document.id, ("bibliography", position))
        if hit := TYPED_NUMBER.match(line):
            mends = (Mend(hit.span(), hit[0], ""),)
            yield Found(lint_text.TYPED_MARKER, place, hit.span(), (("word", hit[0].strip()),), mends=mends)
        for name in named(line):
            said = line[name.start : name.end]
            if said != name.number:
                mends = (Mend((name.start, name.end), said, name.number),)
                yield Found(
                    lint_text.NUMBER_FORM, place, (name.start, name.end), (("right", name.number),), mends=mends
                )
        if line in seen:
            yield Found(lint.LISTED_TWICE, place, values=(("number", line),))
        seen.add(line)


def term_sources(desk: Desk) -> Iterator[Found]:
    """［来源：GB/T 20000.1—2014，5.3］: the number in its printed form."""
    for _, term in desk.terms:
        for name in named(term.source) if term.source else ():
            said = term.source[name.start : name.end]
            if said != name.number:
                place = Place("term", f"{desk.draft.document.id}/{term.id}", ("source",))
                mends = (Mend((name.start, name.end), said, name.number),)
                yield Found(
                    lint_text.NUMBER_FORM, place, (name.start, name.end), (("right", name.number),), mends=mends
                )


def _rank(number: str) -> Key | None:
    value, _ = parse_standard_number(number)
    if value is None:
        return None
    code = value.prefix.partition("/")[0]
    digits = tuple(int(part) for part in _DIGITS.findall(f"{value.number}.{value.part}"))
    if code == "GB":
        return 0, "", digits
    if code.startswith("DB"):
        return 2, code, digits
    if value.prefix.startswith(("ISO", "IEC")):
        return 4, code, digits
    if code in ("T", "Q"):
        return 3, value.prefix, digits
    return 1, code, digits


def _place(desk: Desk, clause: Clause, position: int) -> Place:
    return Place("clause", f"{desk.draft.document.id}/{clause.id}", ("references", position))
