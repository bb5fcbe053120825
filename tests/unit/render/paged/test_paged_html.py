import re

import msgspec
import pytest

from gkstd.model.table import Field, Form
from gkstd.model.workbook import Contents, Forms, Glossary, HalfTitle, Index, Register, Revision
from gkstd.render.base import Job, Target
from gkstd.render.paged import channels, columns, html
from gkstd.render.paged.contents import book_lines, document_lines
from gkstd.render.templates import TemplateSet
from gkstd.render.views.catalog import Box, catalog_view
from gkstd.render.views.document import document_view
from gkstd.render.views.standard import standard_view
from gkstd.render.views.workbook import workbook_view


def text_of(view, templates):
    (artifact,) = html.render([Job(Target("html/x", "paged.html", view))], templates)
    assert artifact.findings == ()
    (output,) = artifact.outputs
    assert output.path == "html/x.html"
    return output.data.decode()


@pytest.fixture(scope="module")
def book(project, templates):
    return text_of(workbook_view(project, "environment")[0], templates)


def test_official_header_has_fourteen_leaves_in_order(book):
    head = book[book.index("<thead>") : book.index("</thead>")]
    columns = ["序号", "公开事项", "公开内容<br>（要素）", "公开依据", "公开时限", "公开主体", "公开渠道和载体", "公开对象", "公开方式",
               "公开层级", "一级事项", "二级事项", "全社会", "特定群体", "主动", "依申请", "县级", "乡级"]  # fmt: skip
    places = [head.index(f">{column}</th>") for column in columns]
    assert places == sorted(places)
    assert len(re.findall("<col ", book[: book.index("<thead>")])) == 15, "fourteen, and 五公开, which the items name"
    assert book.count('class="catalog"') == 1, "the annex of the standard refers to it"


def test_a_row_prints_what_the_table_prints(book):
    row = book[book.index('<td class="mid">6</td>') :].partition("</tr>")[0]
    assert (
        '<th scope="row" class="category" data-category="quality">环境质量与监督<div class="again">（续）</div></th>'
        in row
    )
    assert "自收到申请之日起20个工作日内" in row
    assert "■其他：当面或邮寄" in row
    assert (
        '<td class="mid">信访人</td><td class="mid"></td><td class="mid">√</td><td class="mid">√</td><td class="mid"></td>'
        in row
    )


def test_columns_that_only_some_catalogs_have(project, templates):
    plain = {id: msgspec.structs.replace(item, stage=None) for id, item in project.items.items()}
    nested = {**plain, "air-quality": msgspec.structs.replace(plain["air-quality"], parent="监测信息", title="空气")}
    for items, widths in ((plain, 14), (nested, 15)):
        view, _ = catalog_view(msgspec.structs.replace(project, items=items), "environment")
        assert len(columns.shares(view)) == widths
        assert abs(sum(columns.shares(view)) - 100) < 0.1
    text = text_of(workbook_view(msgspec.structs.replace(project, items=nested), "environment")[0], templates)
    assert '<th scope="colgroup" colspan="3">公开事项</th>' in text
    assert '<td class="parent">监测信息</td><td class="name" id="part-4-item-air-quality">空气</td>' in text
    assert '<td class="parent">环评文件受理情况</td><td class="name" id="part-4-item-eia-acceptance"></td>' in text
    assert "五公开</th>" not in text


def test_parts_come_in_the_order_of_the_book(book):
    places = [book.index(f'id="part-{place}"') for place in (3, 4, 5, 6, 7)]
    assert places == sorted(places)
    assert book.index('class="cover"') < book.index('class="contents"') < places[0]
    assert 'class="part text opening" id="part-3"' in book
    assert book.count(" opening") == 1


def test_every_line_of_the_contents_leads_somewhere(book, project):
    lines = book_lines(workbook_view(project, "environment")[0])
    assert [line.level for line in lines] == [1, 1, 2, 2, 1, 2, 1, 2, 1]
    for line in lines:
        assert book.count(f'id="{line.anchor}"') == 1, line


def test_titled_tables_and_forms_are_in_the_contents(project, templates):
    field = Field("事项名称", 1, False, ())
    form = Form("record", "登记表", "", "", (field,), "")
    book = msgspec.structs.replace(
        project.workbooks["environment"],
        parts=(Contents(), Register("机构一览", "", "domains"), Forms("表格", ("record",))),
    )
    other = msgspec.structs.replace(project, workbooks={"environment": book}, forms={"record": form})
    view, _ = workbook_view(other, "environment")
    assert [(line.level, line.title) for line in book_lines(view)] == [(1, "机构一览"), (1, "表格"), (2, "登记表")]
    text = text_of(view, templates)
    for line in book_lines(view):
        assert text.count(f'id="{line.anchor}"') == 1, line


