"""GK670 to GK672, GK684, GK685, GK691: numbers, ranges, units and numbers of standards (GB/T 15835—2011, GB 3101—1993).

Patterns begin with the character that sets them off and look behind it only then: a scan is ten times as quick.
"""

import re
from collections.abc import Iterator

from gkstd.checks.drafting.desk import Desk, at
from gkstd.checks.drafting.found import Found, Mend
from gkstd.checks.drafting.lazy import Lazy
from gkstd.diagnostics.codes import lint_text

UNIT = (
    r"个|%|％|‰|℃|°|天|日|小时|分钟|秒|周|月|年|元|万元|亿元|米|千米|公里|毫米|厘米|公斤|千克|克|吨|条|件|项|次|份|人|户|名|页|处|家|"
    r"倍|级|类|章|节|款|分|位|字|张|台|套|间|平方米|亩|公顷|(?:mm|cm|km|m|kg|g|h|min|s|lx|dB|MB|GB|px|pt|dpi)(?![A-Za-z])"
)
NUMBER = r"[0-9]+(?:\.[0-9]+)?"
RANGE = Lazy(
    rf"(?<![0-9A-Za-z.〔\-—/])(?P<first>{NUMBER})(?P<unit>%|％|‰|℃|°|天|日|个?工作日|小时|分钟|年|月|元|万元?|亿元?|[a-z]{{1,2}})?"
    rf"(?P<dash>\s?(?:--?|~|–|—|−|－|―|∼|〜|——)\s?)(?P<last>{NUMBER})(?=\s?(?P<after>{UNIT}))(?![0-9A-Za-z]*[-—][0-9])"
)
CLOCK = Lazy(r"[0-9](?<![0-9].)[0-9]?[:：][0-9]{2}(?P<dash>\s?(?:-|~|–|−|－|∼|〜)\s?)[0-9]{1,2}[:：][0-9]{2}")
TILDE = Lazy(
    r"(?<=[0-9%％℃日年月时分天级类章A-Z])(?:~|∼|〜)(?=[0-9A-Z第附])|(?<=附录[A-Z])(?:-|–|—)(?=(?:附录)?[A-Z](?![A-Za-z0-9]))|(?<=第[0-9])(?:-|–)(?=[0-9]+[章条])"
)
WEEK = Lazy(r"(?:-|~|–|−|－|∼|〜)(?<=周[一二三四五六日].)(?=周[一二三四五六日])")
HAN_RANGE = Lazy(r"(?<=[一二三四五六七八九十百])(?:-|~|–|−|－|∼|〜)(?=[一二三四五六七八九十百])")
PERCENT = Lazy(rf"[0-9](?<![0-9.].)[0-9]*(?:\.[0-9]+)?(?=[～—~至-]{NUMBER}(?P<sign>[%％‰]))")
RUN_TOGETHER = Lazy(r"(?<![A-Za-z0-9/])(?:GBT|GB-T|GBZ|GB／T|GB∕T|GB⁄T|GB\\T|DB[0-9]{2}T|HJT|MZT)\s?(?=[0-9])")
RUN_TOGETHER_WORDS = ("GBT", "GB-T", "GBZ", "GB／T", "GB∕T", "GB⁄T", "GB\\T", "DB", "HJT", "MZT")
THOUSANDS = Lazy(r"(?<![0-9.,])[0-9]{1,3}(?:[,，][0-9]{3})+(?![0-9])")
BARE_POINT = Lazy(r"\.(?<![0-9A-Za-z.]\.)[0-9]+(?=[0-9]*(?:\s?[%℃]|[^\x00-\u3000]))")
TIMES = Lazy(rf"(?P<a>{NUMBER}\s?(?:mm|cm|m|px)?)\s?[xX*]\s?(?P<b>{NUMBER}\s?(?:mm|cm|m|px)?)(?![0-9A-Za-z])")
SHORT_YEAR = Lazy(r"[0-9](?<![0-9.\-第].)[0-9]年(?=[0-9]{1,2}月|起[^算始的]|以来|年?底|年?初|版|修订)")
HAN_DATE = Lazy(
    r"[二一][〇○零ＯO0一二三四五六七八九]{3}年(?:[一二三四五六七八九十]{1,3}月(?:[一二三四五六七八九十]{1,3}日)?)?"
)
_HAN = "一二两三四五六七八九十百"
_MEASURES = ("个工作日", "个小时", "小时", "分钟", "公里", "千米", "毫米", "厘米", "平方米", "公斤", "千克", "吨")
HAN_MEASURE = Lazy(
    rf"[{_HAN}](?:(?<![第{_HAN}].)[{_HAN}]*(?:{'|'.join(_MEASURES)})|(?<=百)分之[{_HAN}]+|(?<![一两])[二三四五六七八九十百]*(?:日内|天内|日前|(?<=十)天|(?<=十.)天))"
)
UNIT_SPACE = Lazy(
    r"[0-9](?<![0-9A-Za-z.\-#].)[0-9]*(?:\.[0-9]+)?(?:mm|cm|km|kg|lx|dB|m²|m³|MB|GB|kW|min|px|dpi|[hmgs])(?![A-Za-z0-9²³])"
)
UNIT_FORM = Lazy(
    r"(?P<number>[0-9](?<![0-9A-Za-z.\-#].)[0-9]*(?:\.[0-9]+)?)[ ]?(?P<unit>m2|m3|KG|Kg|KM|Km|MM|Mm|CM|Cm|公分|平米|㎡|㎏|㎜|㎝|㎞)(?![A-Za-z0-9])"
)
UNITS = {"m2": "m²", "m3": "m³", "公分": "cm", "平米": "m²", "㎡": "m²", "㎏": "kg", "㎜": "mm", "㎝": "cm", "㎞": "km"}
UNIT_FORM_WORDS = (*UNITS, "KG", "Kg", "KM", "Km", "MM", "Mm", "CM", "Cm", "m3")
POINT_DATE = Lazy(
    r"(?P<year>[12](?<![0-9.].)(?:(?<=1)9|(?<=2)0)[0-9]{2})(?P<mark>[./])(?P<month>[0-9]{1,2})(?P=mark)(?P<day>[0-9]{1,2})(?![0-9./])"
)

