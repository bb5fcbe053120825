"""Hints that several stages give in the same words."""

from collections.abc import Iterable

from gkstd.diagnostics import Text
from gkstd.model.values.nearest import nearest

UNCONFIRMED = Text(
    "名录把这个日期标为待核：改动之前先核实", "the register marks this date as unconfirmed: confirm it before you act"
)


def did_you_mean(word: str, known: Iterable[str]) -> tuple[Text, ...]:
    """The hint for a misspelt word; nothing when no known word is near."""
    near = nearest(word, known)
    return (Text(f"您是不是想写“{near[0]}”？", f"did you mean `{near[0]}`?"),) if near else ()


def if_unconfirmed(fields: Iterable[str], *asked: str) -> tuple[Text, ...]:
    """The warning that a date rests on a field marked unconfirmed, where it does."""
    return (UNCONFIRMED,) if any(name in asked for name in fields) else ()
