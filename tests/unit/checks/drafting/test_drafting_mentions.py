"""References between the parts of a standard, typed or by id."""

import pytest
from drafts import PROJECT, clause, codes, document, findings

from gkstd.model.document import Annex, Cited, Clause

TABLE = "表：频次 {#frequency}\n\n| 信息 | 频次 |\n|---|---|\n| 规划 | 每年 |"


def annexes(count: int, normative: bool = True) -> tuple[Annex, ...]:
    return tuple(Annex(f"x{i}", chr(65 + i), "目录", normative, "目录列出全部事项。", (), "", "") for i in range(count))


def with_references(text: str, *numbers: str) -> list[str]:
    made = document(text)
    cited = tuple(Cited(number, "标题", "known") for number in numbers)
    refs = Clause("refs", "2", "references", "规范性引用文件", "", cited, (), ())
    return codes(document("", clauses=(made.clauses[0], refs, clause("main", "3", text))))


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("目录见附录A～附录C。", 3),
        ("目录见附录A～C。", 3),
        ("目录见附录A、附录B和附录C。", 3),
        ("目录见附录A、B和C。", 3),
        ("目录见[](#x0)和[](#x1)。", 2),
        ("格式应符合附录A的规定。\n\n附录A和附录B的目录每年更新。", 2),
    ],
)
def test_annexes_are_mentioned(text: str, count: int) -> None:
    assert codes(document(text, annexes=annexes(count))) == []


def test_annexes_out_of_order_missing_and_unknown() -> None:
    assert codes(document("目录见附录B和附录A。", annexes=annexes(2))) == ["GK643"]
    assert codes(document("目录见附录A。", annexes=annexes(2))) == ["GK642"]
    assert codes(document("目录见附录A和附录B。", annexes=annexes(1))) == ["GK644"]


def test_what_an_annex_is_and_how_it_is_mentioned() -> None:
    assert codes(document("格式应符合附录A的规定。", annexes=annexes(1, False))) == ["GK646"]
    assert codes(document("格式参见附录A。", annexes=annexes(1))) == ["GK646"]
    assert codes(document("格式参见附录A。", annexes=annexes(1, False))) == []
    assert codes(document("格式可按附录A的样式。", annexes=annexes(1, False))) == []


def test_typed_numbers_of_tables_and_clauses() -> None:
    assert codes(document(f"频次见表1。\n\n{TABLE}")) == ["GK645"]
    assert codes(document(f"频次见表2。\n\n{TABLE}")) == ["GK640", "GK644"]
    assert codes(document("方法应符合第7章的规定。")) == ["GK644"]
    assert codes(document("方法应符合5.2的规定。")) == ["GK644"]
    assert codes(document("一张表1份，代表1名，图1幅，按1.5倍计算，不低于5.2。")) == []
    (found,) = findings(document(f"频次见表1。\n\n{TABLE}"))
    assert [mend.new for mend in found.mends] == ["[](#frequency)"]


@pytest.mark.parametrize(
    ("text", "numbers", "expected"),
    [
        ("方法应符合GB/T 1526—1989的规定。", ["GB/T 1526—1989"], []),
        ("方法应符合GB/T 1526—1989中4.2的规定。", ["GB/T 1526—1989"], []),
        ("方法应符合GB/T 1526的规定。", ["GB/T 1526"], []),
        ("方法应符合GB/T 1526中4.2的规定。", ["GB/T 1526"], ["GK622"]),
        ("方法应符合GB/T 1526的规定。", ["GB/T 1526—1989"], ["GK623"]),
        ("方法应符合GB/T 1526—2000的规定。", ["GB/T 1526—1989"], ["GK623"]),
        ("方法应符合规定。", ["GB/T 1526—1989"], ["GK620"]),
        ("方法应符合GB/T 1526—1989的规定。", [], ["GK621"]),
        ("方法参见GB/T 1526—1989。", [], []),
        ("公开信息。\n\n注：GB/T 1526—1989给出了符号。", [], []),
        ("方法应符合GB/T 32169.1的规定。", ["GB/T 32169（所有部分）"], []),
        ("符合GB 3838—2002、GB/T 1526—1989的规定。", ["GB 3838—2002", "GB/T 1526—1989"], ["GK624"]),
        ("符合HJ 633—2012、GB/T 1526—1989的规定。", ["HJ 633—2012", "GB/T 1526—1989"], ["GK624"]),
        ("符合GB/T 1526—1989、HJ 633—2012、DB61/T 5—2017的规定。", ["GB/T 1526—1989", "HJ 633—2012", "DB61/T 5—2017"], []),
        ("符号应符合GB/T1526-1989的规定。", ["GB/T 1526—1989"], ["GK672"]),
        ("符号应符合GBT 1526—1989的规定。", ["GB/T 1526—1989"], ["GK620", "GK672"]),
    ],
)  # fmt: skip
def test_references(text: str, numbers: list[str], expected: list[str]) -> None:
    assert with_references(text, *numbers) == expected


def test_the_project_of_these_tests_is_clean() -> None:
    assert PROJECT.documents["catalog"]
    assert [code for made in PROJECT.documents.values() for code in codes(made)] == []
    assert codes(document("公开信息。", "2020")) == []
