"""Trees against the declared records: every fault of a file in one run, each at its place, the sound rest kept."""

import pytest

from gkstd.source.decode import decode
from gkstd.source.parse import parse
from gkstd.source.records.base import Record
from gkstd.source.records.documents import DocumentFile
from gkstd.source.records.items import DomainFile
from gkstd.source.records.processes import ProcessFile
from gkstd.source.records.project import ProjectFile
from gkstd.source.records.registers import BodiesFile, LawsFile
from gkstd.source.records.workbooks import WorkbookFile
from gkstd.source.tree import Tree
from gkstd.text import SourceFile

PROJECT = """\
name: 县
region: {code: "610824", name: 县}
as_of: 2018-12-31
edition: {id: e, title: 版, date: 2018-12-31}
portal: {name: 门户}
publisher: 办公室
"""
PROCESS = """\
id: p
title: 流程
lanes: [申请人]
steps:
  - {id: a, kind: start, title: 始, next: b}
  - {id: b, kind: decision, title: 判断, next: {是: c, 否: a}}
  - {id: c, kind: end, title: 终}
"""


def run(kind: type[Record], text: str) -> tuple[Record | None, list[str], Tree]:
    """The record, `CODE line:column word` of each fault in place order, and the tree."""
    file = SourceFile("t.yaml", text)
    tree, faults = parse(file)
    assert tree is not None
    assert not faults
    record, found = decode(tree, kind)
    found.sort(key=lambda d: d.order)
    return record, [f"{d.code} {_at(file, d.span.start)} {text[d.span.start : d.span.end]}" for d in found], tree


def _at(file: SourceFile, offset: int) -> str:
    return "{}:{}".format(*file.locate(offset))


def faults(kind: type[Record], text: str) -> list[str]:
    return run(kind, text)[1]


def test_a_sound_file_has_no_faults() -> None:
    record, found, _ = run(ProjectFile, PROJECT)
    assert isinstance(record, ProjectFile)
    assert record.region.code == "610824"
    assert str(record.as_of) == "2018-12-31"
    assert found == []


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        pytest.param("publisher: 办公室\n", "", "GK102 1:1 ", id="required field left out"),
        pytest.param("name: 县\n", "name: 县\nnamme: 乡\n", "GK101 2:1 namme", id="unknown field"),
        pytest.param("as_of: 2018-12-31", "as_of: 2018-13-01", "GK103 3:8 2018-13-01", id="no such month"),
        pytest.param("as_of: 2018-12-31", "as_of: [x]", "GK103 3:1 as_of", id="list for a date"),
        pytest.param('"610824"', "61082", "GK104 2:16 61082", id="pattern"),
        pytest.param("portal: {name: 门户}", "portal: 门户", "GK103 5:9 门户", id="text for a mapping"),
        pytest.param("portal: {name: 门户}", "portal: [门户]", "GK103 5:1 portal", id="list for a mapping"),
        pytest.param("name: 门户", 'name: ""', 'GK104 5:16 ""', id="empty text"),
        pytest.param("name: 门户", "name: ~", "GK103 5:16 ~", id="nothing where text is required"),
        pytest.param("publisher: 办公室", "publisher: |\n  一行\n  两行", "GK104 6:12 ", id="two lines for one"),
        pytest.param(
            "publisher: 办公室\n",
            "publisher: 办公室\nexpected: {items: 很多}\n",
            "GK103 7:19 很多",
            id="words for a number",
        ),
        pytest.param("{id: e,", "{id: E_1,", "GK104 4:15 E_1", id="not an id"),
    ],
)
def test_one_fault_at_its_place(old: str, new: str, expected: str) -> None:
    assert PROJECT.count(old) == 1
    (found,) = faults(ProjectFile, PROJECT.replace(old, new))
    assert found.startswith(expected)


def test_a_misspelt_required_field_is_one_fault_with_its_meaning() -> None:
    text = PROJECT.replace("publisher", "publishr")
    tree, _ = parse(SourceFile("t.yaml", text))
    assert tree is not None
    record, (found,) = decode(tree, ProjectFile)
    assert record is None
    assert found.code == "GK101"
    assert "publisher" in found.hints[0].en


def test_every_fault_of_a_file_is_found_in_one_run() -> None:
    text = """\
bodies:
  - {id: a, name: 甲}
  - {id: B!, name: 乙}
  - {id: c}
  - {id: d, name: 丁, kind: 公司, since: 昨天}
  - 戊
  - {id: f, name: [己], levle: 县级}
  - {id: g, name: 庚}
"""
    assert [line.partition(" ")[0] + " " + line.split()[1] for line in faults(BodiesFile, text)] == [
        "GK104 3:10",
        "GK102 4:6",
        "GK104 5:28",
        "GK103 5:39",
        "GK103 6:5",
        "GK103 7:13",
        "GK101 7:24",
    ]


def test_sound_members_are_kept_and_stay_at_their_places() -> None:
    text = "bodies:\n  - {id: A, name: 甲}\n  - {id: b, name: 乙}\n  - {id: C, name: 丙}\n  - {id: d, name: 丁}\n"
    record, found, tree = run(BodiesFile, text)
    assert isinstance(record, BodiesFile)
    assert len(found) == 2
    assert [body.id for body in record.bodies] == ["b", "d"]
    for at, body in enumerate(record.bodies):
        span = tree.span(("bodies", at, "name"))
        assert text[span.start : span.end] == body.name


