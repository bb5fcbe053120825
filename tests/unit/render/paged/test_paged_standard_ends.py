"""Charts of a standard and its end, read back with poppler: heads and numbers of chart pages, figures that go on, the rule."""

import re
import subprocess

import pikepdf
import pytest
from msgspec import Struct
from msgspec.structs import replace

from gkstd.model.document import Annex
from gkstd.render.base import Artifact, Job, Output, Target
from gkstd.render.paged import fonts, html, pdf
from gkstd.render.views.standard import standard_view

MM = 72 / 25.4
CHART = Annex("chart", "A", "流程", True, "流程见图A.1。", (), "", "eia-approval")
PLAIN = Annex("plain", "B", "样式", True, "样式从略。", (), "", "")


class Nothing(Struct, frozen=True):
    """The inputs decide."""


def sheet(width, height, mark=b""):
    size = b'width="%dpt" height="%dpt" viewBox="0 0 %d %d"' % (width, height, width, height)
    inside = b'<rect x="1" y="1" width="%d" height="%d" fill="#ccc"/>' % (width - 2, height - 2)
    return b'<svg xmlns="http://www.w3.org/2000/svg" ' + size + mark + b">" + inside + b"</svg>"


@pytest.fixture(scope="module")
def made(project, templates, tmp_path_factory):
    """Make a standard with these annexes and sheets; gives each page as (words with places in pt, text without spaces)."""
    first = project.documents["items-standard"]

    def make(sheets=(), **changes):
        document = replace(first, **changes)
        view, _ = standard_view(replace(project, documents={first.id: document}), first.id)
        (page,) = html.render([Job(Target("html/s", "paged.html", view))], templates)
        (faces,) = fonts.render([Job(Target("fonts", "paged.fonts", Nothing()), (page,))], templates)
        drawn = tuple([Output(f"sheets/eia-approval/{n:02}.svg", svg) for n, svg in enumerate(sheets, 1)])
        inputs = (page, faces, *([Artifact("sheets/eia-approval", drawn)] if drawn else []))
        (artifact,) = pdf.render([Job(Target("standards/s", "paged.pdf", Nothing()), inputs)], templates)
        assert artifact.findings == ()
        path = tmp_path_factory.mktemp("ends") / "s.pdf"
        path.write_bytes(artifact.outputs[0].data)
        return path

    return make


def tool(*command):
    return subprocess.run([str(word) for word in command], capture_output=True, text=True, check=True).stdout


def texts(path):
    return [re.sub(r"\s", "", page) for page in tool("pdftotext", "-layout", path, "-").split("\f")[:-1]]


def words(path, page):
    found = re.findall(
        r'xMin="([\d.]+)" yMin="([\d.]+)" xMax="([\d.]+)" yMax="([\d.]+)">(.*?)<',
        tool("pdftotext", "-bbox", "-f", page, "-l", page, path, "-"),
    )
    return [(float(left), float(top), float(right), float(below), word) for left, top, right, below, word in found]


def rules(path):
    """The filled strips as wide as a quarter of the text, as (page, y of the lower edge from the top)."""
    found = []
    with pikepdf.open(path) as book:
        for number, page in enumerate(book.pages, 1):
            for corners in strips(page):
                across, down = ([0.75 * corner[axis] for corner in corners] for axis in (0, 1))
                if abs(max(across) - min(across) - 165 / 4 * MM) < 1 and max(down) - min(down) < 2:
                    found.append((number, max(down)))
    return found


def strips(page):
    """Closed shapes of four corners, in the pixels of the engine, from the top."""
    corners = []
    for operands, operator in pikepdf.parse_content_stream(page):
        if str(operator) in ("m", "l"):
            corners = ([] if str(operator) == "m" else corners) + [tuple(map(float, operands))]
        elif len(corners) == 4:
            yield corners
            corners = []


def test_a_chart_shares_its_page_with_the_head_of_its_annex(made):
    pages = texts(made([sheet(400, 500)], annexes=(CHART,), bibliography=()))
    (page,) = [page for page in pages if "附录A（规范性附录）流程" in page and "目次" not in page]
    assert page.index("流程见图A.1。") < re.search(r"图A\.1(?!。)", page).start()


