"""The PDF, read back with poppler: what a reader would see on each page."""

import re
import subprocess
import tempfile
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from pathlib import Path

import msgspec
import pikepdf
import pytest
from msgspec import Struct

from gkstd.model.values.level import Level
from gkstd.render.base import Artifact, Job, Output, Target
from gkstd.render.paged import charts, fonts, html, pdf
from gkstd.render.paged.finish import SCREEN
from gkstd.render.templates import TemplateSet
from gkstd.render.views.issue import Issue
from gkstd.render.views.workbook import workbook_view

WIDE = (
    b'<svg xmlns="http://www.w3.org/2000/svg" width="700pt" height="233pt" viewBox="0 0 900 300" data-across="1">'
    b"<style>.t { font-family: 'Noto Sans CJK SC', sans-serif; fill: #000 } .b { font-weight: 700; }</style>"
    b'<text x="20" y="80" font-size="30" font-family="Some Face">\xe5\x8f\x97\xe7\x90\x86</text>'
    b'<text x="20" y="160" font-size="30" class="t b">\xe5\x86\xb3\xe5\xae\x9a</text></svg>'
)
CHART = Artifact("sheets/eia-approval", tuple(Output(f"sheets/eia-approval/0{number}.svg", WIDE) for number in (1, 2)))
FIRST_BODY_PAGE = 4
"""Sheets before the page numbered 1: cover, its back, contents, their back."""


class Nothing(Struct, frozen=True):
    """The inputs decide."""


def inputs(project, templates):
    (page,) = html.render([Job(Target("html/b", "paged.html", workbook_view(project, "environment")[0]))], templates)
    (faces,) = fonts.render([Job(Target("fonts", "paged.fonts", Nothing()), (page,))], templates)
    return page, faces, CHART


BOUND = Issue("office")
"""For pages that are bound: parts begin on right pages."""


def printed(given, templates, issue=SCREEN):
    (artifact,) = pdf.render([Job(Target("workbooks/b.pdf", "paged.pdf", issue), given)], templates)
    return artifact


def long(project):
    """The same project with forty rows in the second category, so that the table goes over several pages."""
    first = project.items["air-quality"]
    more = {
        f"more-{n}": msgspec.structs.replace(first, id=f"more-{n}", serial=6 + n, title=f"监测信息之{n}")
        for n in range(1, 13)
    }
    more["more-3"] = msgspec.structs.replace(more["more-3"], levels=(Level.VILLAGE,))
    domain = project.domains["environment"]
    second = msgspec.structs.replace(domain.categories[1], items=(*domain.categories[1].items, *more))
    domain = msgspec.structs.replace(domain, categories=(domain.categories[0], second))
    return msgspec.structs.replace(project, domains={"environment": domain}, items={**project.items, **more})


@pytest.fixture(scope="module")
def book(project, templates, tmp_path_factory):
    artifact = printed(inputs(long(project), templates), templates, BOUND)
    assert artifact.findings == ()
    path = tmp_path_factory.mktemp("pdf") / "b.pdf"
    path.write_bytes(artifact.outputs[0].data)
    return path


@pytest.fixture(scope="module")
def pages(book):
    return tool("pdftotext", "-layout", book, "-").split("\f")[:-1]


def tool(*command):
    return subprocess.run([str(word) for word in command], capture_output=True, text=True, check=True).stdout


def squeezed(text):
    return re.sub(r"\s", "", text)


def linked_pages(path, page):
    """Where the links of a page lead, as indices of sheets, in the order of the lines."""
    with pikepdf.open(path) as document:
        places = {sheet.objgen: index for index, sheet in enumerate(document.pages)}
        names = pikepdf.NameTree(document.Root.Names.Dests)
        links = sorted(document.pages[page].Annots, key=lambda link: -float(link.Rect[1]))
        leads = dict.fromkeys(str(link.A.D if "/A" in link else link.Dest) for link in links)
        return [places[names[name][0].objgen] for name in leads]


