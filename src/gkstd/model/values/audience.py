"""公开对象: everybody, or a named group.

In: the entry as written. Out: `Audience`, or `None` and a fault. Never decides whether a group must be named.
"""

from enum import StrEnum
from functools import cache

from msgspec import Struct

from gkstd.model.values.fault import Fault
from gkstd.model.values.fold import fold, whole
from gkstd.model.values.vocabulary import refusal, table


class AudienceKind(StrEnum):
    """The two sub-columns of 公开对象."""

    EVERYBODY = "全社会"
    GROUP = "特定群体"


SYNONYMS: dict[str, AudienceKind] = {
    "社会": AudienceKind.EVERYBODY,
    "社会公众": AudienceKind.EVERYBODY,
    "面向全社会": AudienceKind.EVERYBODY,
    "特定群众": AudienceKind.GROUP,
}
_EVERYBODY = ("全体", "所有", "任何", "公众", "公民", "大众")
_GROUP = ("特定群体", "特定群众")


class Audience(Struct, frozen=True):
    """Whom the item is for; `text` names the group, and is empty for 全社会 and for a group left unnamed."""

    kind: AudienceKind
    text: str = ""


@cache
def _spellings() -> dict[str, AudienceKind]:
    """Every accepted spelling; made at first use, so that importing stays cheap."""
    return table(AudienceKind, SYNONYMS)


def parse_audience(text: str) -> tuple[Audience | None, tuple[Fault, ...]]:
    """全社会, 特定群体, 特定群体：被征收人, 特定群众（被征收人）."""
    folded = fold(text)
    word = folded.text.rstrip("。；，、")
    kind = _spellings().get(word)
    if kind is not None:
        return Audience(kind), ()
    if word.startswith(_GROUP) and word[4] in "：（":
        name = text[folded.at[4] + 1 :].strip()
        name = name[:-1].rstrip() if word[4] == "（" and name.endswith(("）", ")")) else name
        return Audience(AudienceKind.GROUP, name), ()
    return None, (_refuse(text, word),)


def format_audience(audience: Audience) -> str:
    """The standard spelling."""
    return f"{audience.kind}：{audience.text}" if audience.text else str(audience.kind)


def _refuse(text: str, word: str) -> Fault:
    """Both audiences at once, a misspelt term, everybody in other words, or the bare name of a group."""
    if "全社会" in word and any(group in word for group in _GROUP):
        return whole(text, "several-values")
    fault = refusal(text, word, _spellings())
    if fault.kind != "unknown-word" or fault.nearest:
        return fault
    if any(hint in word for hint in _EVERYBODY):
        return Fault(fault.start, fault.end, fault.kind, fault.found, str(AudienceKind.EVERYBODY))
    return Fault(fault.start, fault.end, fault.kind, fault.found, f"特定群体：{fault.found}")