@pytest.mark.parametrize(("size", "mark"), [((500, 650), b""), ((700, 460), b' data-across="1"')])
def test_a_chart_that_leaves_no_room_has_the_next_page(made, size, mark):
    path = made([sheet(*size, mark)], annexes=(CHART,), bibliography=())
    pages = texts(path)
    place = next(n for n, page in enumerate(pages) if "流程见图A.1。" in page)
    assert re.search("图A.1(?!。)", pages[place + 1])
    assert "附录" not in pages[place + 1]
    sizes = re.findall(r"Page +(\d+) size: +([\d.]+) x ([\d.]+)", tool("pdfinfo", "-f", "1", "-l", "99", path))
    assert float(sizes[place][1]) < float(sizes[place][2]), "the head stands upright"


def test_each_sheet_has_the_number_and_says_that_it_goes_on(made):
    pages = texts(made([sheet(400, 500), sheet(400, 640), sheet(400, 640)], annexes=(CHART, PLAIN)))
    having = [page for page in pages if re.search(r"图A\.1(?!。)", page)]
    assert len(having) == 3
    titled = [re.search(r"图A\.1(?!。)(（续）)?", page)[1] for page in having]
    assert titled == [None, "（续）", "（续）"]
    assert not any("共3页" in page for page in pages)


def test_head_and_number_of_a_chart_page_stand_where_they_do_on_others(made):
    path = made([sheet(400, 500), sheet(400, 640)], annexes=(CHART, PLAIN))
    pages = texts(path)
    start = next(n for n, page in enumerate(pages) if "1范围" in page and "目次" not in page)
    last = next(n for n, page in enumerate(pages) if "样式从略" in page)
    places = {}
    for at in range(start, last + 1):
        inside = words(path, at + 1)
        (head,) = [word for word in inside if word[4] == "Q/JBZW" and word[1] < 28 * MM]
        lowest = max(word[1] for word in inside)
        (foot,) = [word for word in inside if word[1] > lowest - 2]
        assert foot[4] == str(at - start + 1)
        assert (head[0] > 105 * MM) == (foot[0] > 105 * MM) == (at % 2 == 0)
        outer = 210 * MM - foot[2] if at % 2 == 0 else foot[0]
        places.setdefault(at % 2, []).append((outer, foot[1]))
        assert abs(outer - 20 * MM) < 1, at
    tops = [top for pairs in places.values() for _, top in pairs]
    assert max(tops) - min(tops) < 1


@pytest.mark.parametrize(
    "changes",
    [
        {"annexes": (), "bibliography": (), "index": False},
        {"annexes": (PLAIN,), "bibliography": (), "index": False},
        {"annexes": (PLAIN,), "bibliography": ("某书",), "index": False},
        {"annexes": (PLAIN,), "bibliography": ("某书",), "index": True},
    ],
    ids=["text", "annex", "bibliography", "index"],
)
def test_the_end_rule_is_there_once_below_the_last_element(made, changes):
    path = made(**changes)
    ((page, height),) = rules(path)
    pages = texts(path)
    assert "内容截至" in pages[-1]
    printed = [number for number, text in enumerate(pages[:-1], 1) if text]
    assert page == printed[-1], "the last page before the colophon"
    inside = sorted(word[3] for word in words(path, page))
    number = inside[-1]
    assert [below for below in inside if height <= below < number - 1] == []


def test_the_class_line_of_the_cover(made):
    assert "企业标准" in texts(made())[0]
    assert "示范县企业标准" not in texts(made())[0]
    assert "榆林市地方标准" in texts(made(level="榆林市地方标准"))[0]
    assert "地方标准" in texts(made(number="DB6108/T 1—2018"))[0]


def test_a_table_with_a_head_alone_is_printed(made):
    """It is an error of the text (GK606); what prints it must not fall over it."""
    table = "样式见表B.1。\n\n表：样式 {#form}\n\n| 甲 | 乙 |\n|---|---|"
    assert any("表B.1样式甲乙" in page for page in texts(made(annexes=(CHART, replace(PLAIN, text=table)))))
