"""Annexes of standards in a handbook and by themselves, and labels of forms, read back with poppler."""

import re
import subprocess
from pathlib import Path

import pytest
from msgspec import Struct
from msgspec.structs import replace

from gkstd.model.document import Annex
from gkstd.model.project import Project
from gkstd.model.table import Field, Form
from gkstd.model.workbook import Contents, Forms, Revision, Standards, TextPart
from gkstd.render.base import Job, Target
from gkstd.render.paged import fonts, html, pdf
from gkstd.render.templates import TemplateSet
from gkstd.render.views.standard import standard_view
from gkstd.render.views.workbook import workbook_view


class Nothing(Struct, frozen=True):
    """The inputs decide."""


@pytest.fixture(scope="module")
def given(project: Project) -> Project:
    """A standard with two annexes of a few words and one that is a form; a book of that standard and the form."""
    fields = (Field("组织保障（6分）", 1, half=True, choices=()), Field("满意程度（可多选）", 1, half=True, choices=()))
    form = Form("score", "评分表", "", "", fields, "")
    short = [Annex(id, letter, "短", True, "见正文。", (), "", "") for id, letter in (("one", "A"), ("two", "B"))]
    document = replace(
        project.documents["items-standard"],
        annexes=(*short, Annex("three", "C", "表格", True, "", (), "", "", form="score")),
    )
    book = replace(
        project.workbooks["environment"], parts=(Standards("标准", (document.id,)), Forms("表格", ("score",)))
    )
    return replace(project, documents={document.id: document}, workbooks={book.id: book}, forms={"score": form})


def pages(view: object, templates: TemplateSet, folder: Path) -> list[str]:
    (page,) = html.render([Job(Target("html/s", "paged.html", view))], templates)
    assert page.findings == ()
    (faces,) = fonts.render([Job(Target("fonts", "paged.fonts", Nothing()), (page,))], templates)
    (artifact,) = pdf.render([Job(Target("standards/s", "paged.pdf", Nothing()), (page, faces))], templates)
    assert artifact.findings == ()
    path = folder / "s.pdf"
    path.write_bytes(artifact.outputs[0].data)
    command = ["pdftotext", "-layout", str(path), "-"]
    return subprocess.run(command, capture_output=True, text=True, check=True).stdout.split("\f")[:-1]


def begun(found: list[str]) -> list[int]:
    """The pages on which annexes A, B and C have their heads."""
    return [at for letter in "ABC" for at, page in enumerate(found) if re.search(rf"^ *附录{letter}$", page, re.M)]


def test_annexes_run_on_in_a_book(given: Project, templates: TemplateSet, tmp_path: Path) -> None:
    a, b, c = begun(pages(workbook_view(given, "environment")[0], templates, tmp_path))
    assert a == b == c


def test_a_form_without_room_has_the_next_page_with_its_head(
    given: Project, templates: TemplateSet, tmp_path: Path
) -> None:
    fields = tuple([Field(f"第{n}项", 4, half=False, choices=()) for n in range(6)])
    tall = replace(given, forms={"score": replace(given.forms["score"], fields=fields)})
    found = pages(workbook_view(tall, "environment")[0], templates, tmp_path)
    a, b, c = begun(found)
    assert a == b == c - 1
    assert "第0项" in found[c]
    assert "第5项" in found[c]


def test_each_annex_of_a_standard_by_itself_has_its_page(
    given: Project, templates: TemplateSet, tmp_path: Path
) -> None:
    a, b, c = begun(pages(standard_view(given, "items-standard")[0], templates, tmp_path))
    assert a < b < c


def test_a_label_breaks_before_its_bracket(given: Project, templates: TemplateSet, tmp_path: Path) -> None:
    found = "\n".join(pages(workbook_view(given, "environment")[0], templates, tmp_path))
    lines = [line.split() for line in found.splitlines()]
    assert ["（6分）", "（可多选）"] in lines
    assert ["组织保障", "满意程度"] in lines


def test_a_first_edition_says_so_on_the_page_of_its_contents(
    given: Project, templates: TemplateSet, tmp_path: Path
) -> None:
    """As many lines as leave room, eleven of them of parts."""
    forms = {f"form-{n}": replace(given.forms["score"], id=f"form-{n}") for n in range(16)}
    parts = (Contents(), Revision(), *[TextPart(f"说明{n}", "略。") for n in range(10)], Forms("表格", tuple(forms)))
    book = replace(given.workbooks["environment"], parts=parts)
    view = workbook_view(replace(given, workbooks={book.id: book}, forms=forms), book.id)[0]
    front = [page for page in pages(view, templates, tmp_path) if "修订说明" in page]
    assert len(front) == 1
    assert front[0].count("评分表") == 16
