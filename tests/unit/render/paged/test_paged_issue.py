"""Drafts and releases, and the profiles for office and press: what is in the files."""

import io
import json
import re
import subprocess

import msgspec
import pikepdf
import pytest
from PIL import Image
from test_paged_pdf import inputs

from gkstd.build.groups import issued
from gkstd.render.base import Job, Target
from gkstd.render.paged import booklet, charts, draft, html, marks, pdf, preflight, press
from gkstd.render.views.issue import Issue
from gkstd.render.views.workbook import workbook_view
from support import verdicts

PORTAL = "https://www.example.gov.cn/gk/"


@pytest.fixture(scope="module")
def given(project, templates):
    """Inputs of the PDF; the edition has a portal and an item whose limit is not confirmed."""
    portal = msgspec.structs.replace(project.identity.portal, base=PORTAL)
    item = msgspec.structs.replace(project.items["eia-draft"], unconfirmed=("limit",))
    changed = msgspec.structs.replace(
        project,
        identity=msgspec.structs.replace(project.identity, portal=portal),
        items={**project.items, item.id: item},
    )
    _, faces, chart = inputs(changed, templates)
    view = issued(workbook_view(changed, "environment")[0], Issue(revision="0123456789ab"))
    (page,) = html.render([Job(Target("html/b", "paged.html", view))], templates)
    return page, faces, chart


@pytest.fixture(scope="module")
def made(given, templates):
    """Files by ending, for an issue."""
    known = {}

    def make(issue):
        if issue not in known:
            (artifact,) = pdf.render([Job(Target("workbooks/b.pdf", "paged.pdf", issue), given)], templates)
            assert artifact.findings == ()
            known[issue] = {output.path: output.data for output in artifact.outputs}
        return known[issue]

    return make


def streams(data):
    with pikepdf.open(io.BytesIO(data)) as document:
        return [b"\n".join(stream.read_bytes() for stream in page.Contents) if isinstance(page.Contents, pikepdf.Array)
                else page.Contents.read_bytes() for page in document.pages]  # fmt: skip


def test_a_draft_is_marked_on_every_page_but_the_blank_ones_and_nothing_is_read_aloud(made):
    plain, marked = [made(Issue("office", draft))["workbooks/b.pdf"] for draft in (False, True)]
    both = list(zip(streams(plain), streams(marked), strict=True))
    blank = [before for before, _ in both if b"TJ" not in before]
    assert blank, "the chapters start right"
    mark = rb"^q\n(?s:.*)\nQ q /Artifact <</Type /Pagination /Subtype /Watermark>> BDC [^A-Z]+ /Draft Do EMC Q\s*$"
    for before, after in both:
        assert bool(re.search(mark, after)) == (before not in blank)
        assert after.count(b" Do") == before.count(b" Do") + (before not in blank)
    with pikepdf.open(io.BytesIO(marked)) as document:
        forms = {page.resources.XObject["/Draft"].objgen for page in document.pages}
        (form,) = [document.get_object(*at) for at in forms]
        assert b"Tj" not in form.read_bytes().replace(b"TJ", b"Tj"), "outlines are neither read aloud nor copied"


def test_white_that_covers_something_does_not_cover_the_mark(tmp_path):
    white = b"1 g 0 0 600 900 re f 0 g 280 400 40 100 re f BT [] TJ ET"
    with pikepdf.new() as document:
        document.add_blank_page(page_size=(600, 900))
        document.pages[0].Contents = document.make_stream(white)
        document.pages[0].Resources = pikepdf.Dictionary(XObject=pikepdf.Dictionary())
        draft.mark(document, b"/Ink gs 0.5 g -100 -100 200 200 re f")
        document.save(tmp_path / "one.pdf")
    command = ["pdftoppm", "-r", "72", "-gray", "-singlefile", tmp_path / "one.pdf", tmp_path / "one"]
    subprocess.run(command, check=True)
    page = Image.open(tmp_path / "one.pgm")
    beside, over_white, over_black = [page.getpixel((x, 450)) for x in (100, 240, 300)]
    assert (beside, over_black) == (255, 0)
    assert 100 < over_white < 155


