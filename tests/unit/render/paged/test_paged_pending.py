"""待核 beside what is not confirmed: in books, standards, charts and on the portal; nothing where everything is."""

import re

import pytest
from msgspec.structs import replace

from gkstd.model.project import Project
from gkstd.model.table import Cell, Column, Table
from gkstd.model.values.limit import parse_duration
from gkstd.model.workbook import Tables
from gkstd.render.base import Job, Target
from gkstd.render.flowchart import poster, print, renderer
from gkstd.render.paged import html
from gkstd.render.templates import TemplateSet
from gkstd.render.views import printed
from gkstd.render.views.grid import marked, table_view
from gkstd.render.views.process import EXCLUDED, process_view
from gkstd.render.views.registers import register_view
from gkstd.render.views.seen import Seen
from gkstd.render.views.standard import standard_view
from gkstd.render.views.workbook import workbook_view

MARK = '<sup class="pending">待核</sup>'


@pytest.fixture(scope="module")
def doubtful(project: Project) -> Project:
    """The sample with a process that promises, and with doubts about that and about its standard."""
    process, document = project.processes["eia-approval"], project.documents["items-standard"]
    promise, _ = parse_duration("25个工作日")
    process = replace(process, promise=promise, unconfirmed=("promise", "steps"))
    document = replace(document, ics="01.120", unconfirmed=("number", "issued", "ics"))
    return replace(project, processes={process.id: process}, documents={document.id: document})


def page(view: object, templates: TemplateSet) -> str:
    (made,) = html.render([Job(Target("html/x", "paged.html", view))], templates)
    assert made.findings == ()
    return made.outputs[0].data.decode()


def marks(text: str) -> list[str]:
    """What stands before each mark, without markup."""
    return [re.sub(r".*>", "", before, flags=re.DOTALL) for before in text.split(MARK)[:-1]]


def test_a_book_marks_terms_steps_and_numbers(doubtful: Project, templates: TemplateSet) -> None:
    document, process = doubtful.documents["items-standard"], doubtful.processes["eia-approval"]
    assert marks(page(workbook_view(doubtful, "environment")[0], templates)) == [
        document.number,
        "2018-10-08",
        "25个工作日",
        "法定时限：60日　承诺时限：25个工作日",
        f"{process.title}步骤表",
    ]


def test_a_cover_marks_what_is_doubted_and_the_text_only_names_it(doubtful: Project, templates: TemplateSet) -> None:
    document = doubtful.documents["items-standard"]
    text = page(standard_view(doubtful, document.id)[0], templates)
    cover = text[text.index('<section class="cover') : text.index('<nav class="contents')]
    assert marks(cover) == ["ICS 01.120", document.number, "2018-10-08"]
    assert f"<title>{document.number}" in text, "names of files and heads of pages stay as they are"


def test_what_is_confirmed_bears_no_mark(project: Project, templates: TemplateSet) -> None:
    assert "待核" not in page(workbook_view(project, "environment")[0], templates)
    assert "待核" not in page(standard_view(project, "items-standard")[0], templates)


@pytest.mark.parametrize("draw", [renderer.render, print.render, poster.render])
def test_a_chart_tells_at_its_foot(draw, project: Project, doubtful: Project, templates: TemplateSet) -> None:
    for given, told in ((project, False), (doubtful, True)):
        view, _ = process_view(given, "eia-approval")
        (made,) = draw([Job(Target("x/eia-approval", "x", view))], templates)
        svgs = [output.data.decode() for output in made.outputs if output.path.endswith(".svg")]
        assert svgs
        assert all(("待核：承诺期限；各步骤的内容、时限和依据" in svg) is told for svg in svgs)


@pytest.fixture(scope="module")
def marked_step(project: Project) -> Project:
    """The sample with doubts about one step alone: its limit, its basis and where it leads."""
    process = project.processes["eia-approval"]
    timed = next(step for step in process.steps if step.limit)
    (cited,) = project.items["eia-draft"].basis[:1]
    doubted = replace(timed, basis=(cited,), note="自受理之日起", unconfirmed=("limit", "basis", "next"))
    steps = tuple([doubted if step is timed else step for step in process.steps])
    return replace(project, processes={process.id: replace(process, steps=steps)})


