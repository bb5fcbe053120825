"""What is refused in a time limit, where the fault points, and what is offered instead."""

import pytest

from gkstd.model.values.limit import LONGEST, parse_limit
from gkstd.model.values.limit_words import KNOWN_FORMS


@pytest.mark.parametrize(
    ("text", "kind", "found", "nearest"),
    [
        ("20个工作曰", "near-miss", "20个工作曰", "20个工作日"),
        ("自信息形成之日起20工作日以内", "near-miss", "20工作日以内", "20个工作日内"),
        ("二十工作日內", "near-miss", "二十工作日內", "二十个工作日内"),
        ("20個工作日内", "near-miss", "20個工作日内", "20个工作日内"),
        ("马上公开", "near-miss", "马上", "及时"),
        ("批复后尽快公开", "near-miss", "尽快", "及时"),
        ("永久公开", "near-miss", "永久", "长期"),
        ("长期公開", "near-miss", "開", "开"),
        ("信息形成之日期20个工作日内", "near-miss", "之日期", "之日起"),
        ("公示≥30日", "near-miss", "≥", "不少于"),
        ("制 定 或 获 取信息后20日内", "inner-space", "制 定 或 获 取信息后", "制定或获取信息后"),
        ("20个工作日", "no-relation", "20个工作日", "20个工作日内"),
        ("公示5日；决定后20个工作日送达", "no-relation", "决定后20个工作日送达", "决定后20个工作日内送达"),
        ("信息形成之日起20内公开", "no-unit", "信息形成之日起20内公开", ""),
        ("3月内", "unknown-form", "3月内", "3个月内"),
        ("签订后在征收范围内公布", "no-time", "签订后在征收范围内公布", "签订后及时在征收范围内公布"),
        ("按环节", "no-time", "按环节", "按环节及时公开"),
        ("按规定公开", "no-time", "按规定公开", "按规定及时公开"),
        ("长其公开", "unknown-form", "长其公开", "长期公开"),
        ("每机度公开", "unknown-form", "每机度公开", "每季度公开"),
        ("0个工作日内", "bad-number", "0个工作日内", ""),
        ("9999999999个工作日内", "bad-number", "9999999999个工作日内", ""),
        ("同上", "same-as-above", "同上", ""),
        ("", "empty", "", ""),
        ("；", "empty", "；", ""),
        ("常态化", "unknown-form", "常态化", ""),
    ],
)
def test_refused(text: str, kind: str, found: str, nearest: str) -> None:
    fault = parse_limit(text)[1][0]
    assert (fault.kind, fault.found, fault.nearest) == (kind, found, nearest)


@pytest.mark.parametrize("text", ["20个工作曰内", "马上公开", "公示≥30日", "批准后20日以内", "长期公開"])
def test_a_mended_word_leaves_its_clause(text: str) -> None:
    limit, (fault,) = parse_limit(text)
    (clause,) = limit.clauses
    assert clause.text == text
    good = text[: fault.start] + fault.nearest + text[fault.end :]
    (same,) = parse_limit(good)[0].clauses
    assert (same.kind, same.number, same.unit, same.trigger) == (
        clause.kind,
        clause.number,
        clause.unit,
        clause.trigger,
    )


@pytest.mark.parametrize("text", ["20个工作日", "3月内", "签订后在征收范围内公布", "按环节", "决定后20个工作日送达"])
def test_what_is_offered_is_accepted(text: str) -> None:
    (fault,) = parse_limit(text)[1]
    assert parse_limit(fault.nearest)[1] == ()


@pytest.mark.parametrize("form", KNOWN_FORMS)
def test_known_forms_are_accepted(form: str) -> None:
    assert parse_limit(form)[1] == ()


def test_offsets_count_in_the_given_text() -> None:
    text = "  及时公开 ； 批 复后马上公开 ；乱七八糟"
    limit, faults = parse_limit(text)
    assert [clause.text for clause in limit.clauses] == ["及时公开", "批 复后马上公开"]
    assert [(text[fault.start : fault.end], fault.kind) for fault in faults] == [
        ("马上", "near-miss"),
        ("乱七八糟", "unknown-form"),
    ]


def test_too_long_is_one_fault() -> None:
    text = "及时公开；" * LONGEST
    limit, (fault,) = parse_limit(text)
    assert limit.clauses == ()
    assert (fault.start, fault.end) == (0, len(text))
