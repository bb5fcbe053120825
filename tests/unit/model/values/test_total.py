"""No parser raises on any text; every fault points inside the text and is of a known kind."""

from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from gkstd.model.values.audience import parse_audience
from gkstd.model.values.channel import parse_channel
from gkstd.model.values.citation import parse_citation
from gkstd.model.values.docnumber import normalise_document_number
from gkstd.model.values.fault import WORDING, Fault
from gkstd.model.values.level import parse_level
from gkstd.model.values.limit import parse_duration, parse_limit
from gkstd.model.values.method import parse_method
from gkstd.model.values.nearest import nearest
from gkstd.model.values.numerals import to_int
from gkstd.model.values.stage import parse_stage
from gkstd.model.values.stdnumber import parse_standard_number
from gkstd.model.values.topic import parse_topic

Parser = Callable[[str], tuple[Any, tuple[Fault, ...]]]
PARSERS: tuple[Parser, ...] = (
    parse_limit,
    parse_duration,
    parse_citation,
    normalise_document_number,
    parse_standard_number,
    parse_channel,
    parse_audience,
    parse_method,
    parse_level,
    parse_stage,
    parse_topic,
)
WORDS = st.sampled_from(
    [
        "自",
        "之日起",
        "20",
        "二十",
        "个",
        "工作日",
        "工作曰",
        "日",
        "天",
        "月",
        "半年",
        "内",
        "以内",
        "前",
        "后",
        "时",
        "每",
        "按",
        "公示",
        "公告",
        "公开",
        "不少于",
        "不得少于",
        "及时",
        "长期",
        "其中",
        "可延长",
        "次",
        "/",
        "-",
        "—",
        "，",
        "、",
        "；",
        "。",
        "：",
        "（",
        "）",
        "《",
        "》",
        "〈",
        "〉",
        "<",
        ">",
        "【",
        "】",
        "[",
        "]",
        "〔",
        "〕",
        "第",
        "条",
        "款",
        "项",
        "章",
        "之",
        "至",
        "和",
        "号",
        "令",
        "国令",
        "主席令",
        "国办发",
        "2016",
        "80",
        "公告",
        "年",
        "GB/T",
        "1.1",
        "2009",
        "Q/",
        "DB61",
        "（所有部分）",
        "全社会",
        "特定群体",
        "其他",
        "政府网站",
        "■",
        "□",
        "同上",
        "县级",
        "乡",
        "主动",
        "不予公开",
        "決",
        "開",
        "法",
        "条例",
        "法律",
        "修正",
        "0",
        "99999999999",
        "随",
        "期",
        "次月",
        "申请",
        "受理",
        "\u3000",
        "\xad",
        "\u200b",
        "\n",
        "\t",
    ]
)
TEXTS = st.text(max_size=60) | st.lists(WORDS, max_size=14).map("".join)


@pytest.mark.parametrize("parse", PARSERS)
@given(text=TEXTS)
@example(text="")
@example(text="\u3000\n")
@example(text="\ud800")
@example(text="９" * 5000)
@example(text="《" * 600)
@example(text="（" * 399)
def test_never_raises_and_points_inside(parse: Parser, text: str) -> None:
    value, faults = parse(text)
    assert parse(text) == (value, faults)
    assert value is not None or faults
    for fault in faults:
        assert 0 <= fault.start <= fault.end <= len(text)
        assert fault.found == text[fault.start : fault.end]
        assert fault.kind in WORDING
        assert fault.nearest != fault.found or not fault.found


@given(TEXTS)
def test_numbers_normalise_once(text: str) -> None:
    number, _ = normalise_document_number(text)
    assert not number or normalise_document_number(number)[0] == number


@given(TEXTS)
def test_a_limit_has_clauses_or_faults(text: str) -> None:
    limit, faults = parse_limit(text)
    assert limit.text == text.strip()
    assert limit.clauses or faults
    assert all(clause.text and clause.text in text for clause in limit.clauses)
    assert all(clause.number is None or clause.number > 0 for clause in limit.clauses)


@given(TEXTS, st.lists(TEXTS, max_size=5))
def test_nearest_and_numerals_take_anything(word: str, known: list[str]) -> None:
    assert set(nearest(word, known)) <= set(known)
    assert to_int(word) is None or to_int(word) >= 0  # type: ignore[operator]


def test_every_kind_is_worded_in_both_languages() -> None:
    assert all(chinese and english for chinese, english in WORDING.values())
