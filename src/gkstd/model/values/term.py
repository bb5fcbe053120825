"""Terms of time as values: a 公开时限 in clauses, and the plain duration of a step or a promise.

In: nothing. Out: the types that `limit`, `duration` and `ceiling` share. Never parses.
"""

from enum import StrEnum

from msgspec import Struct


class Unit(StrEnum):
    """Units of time. 工作日 and 日 are different units and are never converted into each other."""

    WORKDAY = "工作日"
    DAY = "日"
    WEEK = "周"
    MONTH = "月"
    QUARTER = "季"
    YEAR = "年"
    HOUR = "小时"


class Relation(StrEnum):
    """How the term stands to its number, date or event."""

    WITHIN = "within"
    BEFORE = "before"
    NOT_LESS = "not-less-than"
    LASTING = "lasting"
    ON_DATE = "on-date"
    NONE = "none"


class LimitKind(StrEnum):
    """What a clause asks for.

    DEADLINE: disclose by then. ON_REQUEST: answer an application by then. PUBLICITY: keep on show that long.
    STANDING: 长期公开. IMMEDIATE: 实时, 即时, 及时, 随时. PERIODIC: again and again. EVENT: together with something.
    """

    DEADLINE = "deadline"
    ON_REQUEST = "on-request"
    PUBLICITY = "publicity"
    STANDING = "standing"
    IMMEDIATE = "immediate"
    PERIODIC = "periodic"
    EVENT = "event"


class LimitClause(Struct, frozen=True):
    """One clause of a 公开时限.

    `scope` is the element the clause is about (批前公示, 其中行政许可、行政处罚事项; empty for all), `trigger` what starts
    the term (信息形成或者变更), `number` and `unit` its length, or for PERIODIC the time between two disclosures, of which
    there are `times`. `point` is the day within the period or the fixed date (1月31日, 首个月20日, 次月), `extension` how
    many more units may be added, `text` the clause as written.
    """

    scope: str
    trigger: str
    number: int | None
    unit: Unit | None
    relation: Relation
    kind: LimitKind
    text: str
    point: str = ""
    times: int = 1
    extension: int | None = None


class Limit(Struct, frozen=True):
    """A 公开时限: the trimmed text as written, and its clauses in order."""

    text: str
    clauses: tuple[LimitClause, ...]


class Duration(Struct, frozen=True):
    """How long a step or a service may take; `number` 0 without a unit is 当场 or 即时.

    `relation` is WITHIN, or NOT_LESS and LASTING for a period that must be kept (公示不少于5个工作日). `extension` is how
    many more of the same unit may be added.
    """

    number: int
    unit: Unit | None
    relation: Relation
    text: str
    extension: int | None = None

    @property
    def immediate(self) -> bool:
        """Whether nothing is waited for."""
        return self.unit is None
