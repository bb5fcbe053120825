import pytest

from gkstd.render.markup import inline, markup


def test_paragraphs_lists_and_tables():
    html = markup("第一段。\n\n- 甲\n- 乙\n\n| 名称 | 时限 |\n|---|---|\n| 受理 | 5个工作日 |\n")
    assert html.startswith("<p>第一段。</p>\n<ul>\n<li>甲</li>")
    assert "<th>名称</th>" in html
    assert "<td>5个工作日</td>" in html


@pytest.mark.parametrize(
    "hostile",
    ["<script>alert(1)</script>", "<img src=x onerror=alert(1)>", "![x](http://example.org/x.png)", "{{ 7*7 }}"],
)
def test_markup_in_the_text_stays_text(hostile):
    html = markup(hostile)
    assert "<script" not in html
    assert "<img" not in html
    assert "49" not in html


def test_only_harmless_links():
    assert 'href="https://example.org/"' in markup("[例](https://example.org/)")
    assert "href" not in markup("[例](javascript:alert(1))")
    assert "href" not in markup("[例](file:///etc/passwd)")


def test_headings_go_below_their_place():
    assert markup("# 甲", under=2) == "<h3>甲</h3>\n"
    assert markup("# 甲\n\n###### 乙", under=3) == "<h4>甲</h4>\n<h6>乙</h6>\n"
    assert markup("## 甲\n\n### 乙", under=1) == "<h2>甲</h2>\n<h3>乙</h3>\n"


def test_a_line_break_leaves_no_gap_in_chinese():
    assert markup("公开\n事项") == "<p>公开事项</p>\n"
    assert markup("open\ndata") == "<p>open\ndata</p>\n"


def test_inline_has_no_paragraph():
    assert inline("一 **二**") == "一 <strong>二</strong>"