def test_a_step_bears_its_own_mark_and_the_others_none(marked_step: Project, templates: TemplateSet) -> None:
    process = marked_step.processes["eia-approval"]
    timed = next(step for step in process.steps if step.unconfirmed)
    assert process.doubts == (f"steps.{timed.id}.limit", f"steps.{timed.id}.basis", f"steps.{timed.id}.next")
    book = page(workbook_view(marked_step, "environment")[0], templates)
    limit, basis, onward = marks(book[book.index("步骤表") :])
    assert limit == timed.limit_text
    assert basis == "\n依据①"
    assert onward.startswith("转步骤")
    assert f"依据：①{printed.citation(timed.basis[0].citation)}。</p>" in book, (
        "what the mark means stands below the table"
    )
    assert "注：自受理之日起</td>" in book, "the note is confirmed"


@pytest.mark.parametrize("draw", [renderer.render, print.render, poster.render])
def test_a_chart_marks_the_limit_where_it_stands(draw, marked_step: Project, templates: TemplateSet) -> None:
    view, _ = process_view(marked_step, "eia-approval")
    (step,) = [one for one in view.steps if one.unconfirmed]
    assert step.said_limit == f"{step.limit}（待核）"
    (made,) = draw([Job(Target("x/eia-approval", "x", view))], templates)
    svgs = "".join([output.data.decode() for output in made.outputs if output.path.endswith(".svg")])
    lines = re.findall(r'class="fc-note fc-note-(?:limit|mark)"[^>]*>([^<]*)<', svgs)
    said = "".join(lines)
    assert f"{step.limit}（待核）" in said
    assert "依据①（待核）" in said
    assert "待核：下一步" in said
    assert said.count("待核") == 3, "and nowhere else"
    assert f"；{step.lane}；{step.limit}（待核）；" in svgs, "those who hear the chart hear it as well"


def test_time_that_does_not_count_stands_after_the_mark(project: Project) -> None:
    timed = next(step for step in process_view(project, "eia-approval")[0].steps if step.limit)
    excluded = replace(timed, limit=f"{timed.limit}，{EXCLUDED}", excluded=True, unconfirmed=("limit",))
    assert excluded.said_limit == f"{timed.limit}（待核），{EXCLUDED}"
    assert replace(excluded, limit=EXCLUDED).said_limit == EXCLUDED, "no limit, no mark"


def test_registers_and_tables_mark_cells(doubtful: Project) -> None:
    standards = register_view(doubtful, "standards", Seen())
    number = standards.columns.index(next(c for c in standards.columns if c.title == "标准号"))
    own = next(at for at, row in enumerate(standards.rows) if row[4] == "自编")
    assert standards.pending[own] == (number,), "the day it takes effect is not doubted"
    processes = register_view(doubtful, "processes", Seen())
    assert [processes.rows[0][column] for column in processes.pending[0]] == [
        str(len(doubtful.processes["eia-approval"].steps)),
        "25个工作日",
    ]


def test_a_table_tells_below_it_that_its_rows_are_doubted(doubtful: Project, templates: TemplateSet) -> None:
    column = Column("a", "名称", "text", "", 1, total=False)
    table = Table("t", "表", "", "", "", "", (column,), ((Cell("甲"),),), "", ("rows",))
    given = replace(doubtful, tables={"t": table})
    assert table_view(given, "t", Seen()).doubts == "表中各行待核。"
    book = replace(given.workbooks["environment"], parts=(Tables("表", "", ("t",)),))
    text = page(workbook_view(replace(given, workbooks={book.id: book}), book.id)[0], templates)
    assert '<p class="source">表中各行待核。</p>' in text


def test_an_empty_cell_bears_no_mark() -> None:
    rows = (("1", "甲", "—"), ("2", "", "丙"), ("3", "乙", "丁"))
    assert marked(rows, [("a", "b"), ("a",), ("c",)], {"a": 1, "b": 2}) == ((1,), (), ())
    assert marked(rows, [(), (), ("c",)], {"a": 1}) == ()


def test_one_level_needs_no_column(project: Project) -> None:
    assert [column.title for column in register_view(project, "bodies", Seen()).columns] == ["序号", "单位", "性质"]


def test_a_mark_stands_close_to_a_bracket_whose_right_half_is_blank(doubtful: Project, templates: TemplateSet) -> None:
    document = replace(doubtful.documents["items-standard"], ics="01.120（暂定）")
    text = page(standard_view(replace(doubtful, documents={document.id: document}), document.id)[0], templates)
    assert '01.120（暂定）<sup class="pending near">待核</sup>' in text
    assert f"{document.number}{MARK}" in text
