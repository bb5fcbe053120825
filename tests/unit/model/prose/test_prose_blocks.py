"""Blocks and pieces of a text, and their places in it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gkstd.model.prose.blocks import parse
from gkstd.model.prose.inline import inline
from gkstd.model.prose.tree import (
    BulletList,
    Citation,
    CrossReference,
    Example,
    Figure,
    Footnote,
    FootnoteMark,
    Formula,
    Heading,
    Link,
    Note,
    OrderedList,
    Paragraph,
    Strong,
    Table,
    Text,
    Verbatim,
    words,
)
from gkstd.model.prose.walk import each, inner, runs


def kinds(text):
    return [type(block) for block in parse(text)]


def test_paragraphs_and_lists():
    first, bullets, ordered = parse("应公开：\n\n- 甲；\n- 乙。\n\n1. 一；\n2. 二。")
    assert words(first.pieces) == "应公开："
    assert [words(item.pieces) for item in bullets.items] == ["甲；", "乙。"]
    assert isinstance(ordered, OrderedList)
    assert ordered.depth == 1


def test_a_list_in_a_list():
    (outer,) = parse("- 甲：\n  1. 一；\n  2. 二；\n- 乙。")
    assert isinstance(outer, BulletList)
    (nested,) = outer.items[0].blocks
    assert isinstance(nested, OrderedList)
    assert nested.depth == 2
    assert [words(item.pieces) for item in nested.items] == ["一；", "二；"]


@pytest.mark.parametrize("marks", ["- * +", "—— —— ——", "· · ·"])
def test_marks_as_they_are_printed_begin_items(marks):
    (block,) = parse("\n".join(f"{mark} 项" for mark in marks.split(" ")))
    assert isinstance(block, BulletList)
    assert len(block.items) == 3


@pytest.mark.parametrize("mark", ["1. ", "1) ", "1）", "a) ", "a）"])
def test_numbers_as_they_are_printed_begin_items(mark):
    assert kinds(f"{mark}项") == [OrderedList]


@pytest.mark.parametrize(
    "text", ["1.5米以内", "12369举报电话", "2018年", "a是", "-1", "注意事项", "表示同意", "图示", "示例"]
)
def test_what_only_looks_like_a_mark_is_a_paragraph(text):
    assert kinds(text) == [Paragraph]


def test_a_paragraph_with_items_below_needs_no_empty_line():
    assert kinds("包括：\n- 甲；\n- 乙。") == [Paragraph, BulletList]


def test_lines_are_joined_without_a_gap_in_chinese():
    assert words(parse("公开\n事项")[0].pieces) == "公开事项"
    assert words(parse("open\ndata")[0].pieces) == "open data"


def test_ids_of_items_stand_before_or_after_the_mark_of_the_end():
    (block,) = parse("1. 甲；{#a}\n2. 乙{#b}；\n3. 丙。{x}")
    assert [(item.id, words(item.pieces)) for item in block.items] == [("a", "甲；"), ("b", "乙；"), ("", "丙。{x}")]


def test_a_table_with_caption_unit_notes_and_footnotes():
    text = "表：频次 {#often 单位=天}\n\n| 项 | 频次 |\n|---|:-:|\n| 甲[^a] | 1 |\n注：表注。\n[^a]: 脚注。\n\n后文。"
    table, after = parse(text)
    assert isinstance(table, Table)
    assert (words(table.caption), table.id, table.unit, table.width) == ("频次", "often", "天", 2)
    assert [[words(cell.pieces) for cell in row.cells] for row in (*table.header, *table.rows)] == [
        ["项", "频次"],
        ["甲", "1"],
    ]
    assert table.rows[0].cells[1].align == "center"
    assert words(table.notes[0].pieces) == "表注。"
    assert table.footnotes[0].label == "a"
    assert isinstance(after, Paragraph)


def test_merged_cells_and_several_header_rows():
    (table,) = parse("| 时限 | < | 主体 |\n| 法定 | 承诺 | ^ |\n|--|--|--|\n| 5 | 3 | 县 |\n| 6 | ^ | ^ |")
    assert [(cell.columns, cell.rows) for cell in table.header[0].cells] == [(2, 1), (1, 2)]
    assert [len(row.cells) for row in (*table.header, *table.rows)] == [2, 2, 3, 1]
    assert [cell.rows for cell in table.rows[0].cells] == [1, 2, 2]


def test_a_bar_can_be_escaped():
    (table,) = parse("| 甲\\|乙 |\n|--|\n")
    assert words(table.header[0].cells[0].pieces) == "甲|乙"


def test_bars_without_dashes_are_a_paragraph():
    assert kinds("| 甲 | 乙 |") == [Paragraph]


def test_figures_with_the_caption_above_or_below():
    for text in ("图：流程 {#flow}\n\n![说明](process:eia)", "![说明](process:eia)\n图：流程 {#flow}"):
        (figure,) = parse(text)
        assert isinstance(figure, Figure)
        assert (figure.id, words(figure.caption), figure.source, figure.words) == (
            "flow",
            "流程",
            "process:eia",
            "说明",
        )


def test_tables_from_data():
    (table,) = parse("表：目录 {#list}\n![目录](catalog:environment)")
    assert isinstance(table, Table)
    assert table.source == "catalog:environment"


def test_notes_examples_formulas_footnotes_headings_and_fences():
    text = (
        "注1：甲。\n注2：乙。\n示例：丙。\n\n式：A = B {#rate}\n式中B是总数。\n\n[^1]: 丁。\n\n## 戊\n\n```\n- 己\n```"
    )
    assert kinds(text) == [Note, Note, Example, Formula, Paragraph, Footnote, Heading, Verbatim]


def test_pieces():
    found = inline("见[](#a)和[词](#b)，**重**，`码`，按GB/T 1.1—2020中的6.2，[^1]")
    assert [type(piece) for piece in found if not isinstance(piece, Text)] == [
        CrossReference, Link, Strong, *[type(inline("`x`")[0])], Citation, FootnoteMark,
    ]  # fmt: skip
    (cited,) = [piece for piece in found if isinstance(piece, Citation)]
    assert (cited.number, cited.dated, cited.clause) == ("GB/T 1.1—2020", True, "6.2")


@pytest.mark.parametrize("text", ["PM2.5", "COD 50", "索引号610824-HB-2018-0001", "第12369号", "A 4", "WGS 84"])
def test_what_is_no_standard(text):
    assert [piece for piece in inline(text) if isinstance(piece, Citation)] == []


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("按GB/T 32169（所有部分）执行", "GB/T 32169（所有部分）"),
        ("符合HJ 633-2012的规定", "HJ 633—2012"),
        ("DB61/T 1234—2018", "DB61/T 1234—2018"),
        ("Q/JBZW 201－2018", "Q/JBZW 201—2018"),
    ],
)
def test_standards_in_running_text(text, number):
    assert [piece.number for piece in inline(text) if isinstance(piece, Citation)] == [number]


@pytest.mark.parametrize("text", ["[x](javascript:alert)", "[](#)", "** a **", "![x](y)", "[a](b c)", "<b>"])
def test_what_is_not_understood_is_text(text):
    assert [type(piece) for piece in inline(text)] == [Text]
    assert words(inline(text)) == text


def test_a_backslash_takes_the_meaning_away():
    assert words(inline(r"\*\*甲\*\* \[](#a)")) == "**甲** [](#a)"
    assert [type(piece) for piece in inline(r"\*\*甲\*\*")] == [Text]


SOUP = st.text(alphabet="-*+—·1aB表图式注示例：[]^#`~|()（）{}! \n甲。；\\catlog:x单位=GB/T.2018", max_size=80)


@given(SOUP)
def test_any_text_gives_blocks_in_order_inside_it(text):
    last = 0
    for block in parse(text):
        assert last <= block.start <= block.end <= len(text)
        last = block.end
        for one in each((block,)):
            for run in runs(one):
                for piece in inner(run):
                    assert block.start <= piece.start <= piece.end <= block.end


@given(SOUP)
def test_plain_text_stands_where_it_says(text):
    for block in each(parse(text)):
        for run in runs(block):
            for piece in inner(run):
                if isinstance(piece, Text | Citation) and len(piece.text) == piece.end - piece.start:
                    assert text[piece.start : piece.end].replace("\n", " ") == piece.text.replace("\n", " ")


@pytest.mark.parametrize(
    "text",
    ["[" * 9999, "**" * 9999, "`" * 9999, "| " * 9999, "A" * 9999, "\n".join("  " * n + "- x" for n in range(999))],
)
def test_long_and_senseless_texts_are_read(text):
    assert parse(text)


def test_marks_without_end_are_text_and_are_read_once():
    """Three thousand ticks took minutes where every one of them was tried as a beginning."""
    text = "应公开" + "`" * 3_001
    (paragraph,) = parse(text)
    assert [type(piece).__name__ for piece in paragraph.pieces] == ["Text"]
    (paragraph,) = parse("\\``甲`乙")
    assert [type(piece).__name__ for piece in paragraph.pieces] == ["Text", "Code", "Text"]