def table_pages(pages):
    return [place for place, page in enumerate(pages) if "■政府网站" in page]


def test_each_catalog_page_repeats_the_two_rows_of_the_header(pages):
    found = table_pages(pages)
    assert len(found) >= 5
    for place in found:
        text = squeezed(pages[place])
        assert "公开渠道和载体" in text
        assert "特定群体" in text
        assert "村级" in text


def test_a_category_is_named_once_on_each_page_it_stands_on(pages):
    for place in table_pages(pages):
        rows = len(re.findall("■政府网站|■精准推送", pages[place]))
        names = re.findall("环境质量|建设项目", pages[place][pages[place].index("二级事项") :])
        assert 1 <= len(names) <= 2, pages[place]
        assert rows > len(names) or rows <= 2


def test_numbers_in_the_contents_are_the_real_pages(book, pages):
    shown = [int(number) for _, number in re.findall(r"^\s*(\S.*?)\s+(\d+)\s*$", pages[2], re.M)]
    assert len(shown) == 9
    assert shown == [page - FIRST_BODY_PAGE + 1 for page in linked_pages(book, 2)]
    assert "所引依据" in squeezed(pages[shown[-1] + FIRST_BODY_PAGE - 1])


def test_heads_and_numbers_go_by_the_side_of_the_page(book, pages):
    across = turned(book)
    for place, page in enumerate(pages[FIRST_BODY_PAGE:-1], FIRST_BODY_PAGE):
        if place in across:
            continue
        lines = [line for line in page.split("\n") if line.strip()]
        if not lines:
            assert place % 2, "only a left page may be blank"
            continue
        assert squeezed(lines[-1]) == f"—{place - FIRST_BODY_PAGE + 1}—"
        if place % 2:
            assert lines[0].strip() == "环境保护领域政务公开工作手册"
        else:
            assert lines[0].strip().startswith(("第", "附录"))


def test_pages_lying_across_are_bound_like_the_others(book):
    """In the bound book their left side is below: there stands the number, and the head above, at the right."""
    for place, (width, height) in turned(book).items():
        words = placed(book, place)
        number = next(box for text, box in words if text == str(place - FIRST_BODY_PAGE + 1) and box[0] < 60)
        outer, binding = (height, 0) if place % 2 == 0 else (0, height)
        assert abs(number[1] - outer) < abs(number[1] - binding)
        head = "环境保护领域政务公开工作手册" if place % 2 else "第"
        assert any(text.startswith(head) and box[0] > width - 28 * 72 / 25.4 for text, box in words)


def test_what_is_repeated_in_a_category_stands_once_on_a_page(pages):
    for place in table_pages(pages):
        rows = len(re.findall("■政府网站|■精准推送", pages[place]))
        assert len(re.findall("县环境", pages[place])) <= max(1, rows - 1) or rows == 1


def test_a_category_that_goes_on_says_so(pages):
    told = [squeezed(pages[place]).count("（续）") for place in table_pages(pages)]
    assert len(told) > 3
    assert told == [0, 0, *[1] * (len(told) - 2)], "two categories begin on a page each, the second goes on to the end"


def test_blank_pages_are_blank(book):
    with pikepdf.open(book) as document:
        blank = [page for page in document.pages if not writes(page)]
        assert len(blank) >= 3
        for page in blank:
            assert {str(one.operator) for one in pikepdf.parse_content_stream(page)} <= {"q", "Q", "cm", "gs"}


def writes(page):
    return any(str(one.operator) in ("Tj", "TJ") for one in pikepdf.parse_content_stream(page))


def turned(book):
    """Sheets that lie across: index → width and height in pt."""
    sizes = re.findall(r"Page +(\d+) size: +([\d.]+) x ([\d.]+)", tool("pdfinfo", "-l", "99", book))
    return {int(n) - 1: (float(w), float(h)) for n, w, h in sizes if float(w) > float(h)}


