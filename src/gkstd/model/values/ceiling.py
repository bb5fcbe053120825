"""Comparing a term with what the law allows, without a calendar.

In: two terms. Out: an answer that is certain, or `None`. Never guesses between 工作日 and 日: each term is first put
between the least and the most calendar days it can take, and only ranges that do not meet are compared.
"""

from gkstd.model.values.term import Duration, LimitClause, LimitKind, Relation, Unit

_LEAST_MONTHS = (0, 28, 59, 89, 120, 150, 181, 212, 242, 273, 303, 334)
_MOST_MONTHS = (0, 31, 62, 92, 123, 153, 184, 215, 245, 276, 306, 337)
_MONTHS = {Unit.MONTH: 1, Unit.QUARTER: 3, Unit.YEAR: 12}


def calendar_days(term: LimitClause | Duration) -> tuple[int, int] | None:
    """The least and the most calendar days that `term` can take, or `None` for a term without a length.

    Working days are counted from the day after the start. Twenty of them take 28 days from an ordinary working day;
    make-up days at week-ends shorten that by a few, and the week-long holidays lengthen it by ten and more. The range
    given holds for every start under the official calendars of 2004 to 2026, with room to spare.
    """
    number, unit = term.number, term.unit
    if number is None:
        return None
    if unit is None:
        return (0, 0) if isinstance(term, Duration) else None
    if unit is Unit.WORKDAY:
        return max(number, number + 2 * ((number - 1) // 5) - 4), number + 2 * -(-number // 5) + 10 + number // 10
    if unit is Unit.HOUR:
        return number // 24, -(-number // 24)
    if unit in _MONTHS:
        years, months = divmod(number * _MONTHS[unit], 12)
        return 365 * years + _LEAST_MONTHS[months], 366 * years + _MOST_MONTHS[months]
    return (number * 7, number * 7) if unit is Unit.WEEK else (number, number)


def exceeds(term: LimitClause | Duration, ceiling: LimitClause | Duration) -> bool | None:
    """Whether `term` allows more time than `ceiling`.

    True only if it surely does, False only if it surely does not, `None` when the two cannot be compared or their
    ranges overlap (30日 against 20个工作日). At once is never too late. Both must be terms to be kept (WITHIN); a
    publicity period, a standing item and a cycle of updating are other things, and give `None`. The triggers are not
    compared: choose the ceiling that starts where the term starts.
    """
    if _at_once(term):
        return False
    if not (_is_deadline(term) and _is_deadline(ceiling)):
        return None
    return _longer(term, ceiling)


def falls_short(term: LimitClause | Duration, floor: LimitClause | Duration) -> bool | None:
    """Whether a publicity period is surely shorter than the legal `floor`; `None` when that cannot be said."""
    if not (_is_period(term) and _is_period(floor)):
        return None
    return _longer(floor, term)


def starts_at_formation(clause: LimitClause) -> bool:
    """Whether the term runs from when the information is formed, changed or obtained, as for active disclosure."""
    events = ("形成", "变更", "变动", "获取", "制作", "制定")
    return clause.kind is LimitKind.DEADLINE and (
        (not clause.trigger and clause.relation is Relation.WITHIN) or any(event in clause.trigger for event in events)
    )


def _longer(one: LimitClause | Duration, other: LimitClause | Duration) -> bool | None:
    if one.unit is other.unit and one.number is not None and other.number is not None:
        return one.number > other.number
    first, second = calendar_days(one), calendar_days(other)
    if first is None or second is None:
        return None
    if first[0] > second[1]:
        return True
    return False if first[1] <= second[0] else None


def _at_once(term: LimitClause | Duration) -> bool:
    return term.immediate if isinstance(term, Duration) else term.kind is LimitKind.IMMEDIATE


def _is_deadline(term: LimitClause | Duration) -> bool:
    kinds = (LimitKind.DEADLINE, LimitKind.ON_REQUEST)
    return term.relation is Relation.WITHIN and (isinstance(term, Duration) or term.kind in kinds)


def _is_period(term: LimitClause | Duration) -> bool:
    return term.relation in (Relation.NOT_LESS, Relation.LASTING)
