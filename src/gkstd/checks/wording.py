"""Sentences that several checks share, in Chinese and English.

In: model values and uses. Out: `Text` values and labels. Never decides whether something is wrong.
"""

from collections.abc import Iterable, Sequence
from datetime import date

from gkstd.checks.uses import Use
from gkstd.diagnostics import Text
from gkstd.model.register import Law, Reference
from gkstd.text import Span

SHOWN = 3
"""Further places shown beside the first; a report that repeats one fault forty times is not read."""

GUESSES = 20
"""Misspelt names of one kind in one object for which the nearest is looked up; looking is slow, and after so many they are not slips."""

Label = tuple[Span, Text]


def called(law: Law) -> str:
    """《中华人民共和国环境保护法》（主席令第9号）."""
    return f"{titled(law)}（{law.number}）" if law.number else titled(law)


def titled(law: Law) -> str:
    """The title in title marks; marks inside it become the inner ones."""
    return f"《{law.title.replace('《', '〈').replace('》', '〉')}》"


def laws(entries: Iterable[Law], on: date) -> Text:
    """The laws by title, each with the number and the first day of the text that holds on the day."""
    known = list(entries)
    return Text(
        "、".join(_holding(law, on, "{} 起施行", "，") for law in known),
        ", ".join(_holding(law, on, "in force from {}", ", ") for law in known),
    )


def _holding(law: Law, on: date, words: str, comma: str) -> str:
    latest = law.revised_between(date.min, on)
    number, begins = (latest.number, latest.effective) if latest else (law.number, law.begins)
    shown = comma.join(fact for fact in (number, words.format(begins) if begins else "") if fact)
    return f"{titled(law)}（{shown}）" if shown else titled(law)


def standards(entries: Iterable[Reference]) -> str:
    """GB/T 1.1—2020《标准化工作导则》, …"""
    return "、".join(f"{entry.number}《{entry.title}》" for entry in entries)


def further(uses: Sequence[Use]) -> tuple[Label, ...]:
    """Labels on the places after the first, as many as are worth showing."""
    text = Text("这里也是", "here too")
    return tuple((use.place, text) for use in uses[1 : SHOWN + 1])


def tally(uses: Sequence[Use]) -> tuple[Text, ...]:
    """How many places there are to mend and in what, when the labels cannot show them all."""
    if len(uses) <= SHOWN + 1:
        return ()
    owners = list(dict.fromkeys(use.owner for use in uses))
    some, rest = "、".join(owners[:SHOWN]), len(owners) > SHOWN
    return (
        Text(
            f"同一文件里共 {len(uses)} 处：{some}{'等' if rest else ''}",
            f"{len(uses)} places in this file: {', '.join(owners[:SHOWN])}{', …' if rest else ''}",
        ),
    )
