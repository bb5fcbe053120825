"""What YAML is accepted, what is refused, and where the finger points."""

import pytest

from gkstd.diagnostics import Diagnostic
from gkstd.source.parse import MAX_DEPTH, MAX_NODES, parse
from gkstd.text import SourceFile


def faults(text: str) -> list[tuple[str, int, int]]:
    """(code, line, column) of each fault of a text."""
    file = SourceFile("t.yaml", text)
    return [(d.code, *file.locate(d.span.start)) for d in parse(file)[1]]


def only(text: str) -> Diagnostic:
    found = parse(SourceFile("t.yaml", text))[1]
    assert len(found) == 1
    return found[0]


@pytest.mark.parametrize("word", ["01", "no", "off", "1_000", "2018-06-12", "1.10", "0x1F", "true", "12:30", "1e3"])
def test_scalars_stay_the_text_of_the_author(word: str) -> None:
    made, found = parse(SourceFile("t.yaml", f"a: {word}\n"))
    assert not found
    assert made is not None
    assert made.value == {"a": word}


@pytest.mark.parametrize("word", ["", "~", "null", "Null", "NULL"])
def test_plain_nulls_are_nothing(word: str) -> None:
    made, _ = parse(SourceFile("t.yaml", f"a: {word}\n"))
    assert made is not None
    assert made.value == {"a": None}


@pytest.mark.parametrize("word", ["''", '""', "'~'", '"null"'])
def test_quoted_nulls_are_text(word: str) -> None:
    made, _ = parse(SourceFile("t.yaml", f"a: {word}\n"))
    assert made is not None
    assert made.value == {"a": word[1:-1]}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("a: 1\nb:\n  c: 1\n  c: 2\n", ("GK002", 4, 3), id="key given twice"),
        pytest.param("a: !!python/object:os.system x\n", ("GK003", 1, 4), id="tag on a value"),
        pytest.param("a: !!str x\n", ("GK003", 1, 4), id="even a harmless tag"),
        pytest.param("a: !x [1]\n", ("GK003", 1, 4), id="tag on a list"),
        pytest.param("a: &x 1\nb: 2\n", ("GK004", 1, 4), id="anchor"),
        pytest.param("a: *x\n", ("GK004", 1, 4), id="alias"),
        pytest.param("a: &x {b: 1}\n", ("GK004", 1, 4), id="anchor on a mapping"),
        pytest.param("a:\n  <<: {b: 1}\n", ("GK004", 2, 3), id="merge key"),
        pytest.param("a: 甲\x07\n", ("GK007", 1, 5), id="bell"),
        pytest.param("a: 甲\u202e乙\n", ("GK007", 1, 5), id="direction override"),
        pytest.param("a: 甲\u2028乙\n", ("GK007", 1, 5), id="line separator"),
        pytest.param('a: "甲\\a"\n', ("GK007", 1, 4), id="bell, escaped"),
        pytest.param('a: ["甲", "\\u202e"]\n', ("GK007", 1, 10), id="direction override, escaped"),
        pytest.param('a: "甲\\r"\n', ("GK007", 1, 4), id="carriage return, escaped"),
        pytest.param('"a\\0": 1\n', ("GK007", 1, 1), id="zero in a key, escaped"),
        pytest.param("- a\n- b\n", ("GK008", 1, 1), id="list at the top"),
        pytest.param("text\n", ("GK008", 1, 1), id="text at the top"),
        pytest.param("# nothing\n", ("GK008", 1, 1), id="empty file"),
        pytest.param("a: 1\n---\nb: 2\n", ("GK009", 2, 1), id="two documents"),
        pytest.param("a: 1\n[b]: 2\n", ("GK010", 2, 1), id="list as key"),
        pytest.param("a: 1\n? {b: 1}\n: 2\n", ("GK010", 2, 3), id="mapping as key"),
        pytest.param("a: 1\n~: 2\n", ("GK010", 2, 1), id="null as key"),
        pytest.param("a: e\u0301\n", ("GK011", 1, 4), id="not NFC"),
        pytest.param("a: [1, 2\nb: 3\n", ("GK001", 1, 4), id="open bracket"),
        pytest.param("a: 甲: 乙\n", ("GK001", 1, 5), id="colon in a plain value"),
        pytest.param("a:\n\t- b\n", ("GK001", 2, 1), id="tab"),
        pytest.param("a: 1\n  b: 2\n", ("GK001", 2, 3), id="indentation"),
    ],
)
def test_each_fault_is_found_at_its_place(text: str, expected: tuple[str, int, int]) -> None:
    assert faults(text) == [expected]


@pytest.mark.parametrize("opening", ['a: "text\nb: 1\n', "a: 'text\n", "a: {b: 1\n"])
def test_a_thing_never_closed_is_pointed_at_where_it_began(opening: str) -> None:
    assert [(code, line, column) for code, line, column in faults(opening)] == [("GK001", 1, 4)]


def test_a_repeated_key_shows_the_first_one_and_keeps_its_value() -> None:
    made, (found,) = parse(SourceFile("t.yaml", "a: 1\nb: 2\na: 3\n"))
    assert made is not None
    assert made.value == {"a": "1", "b": "2"}
    assert [(s.start, s.end) for s, _ in found.labels] == [(0, 1)]


