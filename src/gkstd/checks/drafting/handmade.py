"""GK648, GK664, GK665: numbers and labels typed by hand where the compiler gives them (GB/T 1.1—2020, 7.3 to 7.6 and 9.9).

In titles (5 时限, 一、时限, 附录A 检查方法), at the beginning of paragraphs (（1）…, 5.1 …), inside them (a）…；b）…), as
labels of notes and examples (注1：, 备注：), and 上表, 下图 for a number.
"""

import re
from collections.abc import Iterator

from gkstd.checks.drafting.desk import Desk, at
from gkstd.checks.drafting.draft import SILENT, Run
from gkstd.checks.drafting.found import Found, Mend
from gkstd.checks.drafting.lazy import Lazy
from gkstd.diagnostics import Severity
from gkstd.diagnostics.codes import lint, lint_text
from gkstd.model.prose.tree import Example, Note
from gkstd.model.prose.walk import each

_CN = "一二三四五六七八九十"
TITLE = Lazy(
    rf"第[{_CN}百0-9]+[章条节款](?:[\s\u3000、：]+)|[{_CN}]+、\s*|[（(][{_CN}0-9]+[)）]\s*|[0-9]+(?:\.[0-9]+)*(?:[\s\u3000]+(?=[\u4e00-\u9fff])|[、．][\s\u3000]*)"
    r"|附录[\s\u3000]?[A-Z](?![A-Za-z0-9])[\s\u3000：、]*|[A-Z](?:\.[0-9]+)+[\s\u3000]+|[表图][\s\u3000]?(?:[A-Z]\.)?[0-9]+[\s\u3000：、]+"
)
NATURE = Lazy(r"[（(](?:规范性|资料性)(?:附录)?[）)][\s\u3000]*")
OPENING = Lazy(
    rf"第[{_CN}百]+[章条节款](?=[\s\u3000])|[{_CN}]+、|[（(][{_CN}]+[)）]、?|[（(][0-9]+[)）]、?|[0-9]+[、．](?![0-9])|[①-⑳]"
    r"|[0-9]+(?:\.[0-9]+)+[ \u3000]+(?=[\u4e00-\u9fff])"
)
SERIES = Lazy(
    r"(?:(?<=[：:；;，。,\ue001\n])[（(]?1[)）][^\n]{2,}?[；;，。,]\s?[（(]?2[)）]|(?<=[：:；;，。,\ue001\n])a[)）][^\n]{2,}?[；;，。,]\s?b[)）]"
    r"|①[^\n]{2,}?②|（一）[^\n]{2,}?[；;，。,]\s?（二）)"
)
LABEL = Lazy(
    r"(?:注|示例)(?:[ \u3000]+[0-9]+|[ \u3000]*[一二三四五六七八九十])[：:]|(?:备注|附注|说明|例如|例子|举例|例)[0-9]{0,2}[：:](?![\ue001\n]|$)"
)
INSIDE = Lazy(r"注(?<=[。；）]注)[0-9]{0,2}[：:]|示例(?<=[。；）]示例)[0-9]{0,2}[：:]|（(?:注|示例)[0-9]{0,2}[：:]")
SERIES_WORDS = ("2)", "2）", "b)", "b）", "②", "（二）")
TYPED_LABEL = Lazy(r"(?P<what>注|示例)(?P<number>[0-9]{0,2})(?P<mark>[：:])")
LABELS = {"备注": "注", "附注": "注", "说明": "注", "注": "注"}
RELATIVE = Lazy(
    r"[上下前后](?:(?<=[上下])(?:(?:(?<=[见如按照在与和由及是据于].)|(?<=使用.|采用.|对照.|包含.|符合.))面?的?[表图](?![A-Z0-9])"
    r"|(?<=[\ue001\n，。；].)面?的?[表图](?=列|的|所|说|给|从|为|中)|面?的?[表图](?=所[示列]))"
    r"|(?<=[见按照据].)一?[章条节])"
)
_DIGITS = f"{_CN}百0123456789."