def placed(book, place):
    """Words of a page with the place of their left upper corner."""
    text = tool("pdftotext", "-f", place + 1, "-l", place + 1, "-bbox", book, "-")
    found = re.findall(r'<word xMin="([-\d.]+)" yMin="([-\d.]+)"[^>]*>([^<]*)<', text)
    return [(word, (float(x), float(y))) for x, y, word in found]


def test_parts_begin_on_right_pages(pages):
    starts = [
        place for place, page in enumerate(pages) if re.search(r"^\s*(第.部分|附录)\s*$|^\s*第二部分　", page, re.M)
    ]
    assert starts
    assert all(place % 2 == 0 for place in starts if "第二部分" not in pages[place])


def test_on_screen_no_page_is_blank_and_the_contents_are_right_all_the_same(project, templates, tmp_path):
    path = tmp_path / "s.pdf"
    path.write_bytes(printed(inputs(project, templates), templates).outputs[0].data)
    texts = tool("pdftotext", "-layout", path, "-").split("\f")[:-1]
    assert all(text.strip() for text in texts)
    front = next(n for n, text in enumerate(texts) if "—1—" in squeezed(text))
    contents = next(n for n, text in enumerate(texts) if "目录" in squeezed(text) and "第一部分" in squeezed(text))
    shown = [int(number) for number in re.findall(r"^\s*\S.*?\s+(\d+)\s*$", texts[contents], re.M)]
    assert shown
    assert shown == [page - front + 1 for page in linked_pages(path, contents)]
    with pikepdf.open(path) as document:
        assert document.pages[front].label == "1"


def test_only_the_faces_of_the_book_are_embedded(book):
    rows = tool("pdffonts", book).splitlines()[2:]
    used = {row.split()[0].partition("+")[2] for row in rows}
    assert {"GK-Song", "GK-Hei"} <= used <= {"GK-Song", "GK-Hei", "GK-Kai", "GK-Fang"}
    assert all(re.search(r"yes yes yes", row) for row in rows)


def test_catalog_and_wide_chart_lie_across(book):
    sizes = re.findall(r"Page +(\d+) size: +([\d.]+) x ([\d.]+)", tool("pdfinfo", "-l", "99", book))
    across = {int(number) - 1 for number, width, height in sizes if float(width) > float(height)}
    pages = tool("pdftotext", "-layout", book, "-").split("\f")
    assert set(table_pages(pages)) <= across
    charts_at = [place for place in sorted(across) if "受理" in pages[place] and "决定" in pages[place]]
    assert any("法定时限" in pages[place] for place in charts_at)
    assert any("（第2页，共2页）" in pages[place] for place in charts_at)


def test_who_made_it_and_in_what_language(book):
    facts = tool("pdfinfo", book)
    assert re.search(r"Title: +环境保护领域政务公开工作手册", facts)
    assert re.search(r"Author: +靖边县人民政府办公室", facts)
    assert re.search(r"Tagged: +yes", facts)
    assert "CreationDate" not in facts
    with pikepdf.open(book) as document:
        assert str(document.Root.Lang) == "zh-CN"
        assert document.Root.Outlines.Count != 0


def test_same_bytes_twice(project, templates):
    given = inputs(project, templates)
    first = printed(given, templates)
    pdf._sheets.cache_clear()
    assert printed(given, templates) == first


@pytest.mark.parametrize(
    "url", ["file:///etc/hostname", "https://example.org/x.png", "data:image/png;base64,AAAA", "gkstd:nothing.svg"]
)
def test_nothing_is_fetched(project, templates, url):
    page, faces, chart = inputs(project, templates)
    text = page.outputs[0].data.decode().replace("{src}", url)
    page = msgspec.structs.replace(page, outputs=(Output("html/b.html", text.encode()),))
    artifact = printed((page, faces, chart), templates)
    assert artifact.outputs == ()
    (finding,) = artifact.findings
    assert finding.code.id == "GK702"
    assert url in dict(finding.values)["why"]


