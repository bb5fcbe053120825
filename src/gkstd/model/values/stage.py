"""五公开: the stage of government work that an item discloses.

In: the entry as written. Out: `Stage`, or `None` and a fault.
"""

from enum import StrEnum
from functools import cache

from gkstd.model.values.fault import Fault
from gkstd.model.values.vocabulary import lookup, table


class Stage(StrEnum):
    """The five stages, in the order of the work."""

    DECISION = "决策公开"
    EXECUTION = "执行公开"
    MANAGEMENT = "管理公开"
    SERVICE = "服务公开"
    RESULT = "结果公开"


SYNONYMS: dict[str, Stage] = {stage.value.removesuffix("公开"): stage for stage in Stage}


@cache
def _spellings() -> dict[str, Stage]:
    """Every accepted spelling; made at first use, so that importing stays cheap."""
    return table(Stage, SYNONYMS)


def parse_stage(text: str) -> tuple[Stage | None, tuple[Fault, ...]]:
    """决策公开 or 决策, and so on."""
    return lookup(text, _spellings())