def typed_markers(desk: Desk) -> Iterator[Found]:
    """Numbers of clauses and list items typed in titles and texts."""
    for place, title in desk.titles:
        for pattern in (TITLE, NATURE):
            hit = _number(TITLE, title, 0) if pattern is TITLE else "性" in title and pattern.search(title)
            if hit and hit[0] != title:
                mends = (Mend(hit.span(), hit[0], ""),)
                yield Found(lint_text.TYPED_MARKER, place, hit.span(), (("word", hit[0].strip()),), mends=mends)
    for run in desk.draft.runs:
        if run.kind in ("paragraph", "item"):
            yield from _opening(desk, run)
        elif run.kind == "caption" and (hit := _number(TITLE, desk.draft.text, run.start, run.end)):
            yield at(desk, lint_text.TYPED_MARKER, run, *hit.span(), word=hit[0].strip())
    for run, hit in desk.draft.find(SERIES, SERIES_WORDS):
        if run.kind in ("paragraph", "item") and not OPENING.match(desk.draft.text, run.start, run.end):
            yield at(desk, lint_text.TYPED_MARKER, run, *hit.span(), word=hit[0][:3].strip("；，。"))


def typed_labels(desk: Desk) -> Iterator[Found]:
    """注1： with its number, 注: with the wrong colon, 备注：, and notes that do not begin a paragraph."""
    for home in desk.draft.homes:
        for block in each(home.passage.blocks):
            if not isinstance(block, (Note, Example)):
                continue
            hit = TYPED_LABEL.match(home.raw, block.start)
            if hit and (hit["number"] or hit["mark"] == ":"):
                label = f"{hit['what']}："
                values, mends = (("word", hit[0]), ("label", label)), (Mend(hit.span(), hit[0], label),)
                yield Found(lint_text.TYPED_LABEL, home.passage.place, hit.span(), values, mends=mends)
    for run in desk.draft.runs:
        if run.kind != "paragraph" or desk.draft.text[run.start] not in "注示备附说例":
            continue
        if hit := LABEL.match(desk.draft.text, run.start, run.end):
            label = "示例：" if "例" in hit[0] else "注："
            sure = hit[0][0] in "注示备附"
            severity = None if sure else Severity.NOTE
            mend = label if sure else None
            yield at(
                desk, lint_text.TYPED_LABEL, run, *hit.span(), word=hit[0], label=label, mend=mend, severity=severity
            )
    for run, hit in desk.draft.find(INSIDE, "注例"):
        if run.kind in ("paragraph", "item"):
            label = "示例：" if "例" in hit[0] else "注："
            yield at(desk, lint_text.TYPED_LABEL, run, *hit.span(), word=hit[0], label=label)


def relative_mentions(desk: Desk) -> Iterator[Found]:
    """见上表, 下图所示, 见上条: what moves when something is put between."""
    for run, hit in desk.draft.find(RELATIVE, "上下前后"):
        if desk.draft.passage(run).part != "foreword":
            yield at(desk, lint.RELATIVE, run, *hit.span(), word=hit[0])


def _opening(desk: Desk, run: Run) -> Iterator[Found]:
    text = desk.draft.text
    start = run.start
    while start < run.end and text[start] == SILENT:
        start += 1
    if hit := _number(OPENING, text, start, run.end):
        yield at(desk, lint_text.TYPED_MARKER, run, *hit.span(), word=hit[0].strip())


def _number(pattern: Lazy, text: str, at: int, end: int | None = None) -> re.Match[str] | None:
    """What a title or a paragraph begins with, if its first letters may begin a number: the patterns take long to compile."""
    return pattern.match(text, at, end) if _may_number(text[at : at + 40]) else None


def _may_number(head: str) -> bool:
    """False where a number can surely not be: the two patterns in fewer words."""
    first, second = head[:1], head[1:2]
    if "A" <= first <= "Z":
        return second == "."
    if first in "（(":
        return second in _DIGITS
    if first == "附":
        return second == "录" and any("A" <= letter <= "Z" for letter in head[2:4])
    if first in "表图":
        return second.isascii() or second.isspace()
    if first in _DIGITS or first == "第":
        after = head.removeprefix("第").lstrip(_DIGITS)[:1]
        return after in "章条节款、．" or after.isspace()
    return "①" <= first <= "⑳"
