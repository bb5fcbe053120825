"""公开层级 and the levels of bodies, from the state down to the village.

In: an entry as written. Out: `Level` values, or a fault. Levels compare by height: 村级 < 乡级 < 县级.
"""

from enum import StrEnum
from functools import cache

from gkstd.model.values.fault import Fault
from gkstd.model.values.fold import fold, part
from gkstd.model.values.vocabulary import DITTO, lookup, table


class Level(StrEnum):
    """An administrative level. Declared from high to low, which is also the order of the printed columns."""

    STATE = "国家级"
    PROVINCE = "省级"
    PREFECTURE = "市级"
    COUNTY = "县级"
    TOWN = "乡级"
    VILLAGE = "村级"

    @property
    def rank(self) -> int:
        """0 for 村级 up to 5 for 国家级."""
        return _RANKS[self.value]

    def __lt__(self, other: str) -> bool:
        return self.rank < _RANKS.get(other, -1)

    def __le__(self, other: str) -> bool:
        return self == other or self < other

    def __gt__(self, other: str) -> bool:
        return self.rank > _RANKS.get(other, -1)

    def __ge__(self, other: str) -> bool:
        return self == other or self > other


_RANKS: dict[str, int] = {level.value: rank for rank, level in enumerate(reversed(tuple(Level)))}

SYNONYMS: dict[str, Level] = {
    "中央": Level.STATE,
    "国家": Level.STATE,
    "省": Level.PROVINCE,
    "自治区级": Level.PROVINCE,
    "市": Level.PREFECTURE,
    "地市级": Level.PREFECTURE,
    "设区的市级": Level.PREFECTURE,
    "县": Level.COUNTY,
    "区级": Level.COUNTY,
    "区县级": Level.COUNTY,
    "县区级": Level.COUNTY,
    "县（区）级": Level.COUNTY,
    "县（市、区）级": Level.COUNTY,
    "乡": Level.TOWN,
    "镇级": Level.TOWN,
    "乡镇级": Level.TOWN,
    "街道级": Level.TOWN,
    "镇街级": Level.TOWN,
    "镇（街）级": Level.TOWN,
    "乡（镇）级": Level.TOWN,
    "乡镇（街道）级": Level.TOWN,
    "村": Level.VILLAGE,
    "社区级": Level.VILLAGE,
    "村居级": Level.VILLAGE,
    "村（社区）级": Level.VILLAGE,
}


@cache
def _spellings() -> dict[str, Level]:
    """Every accepted spelling; made at first use, so that importing stays cheap."""
    return table(Level, SYNONYMS)


def parse_level(text: str) -> tuple[Level | None, tuple[Fault, ...]]:
    """One level: 县级, 镇（街）级, 村（社区）级."""
    return lookup(text, _spellings())


def parse_levels(text: str) -> tuple[tuple[Level, ...], tuple[Fault, ...]]:
    """All levels of one cell, in the order written: 县级、乡级; 乡、村级; 市级/镇（街）级."""
    folded = fold(text)
    if folded.text in _spellings() or not folded.text or folded.text in DITTO:
        one, faults = parse_level(text)
        return ((one,) if one else ()), faults
    levels: list[Level] = []
    faults_found: list[Fault] = []
    start = 0
    for piece in folded.text.replace("/", "、").replace("，", "、").replace("；", "、").split("、"):
        level = _spellings().get(piece)
        if level is not None:
            levels.append(level)
        elif piece:
            faults_found.append(_misspelt(text, piece, part(text, folded, (start, start + len(piece)), "unknown-word")))
        start += len(piece) + 1
    return tuple(dict.fromkeys(levels)), tuple(faults_found)


def _misspelt(text: str, piece: str, fault: Fault) -> Fault:
    (refused,) = lookup(piece, _spellings())[1] or (fault,)
    return Fault(fault.start, fault.end, refused.kind, text[fault.start : fault.end], refused.nearest)