TIME_UNITS = ("年", "月", "日")


NOT_YEARS = tuple("~～—第近满足达于过")
"""Before a number of years that is no year."""

DASHES = "-~–—−－―∼〜"


def ranges(desk: Desk) -> Iterator[Found]:
    """～ in ranges of values, — in ranges of dates and of hours, and the sign of percentages at both ends."""
    judged: set[tuple[int, int]] = set()
    for run, hit in desk.draft.find(RANGE, DASHES, quoted=True):
        dash, unit, after = hit["dash"], hit["unit"] or "", hit["after"]
        judged.add(hit.span("dash"))
        years = after == "年" and len(hit["first"]) == len(hit["last"]) == 4
        dates = after in TIME_UNITS and "—" in dash and (unit in TIME_UNITS or len(hit["first"]) <= 4)
        wanted = "—" if years else "～"
        if dash != wanted and not dates:
            right = f"{hit['first']}{unit}{wanted}{hit['last']}{after}"
            yield at(desk, lint_text.RANGE, run, *hit.span("dash"), dash=wanted, right=right, mend=wanted)
    yield from _other_ranges(desk, judged)
    for run, hit in desk.draft.find(PERCENT, "～至", quoted=True):
        right = hit[0] + hit["sign"]
        yield at(desk, lint_text.PERCENT_RANGE, run, *hit.span(), right=right, mend=right)


OTHER_RANGES = (
    (CLOCK, ":：", "—"), (WEEK, tuple(f"{dash}周" for dash in "-~–−－∼〜"), "—"), (TILDE, "-~–∼〜—", "～"), (HAN_RANGE, "-~–−－∼〜", "～")
)  # fmt: skip


def _other_ranges(desk: Desk, judged: set[tuple[int, int]]) -> Iterator[Found]:
    """Hours, days of the week, letters of annexes, numbers in Chinese; `judged` are dashes spoken of already."""
    text = desk.draft.text
    for pattern, triggers, wanted in OTHER_RANGES:
        for run, hit in desk.draft.find(pattern, triggers, quoted=True):
            start, end = hit.span("dash") if pattern is CLOCK else hit.span()
            if (start, end) in judged:
                continue
            right = (text[max(run.start, start - 3) : start] + wanted + text[end : end + 3]).strip("\ue000\ue001\n")
            yield at(desk, lint_text.RANGE, run, start, end, dash=wanted, right=right, mend=wanted)


