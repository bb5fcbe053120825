"""Text measured and broken into lines."""

import re

import pytest
from flowchart_helpers import step, view
from hypothesis import example, given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from gkstd.checks.step_titles import LONGEST_CONDITION, LONGEST_TITLE
from gkstd.render.flowchart.boxes import NORMAL, TIGHTER, Measure, contents, label_lines
from gkstd.render.flowchart.measure import ELLIPSIS, ems, flow, wrap
from gkstd.render.views.process import KINDS, DisclosureView


def test_a_chinese_character_is_one_em() -> None:
    assert ems("审批（示）") == 5
    assert ems("e\u0301") == ems("e")
    assert 0.3 < ems("8") < 0.7


@pytest.mark.parametrize(
    ("text", "limit", "lines"),
    [
        ("受理", 9, ("受理",)),
        ("材料是否齐全？", 6, ("材料", "是否齐全？")),
        ("提出异议或申请听证？", 7, ("提出异议", "或申请听证？")),
        ("自受理之日起20个工作日内", 9, ("自受理之日起", "20个工作日内")),
        ("公示10个工作日（报告表5个工作日）", 11, ("公示10个工作日", "（报告表5个工作日）")),
        ("说明不公开理由", 6, ("说明", "不公开理由")),
        ("审查拟公开的内容", 6, ("审查", "拟公开的内容")),
        ("编制预决算草案", 6, ("编制", "预决算草案")),
        ("拟订一书四方案", 6, ("拟订", "一书四方案")),
        ("拟订一书四方案", 4.2, ("拟订一书", "四方案")),
        ("40个工作日（核准）（待核）", 8, ("40个工作日", "（核准）（待核）")),
        ("", 9, ()),
    ],
)
def test_lines_break_at_sensible_places(text: str, limit: float, lines: tuple[str, ...]) -> None:
    assert wrap(text, limit, 4) == lines


@settings(deadline=None)
@given(st.text(st.sampled_from("审批，。（）《》“”、Aab1 "), max_size=60), st.integers(4, 12))
def test_no_line_is_too_long_or_begins_with_a_closing_mark(text: str, limit: int) -> None:
    lines = wrap(text, limit, 100)
    assert "".join(lines).replace(" ", "") == text.replace(" ", "")
    assert all(ems(line) <= limit for line in lines)


@given(
    st.lists(
        st.sampled_from(["甲", "乙", "丙丁", "，", "。", "、", "）", "》", "：", "（", "《", "“", "”"]),
        min_size=8,
        max_size=24,
    ),
    st.integers(4, 9),
)
@example(["甲乙丙丁，戊己庚"], 4)
@example(["甲乙丙（丁戊己庚"], 4)
@example(["甲乙丙丁戊己", "，", "庚辛壬癸", "（", "子丑", "）", "寅卯"], 6)
def test_closing_marks_do_not_begin_a_line_and_opening_marks_do_not_end_one(parts: list[str], limit: int) -> None:
    """But where a line could hold nothing else."""
    text = (
        re.sub(r"([，。、）》：（《“”])[，。、）》：（《“”]+", r"\1", "".join(parts))
        .lstrip("，。、）》：”")
        .rstrip("（《“")
    )
    lines = wrap(text, limit, 100)
    assert not any(line[0] in "，。、）》：”" or line[-1] in "（《“" for line in lines if line)


@settings(deadline=None)
@given(st.text(st.sampled_from("审批，。（）《》“”、Aab1 "), max_size=300), st.integers(8, 40))
def test_a_paragraph_keeps_all_its_text(text: str, limit: int) -> None:
    assert "".join(flow(text, limit)).replace(" ", "") == text.replace(" ", "")
    assert all(ems(line) <= limit for line in flow(text, limit))


def test_a_paragraph_fills_its_lines() -> None:
    assert flow("甲乙丙丁戊己庚辛，壬癸", 8) == ("甲乙丙丁戊己庚", "辛，壬癸")


def test_a_document_number_is_not_broken() -> None:
    assert flow("《意见》（中办发〔2016〕8号）", 12) == ("《意见》", "（中办发〔2016〕8号）")


def test_what_does_not_fit_ends_in_an_ellipsis() -> None:
    lines = wrap("长" * 500, 9, 3)
    assert len(lines) == 3
    assert lines[-1].endswith(ELLIPSIS)
    assert ems(lines[-1]) <= 9


@settings(deadline=None)
@given(
    st.text(st.sampled_from("审批公示材料是否齐全县人民政府第三方申请"), min_size=1, max_size=LONGEST_TITLE),
    st.text(st.sampled_from("审批公示材料是否齐全或"), min_size=1, max_size=LONGEST_CONDITION),
    st.sampled_from(sorted(KINDS)),
    st.sampled_from((NORMAL, *TIGHTER)),
)
def test_what_passes_the_check_is_not_cut(title: str, condition: str, kind: str, by: Measure) -> None:
    """GK426 speaks before a chart has to cut anything, on the narrowest paper too."""
    (content,) = contents(view(step("a", kind=kind, title=title)), by)
    assert "".join(content.title) == title
    assert "".join(label_lines(condition)) == condition


@pytest.mark.parametrize("by", [NORMAL, *TIGHTER])
def test_a_terminal_does_not_look_like_a_circle(by: Measure) -> None:
    (content,) = contents(view(step("a", kind="start", title="告知拟征收土地")), by)
    assert "".join(content.title) == "告知拟征收土地"
    assert content.height <= 0.8 * content.width


def test_notes_hold_the_limit_and_what_is_disclosed() -> None:
    (content,) = contents(view(step("a", limit_text="5个工作日内", excluded=True)))
    assert [note.text for note in content.notes] == ["5个工作日内", "不计入办理期限"]
    assert content.width == NORMAL.box


def test_one_item_stands_after_its_tag_and_several_in_a_list_below_one() -> None:
    one, two = (
        DisclosureView(id, title, "") for id, title in (("appraisal", "社会稳定风险评估"), ("papers", "启动要件"))
    )
    shown = view(step("a"), step("b"))
    steps = (replace(shown.steps[0], discloses=(one,)), replace(shown.steps[1], discloses=(one, two)))
    alone, several = contents(replace(shown, steps=steps), TIGHTER[0])
    assert [(note.kind, note.item) for note in alone.notes] == [("tag", "appraisal"), ("item", "appraisal")]
    assert [(note.kind, note.text, note.item) for note in several.notes] == [
        ("tag", "2项", ""),
        ("dot", "·社会稳定", "appraisal"),
        ("more", "风险评估", "appraisal"),
        ("dot", "·启动要件", "papers"),
    ]
