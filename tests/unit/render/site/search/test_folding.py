"""One table of characters: what it makes of a text, and that the page makes the same of it."""

import random

import pytest

from gkstd.render.site.search.folding import DROPPED, Table, table_for, whole

SAME = [
    ("環境影響評價", "环境影响评价"),
    ("國辦發〔２０１７〕４２號", "国办发[2017]42号"),
    ("国办发（2017）42号", "国办发【2017】42号"),
    ("Q/JBZW 001—2018", "ｑ／ＪＢＺＷ　００１－２０１８"),
    ("双随机、一公开", "雙隨機、一公開"),
    ("“五公开”", "「五公開」"),
    ("二○一八年", "二〇一八年"),
    ("政府 信息\u200b公 开", "政府信息公开"),
]


@pytest.mark.parametrize(("one", "other"), SAME)
def test_ways_of_writing_the_same(one: str, other: str) -> None:
    assert whole().fold(one) == whole().fold(other)


@pytest.mark.parametrize(
    ("one", "other"), [("环境", "环保"), ("10日", "1日"), ("公开", "公示"), ("A", "B"), ("2017", "2018")]
)
def test_what_differs_stays_apart(one: str, other: str) -> None:
    assert whole().fold(one) != whole().fold(other)


def test_folding_twice_changes_nothing() -> None:
    every = "".join(map(chr, [*range(0xD800), *range(0xE000, 0x10000)]))
    folded = whole().fold(every)
    assert whole().fold(folded) == folded


def test_a_character_becomes_one_or_none() -> None:
    table = whole()
    assert len(table.before) == len(table.after) == len(set(table.before))
    assert not set(table.before) & set(DROPPED)


def test_the_table_of_an_edition_finds_what_the_whole_one_finds() -> None:
    rng = random.Random(7)
    han = [chr(code) for code in range(0x4E00, 0x9FA6)]
    text = "".join(rng.choices(han, k=3000))
    small, full = table_for(text), whole()
    assert len(small.before) < len(full.before)
    folded = full.fold(text)
    assert small.fold(text) == folded
    for typed in rng.choices(han, k=500):
        assert (small.fold(typed) in folded) == (full.fold(typed) in folded)


def test_the_page_folds_as_the_compiler_does(run) -> None:
    """Every character of the basic plane but surrogates, and some beyond."""
    table: Table = whole()
    every = [
        "".join(map(chr, range(first, first + 256)))
        for first in range(0, 0x10000, 256)
        if not 0xD8 <= first >> 8 < 0xE0
    ]
    every += ["𠮷野家", "😀环评", "\U0002a6d6"]
    body = """
        const { fold, trace } = site.match.open({ fold: given.table, title: [], number: [], also: [], initials: [], same: [] });
        return given.texts.map((text) => [fold(text), trace(text).text]);
    """
    given = {"table": [table.before, table.after, table.dropped], "texts": every}
    assert run(body, given=given) == [[table.fold(text), table.fold(text)] for text in every]