def standard_numbers(desk: Desk) -> Iterator[Found]:
    """GB/T 1526—1989: a space after the code, a one-em dash before the year."""
    for start, piece in desk.draft.citations:
        run = desk.draft.run_at(start)
        if run is None:
            continue
        last = start + piece.end - piece.start
        if desk.draft.text[start - 1 : start] == "《" and desk.draft.text[last : last + 1] == "》":
            place, within = desk.draft.place(run, start - 1, last + 1)
            ends = (Mend((within[0], within[0] + 1), "《", ""), Mend((within[1] - 1, within[1]), "》", ""))
            yield Found(lint_text.NUMBER_FORM, place, within, (("right", piece.number),), mends=ends)
        if piece.text == piece.number:
            continue
        place, within = desk.draft.place(run, start, start + piece.end - piece.start)
        mends = (Mend(within, piece.text, piece.number),)
        yield Found(lint_text.NUMBER_FORM, place, within, (("right", piece.number),), mends=mends)
    for run, hit in desk.draft.find(RUN_TOGETHER, RUN_TOGETHER_WORDS, quoted=True):
        code = re.sub(r"[-／∕⁄\\]", "", hit[0].strip())
        right = f"{code[:-1]}/{code[-1]} "
        yield at(desk, lint_text.NUMBER_FORM, run, *hit.span(), right=right.strip(), mend=right)


def figures(desk: Desk) -> Iterator[Found]:
    """Thousands, decimals, the sign of multiplication, years in full, dates and measures in Arabic digits."""
    for pattern, triggers in ((THOUSANDS, ","), (BARE_POINT, "."), (TIMES, "xX*")):
        for run, hit in desk.draft.find(pattern, triggers):
            right = re.sub("[,，]", "", hit[0]) if pattern is THOUSANDS else f"0{hit[0]}"
            if pattern is TIMES:
                right = f"{hit['a'].strip()} × {hit['b'].strip()}"
            yield at(desk, lint_text.FIGURES, run, *hit.span(), right=right, mend=right)
    for run, hit in desk.draft.find(UNIT_FORM, UNIT_FORM_WORDS):
        unit = hit["unit"]
        right = f"{hit['number']} {UNITS.get(unit, unit.lower())}"
        yield at(desk, lint_text.FIGURES, run, *hit.span(), right=right, mend=right)
    for run, hit in desk.draft.find(POINT_DATE, "./"):
        right = f"{hit['year']}-{int(hit['month']):02}-{int(hit['day']):02}"
        yield at(desk, lint_text.FIGURES, run, *hit.span(), right=right, mend=right)
    for run, hit in desk.draft.find(SHORT_YEAR, "年"):
        if desk.draft.text[hit.start() - 1 : hit.start()] in NOT_YEARS:
            continue
        yield at(desk, lint_text.FIGURES, run, *hit.span(), right=f"20{hit[0]}")
    for run, hit in desk.draft.find(HAN_DATE, ("二〇", "二○", "二零", "二O", "二Ｏ", "二0", "一九")):
        yield at(desk, lint_text.CHINESE_NUMBER, run, *hit.span(), word=hit[0])
    for run, hit in desk.draft.find(HAN_MEASURE, (*_MEASURES, "百分之", "日内", "天", "日前")):
        yield at(desk, lint_text.CHINESE_NUMBER, run, *hit.span(), word=hit[0])


def unit_space(desk: Desk) -> Iterator[Found]:
    """15 mm; Chinese units, %, ℃ and ° follow without a space."""
    for run, hit in desk.draft.find(UNIT_SPACE, "mgxBnkWhsid", quoted=True):
        right = re.sub(r"(?<=[0-9])(?=[a-zA-Z])", " ", hit[0], count=1)
        yield at(desk, lint_text.UNIT_SPACE, run, *hit.span(), right=right, mend=right)
