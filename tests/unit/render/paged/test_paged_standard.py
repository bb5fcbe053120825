"""A standard by itself, read back with poppler: heads, numbers, contents, tables over pages, references, footnotes."""

import re
import subprocess

import pytest
from msgspec import Struct
from msgspec.structs import replace

from gkstd.model.document import Annex, Clause, Foreword, Term
from gkstd.render.base import Job, Target
from gkstd.render.paged import charts, fonts, html, pdf
from gkstd.render.views.standard import standard_view

PROSE = "公开事项由各部门逐项梳理，经审核后列入目录。凡是列入目录的事项，应当在规定的时限内通过规定的渠道公开。" * 6
ROWS = "\n".join(f"| 第{n}类 | 每{n}日 | {n} |" for n in range(1, 70))
TEXT = f"""应按下列步骤办理，频次见[](#often)：

1. 受理；{{#accept}}
2. 审查，{PROSE}
   1. 形式审查；
   2. 实质审查。
3. 决定。

注：第一条注。
注：第二条注。
示例：唯一的例。

表：公开频次 {{#often 单位=天}}

| 类别 | 频次 | 时间 |
|---|---|--:|
{ROWS}
注：表里的注。

按[](#accept)受理，比率按[](#rate)计算[^one]，见<b>{{{{ 7*7 }}}}</b>[甲](javascript:x)。

式：A = B / C × 100% {{#rate}}

[^one]: 第一条脚注。
"""


class Nothing(Struct, frozen=True):
    """The inputs decide."""


def clause(id, number, title, text="", **more):
    values = {"kind": "clause", "references": (), "terms": (), "clauses": ()}
    return Clause(id=id, number=number, title=title, text=text, **{**values, **more})


def printed(project, templates, document):
    other = replace(project, documents={document.id: document})
    view, _ = standard_view(other, document.id)
    (page,) = html.render([Job(Target("html/s", "paged.html", view))], templates)
    assert page.findings == ()
    (faces,) = fonts.render([Job(Target("fonts", "paged.fonts", Nothing()), (page,))], templates)
    (artifact,) = pdf.render([Job(Target("standards/s", "paged.pdf", Nothing()), (page, faces))], templates)
    assert artifact.findings == ()
    return artifact.outputs[0].data


@pytest.fixture(scope="module")
def document(project):
    first = project.documents["items-standard"]
    term = Term("item", "公开事项", "disclosure item", (), "应公开的[类别](#rules)。", ("甲。", "乙。"), "GB/T 1—2018")
    more = tuple(clause(f"more-{n}", f"5.{n}", f"第{n}条", PROSE) for n in range(1, 8))
    return replace(
        first,
        clauses=(
            *first.clauses[:2],
            clause("terms", "3", "术语和定义", kind="terms", terms=(term,)),
            clause(
                "rules", "4", "要求", clauses=(clause("steps", "4.1", "步骤", TEXT), clause("bare", "4.2", "", PROSE))
            ),
            clause("more", "5", "其他", clauses=more),
        ),
        annexes=(
            Annex("list", "A", "目录", True, "表：先写的 {#first}\n\n| 甲 |\n|-|\n| 乙 |", (), "environment", ""),
        ),
        foreword=Foreword("甲", "乙", ("丙",), (), "本标准是一套标准中的一项。"),
        introduction=PROSE,
        index=True,
    )


@pytest.fixture(scope="module")
def path(project, templates, document, tmp_path_factory):
    path = tmp_path_factory.mktemp("standard") / "s.pdf"
    path.write_bytes(printed(project, templates, document))
    return path


def tool(*command):
    return subprocess.run([str(word) for word in command], capture_output=True, text=True, check=True).stdout


@pytest.fixture(scope="module")
def pages(path):
    return [re.sub(r"[^\S\n]+", " ", page) for page in tool("pdftotext", "-layout", path, "-").split("\f")[:-1]]