def test_a_style_the_engine_does_not_understand_is_found_every_time(project, templates):
    own = templates.stock["paged/cover.css"] + ".cover { colour: red }"
    changed = TemplateSet(templates.stock, {"paged/cover.css": own})
    given = inputs(project, templates)
    for _ in range(2):
        (finding,) = printed(given, changed).findings
        assert "colour" in dict(finding.values)["why"]


def test_prose_has_two_straight_edges(book):
    boxes = tool("pdftotext", "-f", FIRST_BODY_PAGE + 1, "-l", FIRST_BODY_PAGE + 1, "-bbox-layout", book, "-")
    lines = [
        tuple(map(float, found)) for found in re.findall(r'<line xMin="([\d.]+)" yMin="[\d.]+" xMax="([\d.]+)"', boxes)
    ]
    mm = 72 / 25.4
    full = [line for line in lines if line[1] - line[0] > 145 * mm]
    assert len(full) > 15
    assert all(abs(right - (210 - 22) * mm) < 6 for _, right in full), "a closing mark may leave half its square blank"
    assert sum(abs(right - (210 - 22) * mm) < 0.6 for _, right in full) > len(full) / 2


def test_each_sheet_is_a_figure_of_its_own():
    html = (
        '<p>前</p><div class="chart" data-chart="a-b"><!--first--><h2>流程{of}</h2><!--/first-->'
        '<!--next--><p class="chart-title">流程{of}</p><!--/next--><img src="{src}"><!--last-->注<!--/last--></div>'
    )
    files = {f"sheets/a-b/{number:02}.svg": WIDE for number in (2, 1)} | {"sheets/a-b-c/01.svg": WIDE}
    one, two = charts.spread(html, files).split("</div>")[:-1]
    assert one == (
        '<p>前</p><div class="chart chart-a-b-01"><h2>流程（第1页，共2页）</h2><img src="gkstd:sheets/a-b/01.svg">'
    )
    assert two == (
        '<div class="chart chart-a-b-02 more">'
        '<p class="chart-title">流程（第2页，共2页）</p><img src="gkstd:sheets/a-b/02.svg">注'
    )
    alone = charts.spread(html, {"sheets/a-b/01.svg": WIDE})
    assert '<h2>流程</h2><img src="gkstd:sheets/a-b/01.svg">注</div>' in alone


def test_a_sheet_keeps_its_size_and_lies_as_it_was_laid_out():
    upright = WIDE.replace(b' data-across="1"', b"")
    assert charts.rules({"sheets/a/01.svg": upright, "fonts/x.otf": b""}) == (
        ".chart-a-01 img{width:700pt;height:233pt}\n"
        ".chart-page-a{page:chart}.alone .chart-page-a{page:standard-chart}\n"
        ".with-chart-a{page:chart}.alone .with-chart-a{page:standard-chart}\n"
        ".with-chart-a>p{padding:0 8.5mm}\n"
        ".with-chart-a>.part-head{margin:2mm 0 5mm}\n"
        ".with-chart-a>.overview{display:none}\n"
    )
    assert ".chart-page-b{page:chart-wide}" in charts.rules({"sheets/b/01.svg": WIDE})


def test_a_worker_leaves_no_faces_behind(tmp_path, monkeypatch, project, templates):
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    files = {output.path: output.data for artifact in inputs(project, templates) for output in artifact.outputs}
    faces = tuple([(path, files[path]) for path in pdf._face_names(files)])
    with ProcessPoolExecutor(1, mp_context=get_context("fork")) as workers:
        assert workers.submit(laid_down, faces).result()
    assert list(tmp_path.iterdir()) == []


def laid_down(faces):
    """How many files of faces a worker holds."""
    pdf._sheets("", faces)
    return len(list(Path(tempfile.gettempdir()).glob("*/*")))