def test_first_and_last_pages(project, templates):
    """Half title and revision before the text; glossary and index after it, every item twice in the index."""
    book = project.workbooks["environment"]
    own = msgspec.structs.replace(
        book, parts=(HalfTitle(), Contents(), Revision(), *book.parts[2:-1], Glossary("术语"), Index("索引"))
    )
    view, _ = workbook_view(msgspec.structs.replace(project, workbooks={"environment": own}), "environment")
    text = text_of(view, templates)
    assert '<section class="half-title">' in text
    assert "本手册为首次发布" in text
    assert [line.label for line in book_lines(view) if line.level == 1][-3:] == ["附录一", "附录二", ""]
    assert text.count("opening") == 1, "the count of pages begins with the text, not with the revision page"
    glossary = text[text.index('class="glossary"') :].partition("</table>")[0]
    assert "公开事项" in glossary
    assert project.documents["items-standard"].number in glossary
    index = text[text.index('class="part text index') :]
    for item in project.items.values():
        (anchor,) = set(re.findall(rf'href="#(part-\d+-item-{item.id})"', index))
        assert text.count(f'id="{anchor}"') == 1
        assert index.count(f'href="#{anchor}"') == 1 + len(item.bodies)
        assert item.index in index


def test_a_standard_by_itself(project, templates):
    view, _ = standard_view(project, "items-standard")
    text = text_of(view, templates)
    assert ">企业标准</p>" in text
    assert '<h2 class="d2">4.1　内容</h2>' in text
    assert '<span class="number">4.2</span>' in text
    assert '附录A<br><span class="nature">（规范性附录）</span><br>公开事项目录' in text
    assert "本版是参考版，不是靖边县的档案。" in text
    for line in document_lines(document_view(project, "items-standard")[0]):
        assert text.count(f'id="{line.anchor}"') == 1, line


def test_chart_has_its_steps_as_words(book):
    assert '<div class="chart" data-chart="eia-approval">' in book
    steps = book[book.index('<table class="steps">') :]
    assert "是：转步骤3" in steps
    assert "〔审批决定书〕" in steps
    assert "5个工作日内" in steps


def test_data_is_never_markup_nor_template(project, templates):
    hostile = "<script>alert(1)</script>{{ 7*7 }}{% if %}&amp;"
    book = msgspec.structs.replace(project.workbooks["environment"], title=hostile)
    item = msgspec.structs.replace(project.items["air-quality"], title=hostile)
    other = msgspec.structs.replace(
        project, workbooks={"environment": book}, items={**project.items, "air-quality": item}
    )
    text = text_of(workbook_view(other, "environment")[0], templates)
    assert "<script" not in text
    assert text.count("{{ 7*7 }}{% if %}&amp;amp;") >= 4


def test_a_project_overrides_one_block_of_one_file(project, templates):
    own = '{% extends "gkstd/paged/cover.html" %}{% block masthead %}<p class="masthead">本县</p>{% endblock %}'
    changed = TemplateSet(templates.stock, {"paged/cover.html": own})
    text = text_of(workbook_view(project, "environment")[0], changed)
    assert '<p class="masthead">本县</p>' in text
    assert '<p class="title">环境保护领域政务公开工作手册</p>' in text


@pytest.mark.parametrize(
    ("own", "where", "why"),
    [
        ("\n{{ book.nothing }}", "templates/paged/cover.html:2", "nothing"),
        ("\n{% if %}", "templates/paged/cover.html:2", "Expected an expression"),
        ('{% extends "gkstd/paged/cover.html" %}\n{% block title %}\n{{ 1 // 0 }}{% endblock %}',
         "templates/paged/cover.html:3", "zero"),
        ('{% from "_macros/grid.html" import form %}{{ form(book) }}', "gkstd/_macros/grid.html:", "no attribute"),
    ],
)  # fmt: skip
def test_a_broken_override_is_a_finding_that_names_file_and_line(project, templates, own, where, why):
    changed = TemplateSet(templates.stock, {"paged/cover.html": own})
    (artifact,) = html.render([Job(Target("html/x", "paged.html", workbook_view(project, "environment")[0]))], changed)
    assert artifact.outputs == ()
    (finding,) = artifact.findings
    assert finding.code.id == "GK701"
    told = dict(finding.values)
    assert told["template"].startswith(where)
    assert why in told["why_en"]


def test_boxes_stand_in_two_columns():
    names = [
        "政府网站",
        "政府公报",
        "发布会/听证会",
        "公开查阅点",
        "政务服务中心",
        "社区/企事业单位/村公示栏（电子屏）",
        "其他",
    ]
    assert channels.lines([Box("□", name) for name in names]).split("\n") == [
        "□政府网站　 □政府公报",
        "□发布会/听证会",
        "□公开查阅点 □政务服务中心",
        "□社区/企事业单位/村公示栏（电子屏）",
        "□其他",
    ]