@pytest.fixture(scope="module")
def boxes(path):
    """(width, [(x, y, x right, word)]) of each page, in points."""
    text = tool("pdftotext", "-bbox", path, "-")
    found = []
    for page in re.findall(r'<page width="([\d.]+)" height="([\d.]+)">(.*?)</page>', text, re.S):
        words = re.findall(r'xMin="([\d.]+)" yMin="([\d.]+)" xMax="([\d.]+)" yMax="([\d.]+)">(.*?)<', page[2])
        found.append((float(page[0]), float(page[1]), [(float(a), float(b), float(c), w) for a, b, c, _, w in words]))
    return found


def squeezed(text):
    return re.sub(r"\s", "", text)


def first_text_page(pages):
    return next(n for n, page in enumerate(pages) if "1 范围" in page and "目 次" not in page)


def test_text_begins_on_a_right_page_after_cover_contents_and_foreword(pages):
    assert "企业标准" in pages[0]
    assert squeezed(pages[2]).startswith("Q/JBZW001—2018目次")
    assert first_text_page(pages) % 2 == 0


def across(page):
    return page[0] > page[1]


def test_front_matter_is_in_roman_and_text_in_arabic_from_one(pages, boxes):
    start = first_text_page(pages)
    last = [page.strip().split("\n")[-1].strip() if page.strip() else "" for page in pages]
    assert [number for number in last[2:start] if number] == ["I", "II", "III"]
    assert all(
        number == str(n) for n, number in enumerate(last[start:-1], 1) if number and not across(boxes[start + n - 1])
    )


def test_head_and_number_stand_outside(boxes, pages):
    start = first_text_page(pages)
    for place, (width, high, words) in enumerate(boxes[:-1]):
        if place < 2 or not words or across((width, high)):
            continue
        number = [word for word in words if word[3] == "Q/JBZW" and word[1] < 80]
        lowest = max(word[1] for word in words)
        foot = [word for word in words if word[1] > lowest - 2]
        assert len(number) == len(foot) == 1, place
        assert (number[0][0] > width / 2) == (foot[0][0] > width / 2) == (place % 2 == 0), place
        assert foot[0][3] == str(place - start + 1) if place >= start else foot[0][3] in ("I", "II", "III")


def test_turned_pages_have_head_and_number_where_the_bound_book_has_them(boxes, pages):
    """Their right side is above in the bound book: there stands the head, and the number at the left, both outside."""
    start = first_text_page(pages)
    turned = [(place, *page) for place, page in enumerate(boxes) if across(page)]
    assert turned
    for place, width, height, words in turned:
        (head,) = [word for word in words if word[3] == "Q/JBZW" and word[0] > width - 25 * 72 / 25.4]
        (number,) = [word for word in words if word[0] < 16 * 72 / 25.4]
        assert number[3] == str(place - start + 1)
        assert (head[1] > height / 2) == (number[1] > height / 2) == (place % 2 == 0), place


def test_numbers_in_the_contents_are_the_real_pages(pages):
    start = first_text_page(pages)
    lines = re.findall(r"^ *(\S.*?) (\d+|[IVX]+) *$", pages[2], re.M)
    assert [title for title, _ in lines[:2]] == ["前言", "引言"]
    assert [number for _, number in lines[:2]] == ["II", "III"]
    titles = [title for title, _ in lines[2:-1]]
    assert titles == [
        "1 范围",
        "2 规范性引用文件",
        "3 术语和定义",
        "4 要求",
        "5 其他",
        "附录A（规范性附录） 目录",
        "参考文献",
    ]
    for title, number in lines[2:-1]:
        page = squeezed(pages[start + int(number) - 1])
        assert squeezed(title) in page, title


def test_a_table_has_its_head_on_each_page_and_says_that_it_goes_on(pages):
    having = [page for page in pages if re.search(r"第\d+类", page)]
    assert len(having) >= 2
    for place, page in enumerate(having):
        text = squeezed(page)
        assert "类别频次时间" in text
        assert ("表1公开频次" in text) == (place == 0)
        assert ("表1（续）" in text) == (place > 0)
        assert "单位为天" in text
    assert sum(squeezed(page).count("注：表里的注。") for page in pages) == 1