def test_colophon_tells_commit_or_draft(given, project, templates):
    page = given[0].outputs[0].data.decode()
    assert "0123456789ab" in page
    assert "草案" not in page
    view = issued(workbook_view(project, "environment")[0], Issue(draft=True))
    (marked,) = html.render([Job(Target("html/b", "paged.html", view))], templates)
    assert "草案，尚未定版" in marked.outputs[0].data.decode()
    assert "<img" not in marked.outputs[0].data.decode().split('class="colophon"')[1], "no portal, no code"


def test_codes_lead_to_the_portal(given):
    page, pictures = given[0].outputs[0].data.decode(), given[0].outputs[1:]
    assert f'alt="二维码：{PORTAL}index.html"' in page
    assert f'alt="二维码：{PORTAL}domains/environment.html"' in page
    assert len(pictures) == 2
    assert all(f"gkstd:{picture.path}" in page for picture in pictures)


def test_an_unconfirmed_value_is_marked_in_its_cell(given):
    page = given[0].outputs[0].data.decode()
    assert page.count('<sup class="pending">待核</sup>') == 1
    assert '公示不少于5个工作日<sup class="pending">' in page


@pytest.fixture(scope="module")
def printed(made):
    return made(Issue("press", paper=120, multiple=8))


def test_press_has_bleed_marks_and_whole_signatures(printed):
    with pikepdf.open(io.BytesIO(printed["workbooks/b.pdf"])) as document:
        assert len(document.pages) % 8 == 0
        for page in document.pages:
            trim, bleed = [float(edge) for edge in page.TrimBox], [float(edge) for edge in page.BleedBox]
            media = [float(edge) for edge in page.MediaBox]
            assert sorted((round((trim[2] - trim[0]) / press.MM), round((trim[3] - trim[1]) / press.MM))) == [210, 297]
            assert trim[0] - bleed[0] == pytest.approx(3 * press.MM, abs=0.05)
            assert bleed[0] - media[0] == pytest.approx(7 * press.MM, abs=0.05)
    for stream in streams(printed["workbooks/b.pdf"]):
        assert stream.count(b" l S") == 8
        marks = [float(number) for number in re.findall(rb"([-\d.]+) [-\d.]+ m [-\d.]+ [-\d.]+ l S", stream)]
        assert len(marks) == 8


def test_on_press_every_page_stands_with_the_head_of_a_table_at_the_left(printed, made):
    def turned(data):
        with pikepdf.open(io.BytesIO(data)) as document:
            return [(float(page.trimbox[2] - page.trimbox[0]) > float(page.trimbox[3] - page.trimbox[1]), page.get("/Rotate", 0))
                    for page in document.pages]  # fmt: skip

    assert set(turned(printed["workbooks/b.pdf"])) == {(True, 270), (False, 0)}
    assert set(turned(made(Issue())["workbooks/b.pdf"])) == {(True, 0), (False, 0)}, "on screen it is read across"


def test_black_is_one_ink(made, printed):
    rgb = re.compile(rb"(?m)^(\S+) \1 \1 (?:rg|RG)$")
    assert any(rgb.search(stream) for stream in streams(made(Issue())["workbooks/b.pdf"]))
    assert not any(rgb.search(stream) for stream in streams(printed["workbooks/b.pdf"]))
    assert any(re.search(rb"(?m)^0 g$", stream) for stream in streams(printed["workbooks/b.pdf"]))


def test_only_the_cover_is_in_colour(printed):
    told = json.loads(printed["workbooks/b.preflight.json"])
    assert told["coloured"] == [1]
    assert "彩色页（sRGB，制版时转换）：1；" in printed["workbooks/b.preflight.txt"].decode()


def test_charts_are_grey_on_press_and_nearly_black_is_black():
    assert charts.in_one_ink(b'<text fill="#1c2733"/><a href="#b3261e">') == b'<text fill="#000000"/><a href="#4f4f4f">'
    assert charts.bars_in_one_ink('<a href="#b3261e"><rect fill="#1d4f86"/>#1d4f86') == (
        '<a href="#b3261e"><rect fill="#464646"/>#1d4f86'
    )


