"""公开层级 and the levels of bodies, from the state down to the village.

In: an entry as written. Out: a `Level`, or a fault. Levels compare by height: 村级 < 乡级 < 县级.
"""

from enum import StrEnum
from functools import cache

from gkstd.model.values.fault import Fault
from gkstd.model.values.vocabulary import lookup, table


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