def test_an_unsound_optional_value_does_not_lose_its_record() -> None:
    record, found, _ = run(BodiesFile, "bodies:\n  - {id: a, name: 甲, since: 昨天}\n")
    assert isinstance(record, BodiesFile)
    assert record.bodies[0].since is None
    assert found == ["GK103 2:29 昨天"]


@pytest.mark.parametrize("ids", ["c", "[b, c]", "{是: b, 否: c}"])
def test_the_three_forms_of_next(ids: str) -> None:
    record, found, _ = run(ProcessFile, PROCESS.replace("next: b}", f"next: {ids}}}"))
    assert found == []
    assert isinstance(record, ProcessFile)


@pytest.mark.parametrize(("written", "expected"), [("[b, C!]", "GK104 5:46 C!"), ("{是: B!}", "GK104 5:46 B!")])
def test_a_bad_id_in_the_forms_of_next(written: str, expected: str) -> None:
    assert faults(ProcessFile, PROCESS.replace("next: b}", f"next: {written}}}")) == [expected]


def test_a_list_that_must_not_be_empty() -> None:
    assert faults(ProcessFile, PROCESS.replace("lanes: [申请人]", "lanes: []")) == ["GK104 3:1 lanes"]


def test_workbook_parts_are_told_apart_by_kind() -> None:
    text = """\
id: w
title: 手册
parts:
  - {kind: cover}
  - {kind: covr}
  - {title: 无类}
  - {kind: text, title: 章}
  - {kind: laws, domain: x}
  - 目录
"""
    assert [" ".join(line.split()[:2]) for line in faults(WorkbookFile, text)] == [
        "GK104 5:12",
        "GK102 6:6",
        "GK102 7:6",
        "GK101 8:18",
        "GK103 9:5",
    ]


def test_a_misspelt_kind_gets_the_nearest_one() -> None:
    tree, _ = parse(SourceFile("t.yaml", "id: w\ntitle: 手册\nparts:\n  - {kind: covr}\n"))
    assert tree is not None
    _, found = decode(tree, WorkbookFile)
    assert any("cover" in hint.en for d in found for hint in d.hints)


def test_nested_clauses_are_read_to_the_bottom() -> None:
    text = "id: d\nnumber: x\ntitle: t\nclauses:\n  - id: a\n    clauses:\n      - id: b\n        clauses:\n          - {id: C!}\n"
    assert faults(DocumentFile, text) == ["GK104 9:18 C!"]


def test_two_shapes_of_a_value_are_named_together() -> None:
    text = """\
domain: d
title: t
code: AB
categories:
  - id: c
    title: t
    items:
      - {id: i, title: t, index: x, content: [a], basis: [b], limit: l, body: {a: b}, channels: 网站}
"""
    tree, _ = parse(SourceFile("t.yaml", text))
    assert tree is not None
    _, found = decode(tree, DomainFile)
    messages = {d.message.en for d in found}
    assert any("`body` must be" in m and " or " in m for m in messages)
    assert any("`channels` must be" in m and " or " in m for m in messages)


def test_dates_known_to_the_year_are_text_and_bad_ones_say_how() -> None:
    good = "laws:\n  - {id: a, title: 法, kind: 法律, issuer: 国务院, issued: 2016}\n"
    assert faults(LawsFile, good) == []
    tree, _ = parse(SourceFile("t.yaml", good.replace("2016", "2016年")))
    assert tree is not None
    _, (found,) = decode(tree, LawsFile)
    assert "2016-01" in found.message.zh


def test_a_root_of_nothing_but_faults_still_says_all_of_them() -> None:
    record, found, _ = run(ProjectFile, "nonsense: 1\nmore: 2\n")
    assert record is None
    assert sum(line.startswith("GK101") for line in found) == 2
    assert sum(line.startswith("GK102") for line in found) == 6


@pytest.mark.parametrize("number", ["0", "100", "1.5", "一"])
def test_numbers_have_their_range(number: str) -> None:
    text = f"id: w\ntitle: t\nvolume: {number}\nparts: [{{kind: cover}}]\n"
    (found,) = faults(WorkbookFile, text)
    assert found.endswith(f"3:9 {number}")


@pytest.mark.parametrize(
    ("field", "written", "advice"),
    [
        ("channels", "政府网站、政务服务中心", "[政府网站, 政务服务中心]"),
        ("content", "规划名称；规划图", "[规划名称, 规划图]"),
        ("basis", "《甲、乙管理办法》第三条", "[《甲、乙管理办法》第三条]"),
    ],
)
def test_one_text_for_a_list_is_shown_as_a_list(field: str, written: str, advice: str) -> None:
    file = SourceFile("t.yaml", f"categories:\n  - items:\n      - {field}: {written}\n")
    made, _ = parse(file)
    assert made is not None
    hints = [hint.zh for d in decode(made, DomainFile)[1] if d.code == "GK103" for hint in d.hints]
    assert hints == [f"可以写成“{advice}”"]
