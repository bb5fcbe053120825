"""PDF/A-2a and PDF/UA-1: two independent checkers over the sample book and a standard, and what they cannot see."""

import io
import re

import pikepdf
import pytest
from test_paged_pdf import inputs, long, printed

from gkstd.render.base import Job, Target
from gkstd.render.paged import cells, fonts, html, margins, pdf
from gkstd.render.views.standard import standard_view
from support import verdicts


@pytest.fixture(scope="module")
def book(project, templates, tmp_path_factory):
    path = tmp_path_factory.mktemp("book") / "book.pdf"
    path.write_bytes(printed(inputs(long(project), templates), templates).outputs[0].data)
    return path


@pytest.fixture(scope="module")
def standard(project, templates, tmp_path_factory):
    view = standard_view(project, "items-standard")[0]
    (page,) = html.render([Job(Target("html/s", "paged.html", view))], templates)
    (faces,) = fonts.render([Job(Target("fonts", "paged.fonts", view), (page,))], templates)
    (artifact,) = pdf.render([Job(Target("standards/s.pdf", "paged.pdf", view), (page, faces))], templates)
    path = tmp_path_factory.mktemp("standard") / "s.pdf"
    path.write_bytes(artifact.outputs[0].data)
    return path


def elements(document, kind):
    """The elements of the tag tree of a kind, in order."""
    found, waiting = [], [document.Root.StructTreeRoot.K]
    while waiting:
        node = waiting.pop()
        if isinstance(node, pikepdf.Array):
            waiting.extend(reversed(list(node)))
        elif isinstance(node, pikepdf.Dictionary):
            found += [node] if node.get("/S") == kind else []
            waiting += [node.K] if "/K" in node else []
    return found


def test_the_checkers_have_nothing_against_a_book(book):
    assert [str(objection) for objection in verdicts.verdict(str(book)).left] == []


def test_the_checkers_have_nothing_against_a_standard(standard):
    assert [str(objection) for objection in verdicts.verdict(str(standard)).left] == []


@pytest.mark.parametrize(
    ("damage", "checker"),
    [
        ("/Lang", "outloud"),
        ("/Lang", "page"),
        ("/ViewerPreferences", "page"),
        ("/OutputIntents", "page"),
        ("/Alt", "outloud"),
    ],
)
def test_a_damaged_file_does_not_pass(book, tmp_path, damage, checker):
    with pikepdf.open(book) as document:
        del (elements(document, "/Figure")[0] if damage == "/Alt" else document.Root)[damage]
        document.save(tmp_path / "damaged.pdf")
    assert checker in {objection.checker for objection in verdicts.verdict(str(tmp_path / "damaged.pdf")).left}


def test_every_disagreement_has_a_reason():
    assert all(len(entry["reason"]) > 40 and re.compile(entry["words"]) for entry in verdicts.entries())


def test_a_wrong_length_is_not_set_aside(book):
    data = book.read_bytes()
    assert verdicts.lengths_hold(data)
    short = re.sub(rb"/Length (\d+)", lambda found: b"/Length %d" % (int(found[1]) - 1), data, count=1)
    assert not verdicts.lengths_hold(short)


def test_it_declares_both_and_bears_its_title(book):
    with pikepdf.open(book) as document:
        told = document.Root.Metadata.read_bytes().decode()
        assert 'pdfaid:part="2"' in told
        assert 'pdfaid:conformance="A"' in told
        assert 'pdfuaid:part="1"' in told
        assert document.Root.ViewerPreferences.DisplayDocTitle
        assert "/Filter" not in document.Root.Metadata


def test_every_header_cell_says_what_it_heads(book):
    with pikepdf.open(book) as document:
        heads = elements(document, "/TH")
        assert {str(head.A.Scope) for head in heads} == {"/Column", "/Row"}
        told = {str(head.get("/ID")) for head in heads}
        cells_with = [cell for cell in elements(document, "/TD") if "/Headers" in cell.A]
        assert len(cells_with) > 100
        assert all({str(name) for name in cell.A.Headers} <= told for cell in cells_with)


def test_charts_have_an_alternative(book):
    with pikepdf.open(book) as document:
        figures = elements(document, "/Figure")
        assert figures
        told = [str(figure.Alt) for figure in figures]
        assert any("流程图" in words for words in told)
        assert all(told)


def test_heads_and_numbers_are_no_content(book):
    with pikepdf.open(book) as document:
        pages = [page for page in document.pages if b"/Pagination" in page.Contents.read_bytes()]
        assert len(pages) > 10


def test_another_engine_is_left_alone(monkeypatch):
    before = margins.Stream.marked
    monkeypatch.setattr(margins.weasyprint, "__version__", "99.0")
    with margins.furniture(()):
        assert margins.Stream.marked is before


def test_the_faces_name_glyphs_by_number(project, templates):
    """A reader that goes by the standard looks glyphs up by CID, a lenient one by number: they must be the same."""
    from fontTools.ttLib import TTFont

    _, faces, _ = inputs(project, templates)
    fonts = [output.data for output in faces.outputs if output.data[:4] == b"OTTO"]
    assert fonts
    for data in fonts:
        top = TTFont(io.BytesIO(data), lazy=True)["CFF "].cff.topDictIndex[0]
        assert top.charset[:2] == [".notdef", "cid00001"]
        assert top.charset[-1] == f"cid{len(top.charset) - 1:05}"


CATALOG = [
    cells.Cell(0, 0, 2, 1, "/Column"),
    cells.Cell(0, 1, 1, 2, "/Column"),
    cells.Cell(1, 1, 1, 1, "/Column"),
    cells.Cell(1, 2, 1, 1, "/Column"),
    cells.Cell(2, 0, 1, 1, ""),
    cells.Cell(2, 1, 2, 1, "/Row"),
    cells.Cell(2, 2, 1, 1, ""),
    cells.Cell(3, 0, 1, 1, ""),
    cells.Cell(3, 2, 1, 1, ""),
]


def test_headers_under_a_head_of_two_rows_and_beside_a_merged_cell():
    found = cells.headers(CATALOG)
    assert found[4] == (5, 0), "the serial number, left of the category"
    assert found[6] == (5, 1, 3)
    assert found[8] == (5, 1, 3), "the second row of the category"
    assert found[0] == ()


def test_a_form_has_two_labels_in_a_row():
    row = [cells.Cell(0, n, 1, 1, "/Row" if n % 2 == 0 else "") for n in range(4)]
    assert cells.headers(row)[1] == (0,)
    assert cells.headers(row)[3] == (2,)
