"""Tables of the real edition: no character alone on the last line of a cell, no row or two alone on a page; ends of annexes."""

import re
from pathlib import Path

import pytest
from msgspec.structs import replace
from test_paged_pdf import CHART, Nothing, printed, tool

from gkstd.model.workbook import Catalog, Flowcharts, Laws, Services, Standards, Tables
from gkstd.render.base import Artifact, Job, Output, Target
from gkstd.render.paged import fonts, html, pdf
from gkstd.render.views.workbook import workbook_view
from gkstd.source.load import load
from support import cells, lines

ROOT = Path(__file__).parents[4]
FEWEST, FEWEST_OFFICIAL = 3, 2


def laid_out(project, parts, templates, patch):
    """A book of these parts, measured by `cells` before it is written."""
    (book,) = list(project.workbooks.values())[:1]
    whole = replace(project, workbooks={book.id: replace(book, parts=parts)})
    (page,) = html.render([Job(Target("html/b", "paged.html", workbook_view(whole, book.id)[0]))], templates)
    assert page.findings == ()
    (faces,) = fonts.render([Job(Target("fonts", "paged.fonts", Nothing()), (page,))], templates)
    sheet = CHART.outputs[0].data
    charts = [Output(f"sheets/{id}/01.svg", sheet) for part in parts if isinstance(part, Flowcharts) for id in part.ids]
    measured = []
    merge = pdf.merge.merge
    patch.setattr(
        pdf.merge, "merge", lambda pages: (measured.append((cells.lone(pages), cells.rows(pages))), merge(pages))
    )
    artifact = printed((page, faces, Artifact("sheets", tuple(charts))), templates)
    assert artifact.findings == ()
    return measured[0], artifact.outputs[0].data


@pytest.fixture(scope="module")
def measured(templates, tmp_path_factory):
    """All catalogs, tables, guides and laws of the edition, and the steps of every third process."""
    project = load(ROOT).project
    parts = (
        *[Catalog(domain.title, domain.id) for domain in project.domains.values()],
        Services("指南", tuple(project.guides)),
        Tables("表", "", tuple(project.tables)),
        Flowcharts("流程", tuple(project.processes)[::3]),
        Laws("依据"),
    )
    with pytest.MonkeyPatch.context() as patch:
        found, data = laid_out(project, parts, templates, patch)
    path = tmp_path_factory.mktemp("edition") / "b.pdf"
    path.write_bytes(data)
    return (*found, path)


def test_no_last_line_of_any_text_is_one_character(measured):
    assert measured[0] == []


def test_no_line_begins_or_ends_with_what_it_may_not(measured):
    assert list(lines.faults(measured[2])) == []


def test_a_table_leaves_rows_enough_on_each_of_its_pages(measured):
    few = [(name, found) for name, found in measured[1] if min(found) < least(name)]
    assert few == []
    names = [name for name, _ in measured[1]]
    assert names.count("catalog") > 5
    assert len(set(names)) > 3, "services, steps, titled tables and laws go over to another page too"


def least(name):
    return FEWEST_OFFICIAL if name.startswith("catalog") else FEWEST


def test_rows_too_high_for_a_page_together_are_printed_all_the_same(project, templates):
    tall = "\n".join(["项目名称"] * 36)
    item = project.items["air-quality"]
    rows = {id: replace(one, content=(replace(item.content[0], text=tall),)) for id, one in project.items.items()}
    with pytest.MonkeyPatch.context() as patch:
        (_, found), _ = laid_out(replace(project, items=rows), (Catalog("", "environment"),), templates, patch)
    assert found == [("catalog", [1] * len(rows))]


def test_where_a_catalog_stands_is_said_on_the_page_of_its_annex(project, templates, tmp_path):
    first = project.documents["items-standard"]
    plain = replace(first, annexes=(replace(first.annexes[0], text="目录的说明。"),))
    clause = first.clauses[0]
    made = [
        replace(plain, id=f"of-{n}", number=f"Q/JBZW {n:03}—2018", clauses=(replace(clause, text=said(n)),))
        for n in range(100, 130)
    ]
    parts = (Standards("标准", tuple([one.id for one in made])), Catalog("目录", "environment"))
    with pytest.MonkeyPatch.context() as patch:
        _, data = laid_out(replace(project, documents={one.id: one for one in made}), parts, templates, patch)
    (tmp_path / "b.pdf").write_bytes(data)
    pages = [re.sub(r"\s", "", page) for page in tool("pdftotext", tmp_path / "b.pdf", "-").split("\f")]
    named = [page for page in pages if "表A.1见" in page]
    assert len(named) == len(made)
    assert [page for page in named if "目录的说明。" not in page] == []


def said(count):
    """A text of so many lines, less ninety."""
    return "\n\n".join([f"第{n}行。" for n in range(count - 90)])
