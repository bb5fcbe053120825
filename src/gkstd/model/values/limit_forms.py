"""The forms of one clause of a time limit.

In: the folded text of one clause, and the clause it leans on. Out: a `LimitClause`, or `None` when no form fits.
Never reports: `limit` says what is wrong with a clause that has no form.
"""

from collections.abc import Callable

from msgspec.structs import replace

from gkstd.model.values.limit_words import (
    AT_ONCE,
    DATE,
    EVENT_VERB,
    PUBLICITY,
    QUANTITY,
    TAIL,
    TIME,
    UNITS,
    pattern,
    quantity,
)
from gkstd.model.values.numerals import NUMERAL as N
from gkstd.model.values.numerals import to_int
from gkstd.model.values.term import LimitClause, LimitKind, Relation

Form = Callable[[str], LimitClause | None]

_PERIOD = "工作日|日|天|周|月|季|年|6个月"
_POINT = (
    rf"(?:{DATE})(?:[、和及](?:{DATE}))*|[首第末][{N[1:-2]}]?个?[月季](?:{N}[日号])?|{N}[日号]|[初末底终]|结束后|终了后|第{N}季"
    rf"|(?:结束|终了)后{N}个?(?:工作日|日|天|月)内"
)
_TIMES = rf"(?:至少|不少于)?(?:{'公开|公布|公示|公告|发布|更新|通报'})?(?:至少|不少于)?(?P<times>{N})次(?:以上)?"
_FROM = r"(?P<scope>.*?)(?<![各亲独来出擅])自(?![然治愿我身觉]|行(?!政)|主(?!管)|动(?!工)|建(?!设|成|立)|查(?!处|封|明))(?:该|本|其)?(?P<trigger>.+?)(?:之日|当日|之时)?(?:起|后)?"


def read(clause: str, leans_on: LimitClause | None = None) -> LimitClause | None:
    """The clause that folded `clause` writes, without its `text`; a number too long to be one gives `None`."""
    core, extension = _core(clause)
    scope, mark, rest = core.partition("：")
    if mark and rest:
        inner = read(rest, leans_on)
        return inner and replace(inner, scope=inner.scope or scope)
    if core.startswith("除") and (found := pattern(r"(.+?(?:以外|之外|外)[^，]{0,8})，(.+)").fullmatch(core)):
        inner = read(found[2], leans_on)
        return inner and replace(inner, scope=inner.scope or found[1])
    for form in FORMS:
        clause_read = form(core)
        if clause_read is not None:
            return replace(clause_read, extension=extension)
    return _leaning(core, leans_on)


def _core(clause: str) -> tuple[str, int | None]:
    """The clause without notes in brackets after its time, without its extension, with 半年 as months."""
    core, extension = clause, None
    if "延" in core and (
        found := pattern(rf"[，、；]?(?:经批准)?，?(?:可以|可|最多可|确需)再?(?:延长|延期|延){QUANTITY}$").search(core)
    ):
        core, extension = core[: found.start()], to_int(found["number"])
    if "（" in core and (time := pattern(TIME).search(core)):
        core = core[: time.end()] + pattern(r"（[^（）]*）").sub("", core[time.end() :])
    return core.replace("季度", "季").replace("年度", "年").replace("半年", "6个月"), extension


def _clause(
    kind: LimitKind, relation: Relation, scope: str = "", trigger: str = "", *, point: str = "", times: int = 1
) -> LimitClause:
    return LimitClause(scope, trigger, None, None, relation, kind, "", point, times)


def _every(core: str) -> LimitClause | None:
    """每年1月31日前, 每季的首个月20日, 每月公布一次, 企业每季."""
    if "每" not in core:
        return None
    found = pattern(
        rf"(?P<scope>.*?)每(?P<every>{N})?个?(?P<unit>{_PERIOD})的?"
        rf"(?:(?P<point>{_POINT})(?P<side>前|之前|以前|内)?)?(?:{_TIMES}|{TAIL})"
    ).fullmatch(core)
    if found is None:
        return None
    unit = found["unit"]
    number = 6 if unit == "6个月" else to_int(found["every"] or "1")
    side, point = found["side"] or "", found["point"] or ""
    relation = Relation.BEFORE if side.endswith("前") else Relation.ON_DATE if point else Relation.WITHIN
    times = to_int(found["times"]) if found["times"] else len(pattern("[、和及]").split(point))
    if not number or not times:
        return None
    clause = _clause(LimitKind.PERIODIC, relation, found["scope"], point=point, times=times)
    return replace(clause, number=number, unit=UNITS[unit[-1] if unit == "6个月" else unit])


