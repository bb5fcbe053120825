"""公开方式: on the government's own motion, or on request.

In: the entry as written. Out: `Method`, or `None` and a fault.
"""

from enum import StrEnum
from functools import cache

from gkstd.model.values.fault import Fault
from gkstd.model.values.fold import whole
from gkstd.model.values.vocabulary import key, lookup, table


class Method(StrEnum):
    """The two sub-columns of 公开方式."""

    ACTIVE = "主动公开"
    ON_REQUEST = "依申请公开"


SYNONYMS: dict[str, Method] = {"主动": Method.ACTIVE, "依申请": Method.ON_REQUEST, "申请公开": Method.ON_REQUEST}


@cache
def _spellings() -> dict[str, Method]:
    """Every accepted spelling; made at first use, so that importing stays cheap."""
    return table(Method, SYNONYMS)


def parse_method(text: str) -> tuple[Method | None, tuple[Fault, ...]]:
    """主动公开 or 主动, 依申请公开 or 依申请. 不予公开 is a fault: what is withheld has no place in a catalog."""
    if key(text) in ("不予公开", "不公开"):
        return None, (whole(text, "not-disclosed"),)
    return lookup(text, _spellings())
