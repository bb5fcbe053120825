"""GK642, GK643, GK646: annexes are mentioned in the body, in their order, as what they are (GB/T 1.1—2020, 9.6; 2009, 6.3.8)."""

from collections.abc import Iterator

from gkstd.checks.drafting import words
from gkstd.checks.drafting.desk import Desk, at, of_annex
from gkstd.checks.drafting.found import Found
from gkstd.checks.drafting.lazy import Lazy
from gkstd.checks.drafting.mentions import Mention, mentions
from gkstd.diagnostics import Text
from gkstd.diagnostics.codes import lint
from gkstd.model.document import Annex
from gkstd.model.prose.passages import annex_label

NORMATIVE, INFORMATIVE = Text("规范性", "normative"), Text("资料性", "informative")
BY = Lazy(r"(?:符合|遵守|遵照|满足|按照?|依照|执行)(?:[^，。；：]{0,4})$")
LETTER = Lazy(r"[表图]?(?:附录)?(?P<letter>[A-Z])(?:\.|$)|式（(?P<formula>[A-Z])\.")


def annex_mentions(desk: Desk) -> Iterator[Found]:
    """Each annex is mentioned outside itself, A before B; something in an annex stands for the annex."""
    first: dict[str, int] = {}
    for one in mentions(desk.draft):
        passage = desk.draft.passage(one.run)
        letter = _letter(one.number)
        if letter and passage.annex != letter and passage.part in ("body", "annex"):
            first.setdefault(letter, one.start)
    told: Annex | None = None
    for annex in desk.draft.document.annexes:
        label = (("number", annex_label(annex)),)
        if annex.letter not in first:
            yield Found(lint.ANNEX_UNMENTIONED, of_annex(desk, annex), values=label)
            continue
        if told and first[annex.letter] < first[told.letter]:
            values = (*label, ("before", annex_label(told)))
            yield Found(lint.ANNEX_ORDER, of_annex(desk, annex), values=values)
        else:
            told = annex


def annex_nature(desk: Desk) -> Iterator[Found]:
    """应符合附录C makes the annex normative, 参见附录C informative."""
    annexes = {annex.letter: annex for annex in desk.draft.document.annexes}
    for one in mentions(desk.draft):
        annex = annexes.get(_letter(one.number))
        passage = desk.draft.passage(one.run)
        if (
            annex is None
            or not passage.normative
            or passage.annex == annex.letter
            or one.run.kind in ("note", "example")
        ):
            continue
        before = desk.draft.text[max(one.run.start, one.start - 12) : one.start]
        if annex.normative and before.endswith("参见"):
            yield _other(desk, one, annex, NORMATIVE, INFORMATIVE)
        elif (
            not annex.normative
            and BY.search(before)
            and words.REQUIREMENT.search(desk.draft.sentence(one.run, one.start))
        ):
            yield _other(desk, one, annex, INFORMATIVE, NORMATIVE)


def _other(desk: Desk, one: Mention, annex: Annex, nature: Text, other: Text) -> Found:
    return at(
        desk, lint.NATURE, one.run, one.start, one.end, number=annex_label(annex), nature_zh=nature.zh,
        nature_en=nature.en, other_zh=other.zh, other_en=other.en,
    )  # fmt: skip


def _letter(number: str) -> str:
    """The letter of the annex that is meant or that holds what is meant."""
    hit = LETTER.match(number)
    return (hit["letter"] or hit["formula"]) if hit else ""