def test_references_lists_notes_and_formulas(pages):
    text = squeezed("".join(pages))
    for said in (
        "频次见表1：",
        "a)受理；",
        "1)形式审查；",
        "注1：第一条注。",
        "注2：第二条注。",
        "示例：唯一的例。",
        "按4.1a)受理",
        "比率按式（1）计算",
        "A=B/C×100%（1）",
        "表A.1先写的",
        "表A.2",
        "注1：甲。",
    ):
        assert squeezed(said) in text, said


def test_footnotes_stand_at_the_foot_of_their_page(pages):
    (page,) = [page for page in pages if "第一条脚注" in page]
    assert squeezed(page).index("第一条脚注") > squeezed(page).index("比率按")
    assert "计算1)" in squeezed(page)


def test_data_stays_data(pages):
    assert "<b>{{7*7}}</b>[甲](javascript:x)。" in squeezed("".join(pages))


def test_the_rule_at_the_end_needs_no_page_of_its_own(pages):
    having = [page for page in pages if page.strip()]
    assert "公开事项" in having[-2], "the index, and below it the rule"
    assert "内容截至" in having[-1]


def test_only_the_two_faces_are_used_before_the_colophon(path, pages):
    last = next(place for place, page in enumerate(pages, 1) if "内容截至" in page) - 1
    said = tool("pdftohtml", "-xml", "-i", "-stdout", "-l", last, path)
    families = dict(re.findall(r'<fontspec id="(\d+)"[^>]* family="([^"]+)"', said))
    used = {families[id].partition("+")[2] for id in re.findall(r'<text [^>]*font="(\d+)"', said)}
    assert used == {"GK-Song", "GK-Hei"}


def test_no_word_is_outside_its_page_margins(boxes):
    for place, (width, high, words) in enumerate(boxes[2:-1], 2):
        own = [word for word in words if not across((width, high)) or 20 * 72 / 25.4 < word[0] < width - 25 * 72 / 25.4]
        for left, _, right, word in own:
            assert left > 50, (place, word)
            assert right < width - 50, (place, word)


def test_the_cover_says_what_it_has_to(pages, document):
    cover = squeezed(pages[0])
    for said in ("ICS01.120", "A00", "Q/JBZW", "企业标准", document.number, document.title, "发布", "实施"):
        assert squeezed(said) in cover, said
    assert cover.index("企业标准") < cover.index(squeezed(document.title)) < cover.index("实施")


def test_elements_of_a_title_are_not_broken(project, templates, document, tmp_path):
    titled = replace(
        document, title="政务公开事项目录编制和发布工作规范 第1部分：总则", annexes=(), clauses=document.clauses[:1]
    )
    path = tmp_path / "t.pdf"
    path.write_bytes(printed(project, templates, titled))
    lines = [squeezed(line) for line in tool("pdftotext", "-layout", "-l", "1", path, "-").split("\n")]
    assert "第1部分：总则" in lines


def test_a_heading_is_never_the_last_line_of_a_page(pages):
    start = first_text_page(pages)
    for page in pages[start:-1]:
        lines = [line.strip() for line in page.strip().split("\n") if line.strip()]
        body = [line for line in lines[1:-1] if not re.match(r"\d\) ", line)]
        if body:
            assert not re.fullmatch(r"\d+(\.\d+)* [^，。；：]{1,12}", body[-1]), body[-1]


def test_a_chart_in_a_standard_keeps_its_heads(project, templates, document, tmp_path):
    annex = Annex("chart", "A", "流程", True, "流程见图。", (), "", "eia-approval")
    view, _ = standard_view(replace(project, documents={document.id: replace(document, annexes=(annex,))}), document.id)
    (page,) = html.render([Job(Target("html/s", "paged.html", view))], templates)
    assert "chart-page-eia-approval" in page.outputs[0].data.decode()
    told = charts.rules({"sheets/eia-approval/1.svg": b'<svg width="300pt" height="400pt">'})
    assert ".chart-page-eia-approval{page:chart}" in told
    assert ".alone .chart-page-eia-approval{page:standard-chart}" in told