def _so_often(core: str) -> LimitClause | None:
    """按年公开, 1次/年, 至少1次/6个月, 6个月至少更新1次, 一年一次, 年公开."""
    found = None
    if "按" in core:
        found = pattern(rf"(?P<scope>.*?)按(?P<unit>年|季|月|周|日|6个月)(?:{TAIL})").fullmatch(core)
    if not found and "次/" in core:
        found = pattern(rf"(?P<scope>.*?)(?:至少|不少于)?(?P<times>{N})次/每?(?P<unit>{_PERIOD})").fullmatch(core)
    if not found and "次" in core:
        found = pattern(rf"(?P<scope>.*?)(?P<every>[1一])?(?P<unit>6个月|年|季|月|周|日){_TIMES}").fullmatch(core)
    if not found:
        return None
    times = to_int(found.groupdict().get("times") or "1")
    unit = found["unit"]
    if not times:
        return None
    clause = _clause(LimitKind.PERIODIC, Relation.WITHIN, found["scope"], times=times)
    number, unit = (6, "月") if unit == "6个月" else (1, unit)
    return replace(clause, number=number, unit=UNITS[unit])


def _amount(core: str) -> LimitClause | None:
    """A length of time with its relation, for the first length that explains the whole clause."""
    for found in pattern(QUANTITY).finditer(core):
        after = pattern(rf"(?P<side>内|前|之前|以前|以上|及以上|)(?:的)?{TAIL}").fullmatch(core, found.end())
        if after is None:
            continue
        numeral, unit = quantity(found)
        number = to_int(numeral)
        clause = _related(core[: found.start()], after["side"], after["tail"] or "")
        if number and clause is not None:
            return replace(clause, number=number, unit=unit)
    return None


def _related(before: str, side: str, tail: str) -> LimitClause | None:
    """The clause around a length of time, from the words `before` it and the `side` and `tail` after it."""
    least = pattern(r"(?P<scope>.*?)(?:不得?少于|至少|最少)").fullmatch(before)
    if side.endswith("上") or (least and not side):
        return _clause(LimitKind.PUBLICITY, Relation.NOT_LESS, _shown(least["scope"] if least else before))
    if side == "内":
        return _within(before)
    if side or before.endswith(("提前", "前")):
        event = before.removesuffix("提前").removesuffix("前") if not side else before
        return _clause(LimitKind.DEADLINE, Relation.BEFORE, trigger=event.removeprefix("在"))
    if pattern(PUBLICITY).search(before) or tail.startswith("公示"):
        return _clause(LimitKind.PUBLICITY, Relation.LASTING, _shown(before))
    return None


def _shown(before: str) -> str:
    """What is on show: 公示期为 → nothing more than the limit itself; 文件发售期 → 文件发售."""
    scope = pattern(r"(?:期限|时间|期)?(?:应当|应|为|共|均)*$").sub("", before, count=1)
    return "" if scope in ("公示", "公开", "公告") else scope.rstrip("，、")


def _within(before: str) -> LimitClause:
    """自…之日起, …后, or a bare event or element before 20个工作日内."""
    text = before.rstrip("，、的")
    found = pattern(_FROM).fullmatch(text)
    if found:
        scope = pattern(r"(?:应当|应|须|，|、|的)+$").sub("", found["scope"])
        return _deadline(scope, found["trigger"])
    found = pattern(r"(?:从|在)?(?P<trigger>.+?)(?:之日起|当日起|起|之日后|之后|以后|后)").fullmatch(text)
    if found:
        return _deadline("", found["trigger"])
    bare = pattern(r"(?:应当|应|须|最迟|最长|一般)+$").sub("", text)
    return _deadline("", bare) if pattern(EVENT_VERB).search(bare) else _deadline(bare, "")


