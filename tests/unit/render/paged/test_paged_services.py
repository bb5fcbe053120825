"""服务指南 in a handbook: the nine disclosures by name and in order, what is shared once, what is cited in the annex."""

import re
from pathlib import Path

import pytest

from gkstd.model.project import Project
from gkstd.render.base import Job, Target
from gkstd.render.paged import html
from gkstd.render.paged.contents import book_lines
from gkstd.render.templates import TemplateSet
from gkstd.render.views.service import NINE
from gkstd.render.views.workbook import WorkbookView, workbook_view
from gkstd.source.load import load
from support.overlay import copy_base

PERMIT = """\
  - id: plan-permit
    title: 规划许可
    kind: 行政许可
    content: 核发规划许可证。
    basis: [《城乡规划法》第四十条]
    conditions: [有土地使用证明, <b>方案</b>符合规划]
    materials: [申请表, {name: 身份证, form: 原件, when: 个人申请的}]
    process: approval
    statutory: 20个工作日
    promise: 10个工作日
    excluded: [{title: 批前公示, limit: 公示不少于10日, unconfirmed: [limit]}]
    fee: [{name: 图纸工本费, amount: 每套10元, basis: [《城乡规划法》第二十六条]}]
    result: [规划许可证]
    unconfirmed: [promise]
"""
ADVICE = """\
  - id: plan-advice
    title: 规划咨询
    kind: 公共服务
    content: 解答规划问题。
    basis: [《城乡规划法》]
    conditions: [无]
    materials: [无]
    steps: [{title: 答复, by: 窗口, limit: 当场, unconfirmed: [limit]}]
    promise: 当场
    fee: 不收费
    result: [答复]
"""
HEAD = """\
id: plan-bureau
title: 城乡规划服务指南
body: 县规划局
places: [{name: 规划窗口, phone: 〔待填：电话〕}]
complaints: [窗口意见簿, 12345热线]
appeal: [行政复议]
services:
"""


def projected(root: Path, *services: str) -> Project:
    base = copy_base(root / "p")
    file = base / "standards/services/plan-bureau.yaml"
    file.parent.mkdir()
    file.write_text(HEAD + "".join(services), "utf-8")
    book = base / "standards/workbooks/demo.yaml"
    book.write_text(book.read_text("utf-8") + "  - {kind: services, ids: [plan-bureau]}\n", "utf-8")
    project = load(base).project
    assert project
    return project


def printed(view: WorkbookView, templates: TemplateSet) -> str:
    (artifact,) = html.render([Job(Target("html/x", "paged.html", view))], templates)
    assert artifact.findings == ()
    return artifact.outputs[0].data.decode().partition('id="guide-plan-bureau"')[2]


@pytest.fixture
def view(tmp_path: Path) -> WorkbookView:
    return workbook_view(projected(tmp_path, PERMIT, ADVICE), "demo")[0]


def test_the_nine_stand_by_name_and_in_order(view: WorkbookView, templates: TemplateSet) -> None:
    for table in re.findall(r"<table.*?</table>", printed(view, templates), re.S):
        names = re.findall(r'<th scope="row">([^<]+)', table)
        assert [name for name in names if name in NINE] == list(NINE)


def test_values_are_put_into_words_and_never_markup(view: WorkbookView, templates: TemplateSet) -> None:
    text = printed(view, templates)
    assert "身份证（个人申请的；原件，1份）" in text
    mark = '<sup class="pending">待核</sup>'
    assert f"10个工作日{mark}（法定期限20个工作日）；批前公示（公示不少于10日，待核）的时间不计入" in text
    assert "图纸工本费，每套10元（《中华人民共和国城乡规划法》第二十六条）" in text.replace(
        "《城乡规划法》", "《中华人民共和国城乡规划法》"
    )
    assert "&lt;b&gt;方案&lt;/b&gt;符合规划" in text
    assert f"答复（窗口，当场{mark}）" in text
    assert text.count(mark) == 2, "each beside its own value"


def test_a_chart_is_referred_to_where_the_book_prints_it(view: WorkbookView, templates: TemplateSet) -> None:
    assert 'href="#chart-approval"' in printed(view, templates)


def test_what_all_services_share_is_printed_once(view: WorkbookView, tmp_path: Path, templates: TemplateSet) -> None:
    assert printed(view, templates).count("规划窗口") == 1
    alone = workbook_view(projected(tmp_path / "alone", PERMIT), "demo")[0]
    assert "救济途径</th>" in printed(alone, templates)


def test_the_contents_lead_to_guides_and_the_annex_has_their_laws(view: WorkbookView, tmp_path: Path) -> None:
    assert [line.title for line in book_lines(view) if line.anchor == "guide-plan-bureau"] == ["城乡规划服务指南"]
    project = projected(tmp_path / "laws", PERMIT)
    book, refs = workbook_view(project, "demo")
    laws = next(part.laws for part in book.parts if part.__struct_config__.tag == "laws")
    rows = [row for group in laws.groups for row in group.rows if row.id == "plan-law"]
    assert "第四十条" in rows[0].articles
    assert ("service", "plan-permit") in refs
    assert ("guide", "plan-bureau") in refs