def test_every_repeated_key_is_reported() -> None:
    assert faults("a: 1\na: 2\na: 3\nb: {c: 1, c: 2}\n") == [("GK002", 2, 1), ("GK002", 3, 1), ("GK002", 4, 11)]


def test_depth_is_limited_before_the_stack_is() -> None:
    deep = only("a: " + "[" * 50_000)
    assert deep.code == "GK005"
    assert deep.span.start == 3 + MAX_DEPTH - 1


def test_the_allowed_depth_is_allowed() -> None:
    depth = MAX_DEPTH - 1
    assert faults("a: " + "[" * depth + "1" + "]" * depth + "\n") == []


@pytest.mark.parametrize("member", ["- 1\n", "- []\n"])
def test_the_number_of_nodes_is_limited(member: str) -> None:
    found = only("a:\n" + member * (MAX_NODES + 1))
    assert found.code == "GK005"
    assert str(MAX_NODES) in found.message.en


def test_an_alias_bomb_is_refused_at_its_first_anchor() -> None:
    bomb = "a: &a [x]\n" + "".join(f"{c}: &{c} [*{p},*{p},*{p}]\n" for p, c in zip("abcdefgh", "bcdefghi", strict=True))
    assert faults(bomb) == [("GK004", 1, 4)]


def test_syntax_faults_come_with_a_way_to_mend_them() -> None:
    assert any("引号" in hint.zh for hint in only("a: 甲: 乙\n").hints)
    assert any("制表符" in hint.zh for hint in only("a:\n\t- b\n").hints)


def test_line_ends_of_windows_do_not_shift_places() -> None:
    assert faults("a: 1\r\nb: 2\r\nb: 3\r\n") == [("GK002", 3, 1)]


@pytest.mark.parametrize(
    ("text", "place", "problem", "advice"),
    [
        ("a: 1\ntitle：规划\n", (2, 6), "全角", "半角冒号“:”"),
        ("- id: x\n  title：规划\n  index: 1\n", (2, 8), "全角", "半角冒号“:”"),
        ("a: 1\ntitle:规划\n", (2, 6), "冒号后面少一个空格", "title: 名称"),
        ("a:\n  -id: x\n   title: y\n", (2, 3), "“-”后面少一个空格", "- …"),
        ("a:\n  - id: x\n　　title: y\n    index: 1\n", (3, 1), "全角空格", "半角空格"),
        ("a:\n  - b: 1\n  \u00a0 c: 1\n", (3, 3), "特殊空格", "半角空格"),
        ("a:\n  b: |\n    　　甲\n   c: 1\n", (4, 4), "没有写完", "缩进"),
        ("a:\n  b: 1\n\n   c: 1\n", (4, 4), "多缩进", "对齐"),
        ("a:\n<<<<<<< HEAD\n  b: 1\n=======\n  b: 2\n>>>>>>> x\n", (2, 1), "合并冲突", "留下一种"),
        ('a: "甲"乙\n', (1, 7), "引号后面还有文字", "单引号"),
        ("a: *甲\n", (1, 4), "特殊含义", "引号"),
        ("a:\n  - 甲\n  -乙\n  - 丙\n", (3, 3), "“-”后面少一个空格", "- …"),
        ("a:\n  - 甲\n  －乙\n  - 丙\n", (3, 3), "没有以“- ”开头", "不写序号"),
        ("a:\n  - 甲\n  （二）乙\n  - 丙\n", (3, 3), "没有以“- ”开头", "不写序号"),
        ("a:\n  b: 1\n  limit 5日\n  c: 1\n", (3, 8), "键后面没有冒号", "limit: "),
        ("a:\n  b: 1\n  limit＝5日\n  c: 1\n", (3, 8), "键后面没有冒号", "limit: "),
        ("a: ｛甲: 1｝\n", (1, 4), "全角", "半角的 { }"),
        ("a:\n  - b: 1\n    c: |\n      甲\n   乙\n    d: 1\n", (5, 4), "没有以“- ”开头", "多缩进两格"),
        ("a:\n    - b: 1\n      c: 1\n     d: 1\n", (4, 6), "没有与上面各行对齐", "缩进"),
        ("a: [甲，乙】\nb: 1\n", (1, 4), "没有写完", "半角方括号"),
        ("a: [甲, 乙\nb: 1\n", (1, 4), "没有写完", "成对"),
        ("basis: [《办法》, 环发[2006]28号]\n", (1, 17), "没有写完", "〔2006〕"),
        ('title: "\\ud800"\n', (1, 11), "转义", "反斜杠"),
        ('title: "\\规划"\n', (1, 9), "转义", "反斜杠"),
        ("basis: [《办法》第十条\n", (1, 8), "没有写完", "成对"),
    ],
)
def test_a_slip_is_told_at_its_place_with_the_way_to_mend_it(
    text: str, place: tuple[int, int], problem: str, advice: str
) -> None:
    found = only(text)
    assert found.code == "GK001"
    assert problem in found.message.zh
    assert SourceFile("t.yaml", text).locate(found.span.start) == place
    (hint,) = found.hints
    assert advice in hint.zh