def _deadline(scope: str, trigger: str) -> LimitClause:
    asked = "申请" in trigger and pattern("收到|接到|受理").search(trigger)
    return _clause(LimitKind.ON_REQUEST if asked else LimitKind.DEADLINE, Relation.WITHIN, scope, trigger)


def _at_once(core: str) -> LimitClause | None:
    """实时公开, 批复后及时公开, 按进展情况及时公开, 走逃随时."""
    found = pattern(rf"(?P<before>.*?)(?:{AT_ONCE})(?:{AT_ONCE})?(?:{TAIL})").fullmatch(core)
    if found is None:
        return None
    before = found["before"].rstrip("，、")
    start = pattern(r"(?:自|从|在)?(.+?)(?:之日起|起|之后|以后|后)").fullmatch(before)
    if start or before.startswith(("按", "根据", "依据", "视")):
        return _clause(LimitKind.IMMEDIATE, Relation.NONE, trigger=start[1] if start else before)
    return _clause(LimitKind.IMMEDIATE, Relation.NONE, scope=before)


def _standing(core: str) -> LimitClause | None:
    """长期公开, 公开期限长期有效, 长期公开，动态更新."""
    if "长期" not in core:
        return None
    found = pattern(
        r"(?P<scope>.*?)(?:公开|公示)?(?:期限|时限|时间)?为?长期(?:公开|公示|公布|有效|保留|更新)*"
        r"(?:[，、]?并?(?:动态|定期|及时|实时)(?:调整|更新))?"
    ).fullmatch(core)
    return _clause(LimitKind.STANDING, Relation.NONE, found["scope"]) if found else None


def _on_date(core: str) -> LimitClause | None:
    """1月31日前, 2018年12月31日前公开."""
    if "月" not in core and "年" not in core:
        return None
    found = pattern(rf"(?P<scope>[^0-9]*?)于?(?P<point>{DATE})(?P<side>前|之前|以前)?(?:{TAIL})").fullmatch(core)
    if found is None:
        return None
    relation = Relation.BEFORE if found["side"] else Relation.ON_DATE
    return _clause(LimitKind.DEADLINE, relation, found["scope"], point=found["point"])


def _next(core: str) -> LimitClause | None:
    """认定后次月公告: by the end of the month that follows."""
    if "次" not in core and "下" not in core:
        return None
    found = pattern(rf"(?P<trigger>.*?)(?:之后|后|的)?(?P<point>[次下]个?[日月季年])内?(?:{TAIL})").fullmatch(core)
    if found is None:
        return None
    clause = _clause(LimitKind.DEADLINE, Relation.ON_DATE, trigger=found["trigger"], point=found["point"])
    return replace(clause, number=1, unit=UNITS[found["point"][-1]])


def _event(core: str) -> LimitClause | None:
    """在实地启动拟征收土地工作时, 随预决算公开, 公示期内现场说明."""
    found = pattern(r"随(?!时)(?P<trigger>.+)").fullmatch(core) or pattern(
        rf"(?:与|在|于)?(?P<trigger>.+?)(?:的?同时|同步|之时|时|当日|之日)(?:{TAIL})"
    ).fullmatch(core)
    if found:
        return _clause(LimitKind.EVENT, Relation.ON_DATE, trigger=found["trigger"])
    found = pattern(rf"(?:在)?(?P<trigger>[^，]+?期)(?:间|限)?内?(?:{TAIL})").fullmatch(core)
    return _clause(LimitKind.EVENT, Relation.WITHIN, trigger=found["trigger"]) if found else None


def _leaning(core: str, leans_on: LimitClause | None) -> LimitClause | None:
    """报告表5个工作日 after 公示报告书10个工作日: a bare length takes kind and relation from the clause before."""
    found = pattern(rf"(?P<scope>.*?){QUANTITY}").fullmatch(core)
    if found is None or leans_on is None or leans_on.number is None:
        return None
    numeral, unit = quantity(found)
    number = to_int(numeral)
    return replace(leans_on, scope=found["scope"], number=number, unit=unit, extension=None) if number else None


FORMS: tuple[Form, ...] = (_every, _so_often, _on_date, _amount, _standing, _at_once, _next, _event)
"""Tried in this order; the more exact forms come first."""
