"""承诺期限 and the limit of a step: 5个工作日内, 25个工作日, 15个工作日，可延长15个工作日, 当场.

In: the text. Out: `Duration`, or `None`, and faults. Never adds days to a date.
"""

from gkstd.model.values.fault import Fault
from gkstd.model.values.fold import Folded, part, whole
from gkstd.model.values.limit_mend import mend
from gkstd.model.values.limit_words import QUANTITY, pattern, quantity
from gkstd.model.values.nearest import closest
from gkstd.model.values.numerals import NUMERAL as N
from gkstd.model.values.numerals import to_int
from gkstd.model.values.term import Duration, Relation, Unit
from gkstd.model.values.vocabulary import DITTO

LONGEST = 200
_KNOWN = (
    "当场",
    "即时",
    "5个工作日内",
    "20个工作日",
    "20日内",
    "15个工作日，可延长15个工作日",
    "公示不少于5个工作日",
    "48小时内",
)
_AT_ONCE = (
    "当场",
    "即时",
    "立即",
    "随时",
    "当场办结",
    "即时办结",
    "即办",
    "即办件",
    "立等可取",
    "当日",
    "当日办结",
    "0个工作日",
)
_NOTE = r"（[^（）]*）"
_SHOWN = r"(?P<shown>公示|公告|公开|征求意见)期?为?"


def parse_duration(text: str) -> tuple[Duration | None, tuple[Fault, ...]]:
    """The duration that `text` writes; a note in brackets is kept in `text` and otherwise passed over."""
    mended, faults = mend(text[:LONGEST])
    if len(text) > LONGEST:
        return None, (whole(text, "unknown-form"),)
    core = pattern(_NOTE).sub("", mended.text).rstrip("。；，、")
    if core in _AT_ONCE:
        return Duration(0, None, Relation.WITHIN, text.strip()), faults
    duration = _read(core, text.strip())
    if duration is not None:
        return duration, faults
    return None, (*faults, _refuse(text, mended, core))


def _read(core: str, text: str) -> Duration | None:
    found = pattern(
        rf"(?:{_SHOWN})?(?P<least>不得?少于|至少)?约?{QUANTITY}(?P<side>内|以上)?(?:办结|完成|答复|内办结)?(?P<more>.*)"
    ).fullmatch(core)
    if found is None:
        return None
    numeral, unit = quantity(found)
    number = to_int(numeral)
    extension = _extension(found["more"], unit)
    if not number or extension == 0:
        return None
    least = found["least"] or found["side"] == "以上"
    relation = Relation.NOT_LESS if least else Relation.LASTING if found["shown"] else Relation.WITHIN
    return Duration(number, unit, relation, text, extension)


def _extension(more: str, unit: Unit) -> int | None:
    """Units that may be added: `None` without an extension, 0 when what follows is not one in the same unit."""
    if not more:
        return None
    found = pattern(rf"[，、；]?(?:经批准)?，?(?:可以|可|最多可|确需)再?(?:延长|延期|延)(?:最长)?{QUANTITY}").fullmatch(
        more
    )
    if found is None or quantity(found)[1] is not unit:
        return 0
    return to_int(found["number"]) or 0


def _refuse(text: str, mended: Folded, core: str) -> Fault:
    if not core:
        return whole(text, "empty")
    if core in DITTO:
        return whole(text, "same-as-above")
    place = (0, len(mended.text))
    found = pattern(rf"(?:.*?)[-—–－~～至到]+({N}个?工作日|{N}日)内?").fullmatch(core)
    if found:
        return part(text, mended, place, "range", f"{found[1]}内")
    if pattern(rf"{N}个?内?").fullmatch(core):
        return part(text, mended, place, "no-unit")
    return part(text, mended, place, "unknown-form", closest(core, _KNOWN, 0.5))
