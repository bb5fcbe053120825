"""GK624, GK625, GK627: the list of normative references itself (GB/T 1.1—2020, 8.6.3; 2009, 6.2.3)."""

from collections.abc import Iterator

from gkstd.checks.drafting.found import Desk, Found
from gkstd.checks.drafting.lazy import Lazy
from gkstd.checks.drafting.references import bare, listed
from gkstd.diagnostics.codes import lint
from gkstd.model.document import Clause
from gkstd.model.prose.passages import Place
from gkstd.model.prose.standards import named
from gkstd.model.values.stdnumber import parse_standard_number

Key = tuple[int, str, tuple[int, ...]]
_DIGITS = Lazy(r"[0-9]+")


def reference_order(desk: Desk) -> Iterator[Found]:
    """National standards by number, industry and local ones by code and number, then ISO and IEC, then others."""
    highest: tuple[Key, str] | None = None
    for clause, position, one in listed(desk):
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
    for clause, position, one in listed(desk):
        if one.number in seen:
            yield Found(lint.LISTED_TWICE, _place(desk, clause, position), values=(("number", one.number),))
        seen.add(one.number)


def both_lists(desk: Desk) -> Iterator[Found]:
    """What is a normative reference is not in the bibliography too."""
    normative = {bare(one.number) for _, _, one in listed(desk)}
    for position, line in enumerate(desk.draft.document.bibliography):
        for name in named(line):
            if bare(name.number) in normative:
                place = Place("document", desk.draft.document.id, ("bibliography", position))
                yield Found(lint.BOTH_LISTS, place, values=(("number", name.number),))


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