def test_small_type_in_colour_is_found():
    with pikepdf.new() as document:
        for size, colour in ((9, b"1 0 0 rg"), (9, b"0 g"), (20, b"1 0 0 rg")):
            page = document.add_blank_page(page_size=(100, 100))
            text = b"q .5 0 0 .5 0 0 cm %s BT /F %d Tf (x) Tj ET Q" % (colour, 2 * size)
            page.contents_add(document.make_stream(text))
        seen = list(marks.pages(document))
    assert [(page.writes, page.coloured, page.smallest) for page in seen] == [
        (True, True, 9), (True, False, 0), (True, True, 20)
    ]  # fmt: skip


def test_preflight_is_clean_and_counts(printed):
    told = json.loads(printed["workbooks/b.preflight.json"])
    assert all(point["sound"] for point in told["points"])
    assert told["spine_mm"] == pytest.approx(told["pages"] / 2 * 0.12, abs=0.06)
    text = printed["workbooks/b.preflight.txt"].decode()
    assert "结论：合格" in text
    assert f"页数：{told['pages']}" in text
    with pikepdf.open(io.BytesIO(printed["workbooks/b.pdf"])) as document:
        blank = [n for n, page in enumerate(document.pages, 1) if not re.search(rb"T[jJ]\b", b"".join(_parts(page)))]
    assert told["blank"] == blank


def _parts(page):
    contents = page.Contents
    return [part.read_bytes() for part in contents] if isinstance(contents, pikepdf.Array) else [contents.read_bytes()]


def test_preflight_lets_no_draft_through(made):
    finished = made(Issue("press", paper=120, multiple=8))["workbooks/b.pdf"]
    report = preflight.preflight(finished, Issue("press", draft=True, paper=120, multiple=8))
    assert [point.name for point in report.points if not point.sound] == ["定版"]
    assert "结论：不合格" in preflight.as_text(report, "手册").decode()


def test_preflight_sees_what_is_wrong(made):
    report = preflight.preflight(made(Issue())["workbooks/b.pdf"], Issue("press", multiple=16))
    wrong = {point.name for point in report.points if not point.sound}
    assert "页面框" in wrong
    assert not report.clean


def test_press_passes_the_checkers_too(printed, tmp_path):
    (tmp_path / "b.pdf").write_bytes(printed["workbooks/b.pdf"])
    assert [str(objection) for objection in verdicts.verdict(str(tmp_path / "b.pdf")).left] == []


def test_a_booklet_folds_into_the_book(made):
    assert list(booklet.order(8)) == [(7, 0), (1, 6), (5, 2), (3, 4)]
    files = made(Issue("office"))
    with (
        pikepdf.open(io.BytesIO(files["workbooks/b.booklet.pdf"])) as sheets,
        pikepdf.open(io.BytesIO(files["workbooks/b.pdf"])) as book,
    ):
        assert len(sheets.pages) == 2 * -(-len(book.pages) // 4)
        assert {tuple(map(round, map(float, page.MediaBox))) for page in sheets.pages} == {(0, 0, 1191, 842)}


@pytest.mark.parametrize("count", [4, 80, 84, 312])
def test_a_thick_booklet_is_folded_in_sections(count):
    sizes = booklet.sections(count)
    assert sum(sizes) == count
    assert max(sizes) <= booklet.THICKEST
    assert all(size % 4 == 0 for size in sizes)
    assert max(sizes) - min(sizes) <= 4
    sides = list(booklet.order(count))
    assert sorted(page for side in sides for page in side) == list(range(count))
    sheets = [(*front, *back) for front, back in zip(sides[::2], sides[1::2], strict=True)]
    assert all(abs(left - right) == 1 for left, right in [(f[1], f[2]) for f in sheets]), "front and back of a leaf"


def test_blank_pages_come_before_a_back_cover_and_after_a_front():
    for count, place in ((6, 5), (5, 5)):
        with pikepdf.new() as document:
            for _ in range(count):
                document.add_blank_page(page_size=(10, 10))
            document.pages[count - 1].obj.Last = True
            press.fill(document, 8)
            assert len(document.pages) == 8
            assert "/Last" in document.pages[7 if count % 2 == 0 else place - 1].obj
