"""The lint over the real edition, and how shared clauses and allowances are reported."""

from datetime import date
from pathlib import Path

import pytest

from gkstd.build.check import check
from gkstd.source.load import load
from support.overlay import BASE, copy_base

ROOT = Path(__file__).parents[4]
HEAD = "id: catalog\nnumber: DB610824/T 1—2018\ntitle: 城乡规划领域公开事项标准\n"
SCOPE = "  - {id: scope, kind: scope, title: 范围, text: 本标准规定了信息的公开要求，适用于信息的公开。}\n"
REFS = "  - {id: refs, kind: references, title: 规范性引用文件, references: [GB/T 1.1—2009]}\n"
LAST = "  - {id: drafting, title: 编写, text: 公开目录的编写应符合GB/T 1.1—2009的规定。}\n"


def test_the_edition_has_nothing_left() -> None:
    loaded = load(ROOT)
    found = [one for one in check(loaded) if "GK610" <= one.code <= "GK699"]
    assert [(one.code, one.span.file, one.span.start) for one in found if one.severity != "note"] == []
    assert len(found) <= 5, "notes are few"
    assert loaded.project
    assert len(loaded.project.documents) > 20


def report(root: Path, clauses: str, library: str = "", second: str = "", head: str = "") -> list[tuple[str, str, str]]:
    """(code, file, the text pointed at) for a standard made of these clauses."""
    copy_base(root)
    documents = root / "standards/documents"
    (documents / "catalog.yaml").write_text(f"{HEAD}{head}clauses:\n{SCOPE}{REFS}{LAST}{clauses}", "utf-8")
    if library:
        (root / "standards/clauses").mkdir()
        (root / "standards/clauses/shared.yaml").write_text(f"id: shared\ntitle: 共用\n{library}", "utf-8")
    if second:
        text = (BASE / "standards/documents/catalog.yaml").read_text("utf-8")
        text = text.replace("id: catalog", "id: other").replace("T 1—2018", "T 2—2018")
        (documents / "other.yaml").write_text(text + second, "utf-8")
    loaded = load(root)
    found = [one for one in check(loaded, date(2018, 12, 31)) if one.code > "GK6"]
    return [(d.code, d.span.file, loaded.files[d.span.file].text[d.span.start : d.span.end]) for d in found]


USE = "  - {id: one, use: shared, with: {机构: 县规划局}}\n"
PARAMETERS = "parameters: {机构: 名称}\n"
LIBRARY = "standards/clauses/shared.yaml"
CATALOG = "standards/documents/catalog.yaml"


def test_a_shared_clause_is_told_once_in_the_library(tmp_path: Path) -> None:
    library = f"{PARAMETERS}text: |\n  {{机构}}应公开{{机构}}的信息，\n\n  {{机构}}必须登记。\n"
    found = report(tmp_path / "p", USE, library, USE.replace("县规划局", "县自然资源和规划主管部门"))
    assert found == [("GK679", LIBRARY, "，"), ("GK630", LIBRARY, "必须")]


def test_a_value_is_told_where_it_is_written(tmp_path: Path) -> None:
    library = f"{PARAMETERS}text: |\n  {{机构}}应公开信息。\n"
    found = report(tmp_path / "p", USE.replace("县规划局", "必须公开的县规划局"), library)
    assert found == [("GK630", CATALOG, "必须")]


ALLOWED = "  - {id: one, title: 公开, text: 信息应及时公开。, allow: {GK683: 期限由上级文件另定}}\n"
INNER = "      - {id: b, title: 二, text: 信息应公开。}\n      - {id: a, title: 一, text: 信息应及时公开。}\n"
DEEP = f"  - id: one\n    title: 公开\n    allow: {{GK683: 期限由上级文件另定}}\n    clauses:\n{INNER}"


@pytest.mark.parametrize("clauses", [ALLOWED, DEEP, ALLOWED.replace("GK683", "gk683")])
def test_what_is_allowed_is_not_told(tmp_path: Path, clauses: str) -> None:
    assert report(tmp_path / "p", clauses) == []


def test_allowed_in_the_whole_standard_and_in_the_library(tmp_path: Path) -> None:
    clauses = "  - {id: one, title: 公开, text: 信息应及时公开。}\n"
    assert report(tmp_path / "a", clauses, head="allow: {GK683: 期限由上级文件另定}\n") == []
    library = f"{PARAMETERS}text: |\n  {{机构}}应及时公开信息。\nallow: {{GK683: 期限由上级文件另定}}\n"
    assert report(tmp_path / "b", USE, library, USE) == []


def test_allowances_that_are_wrong(tmp_path: Path) -> None:
    assert report(tmp_path / "a", ALLOWED.replace("及时", "")) == [("GK698", CATALOG, "GK683")]
    assert report(tmp_path / "b", ALLOWED.replace("GK683", "GK999").replace("及时", "")) == [
        ("GK699", CATALOG, "GK999")
    ]
    assert [code for code, _, _ in report(tmp_path / "c", ALLOWED.replace("GK683", "GK679"))] == ["GK683", "GK698"]
    library = f"{PARAMETERS}text: |\n  {{机构}}应公开信息。\nallow: {{GK683: 期限由上级文件另定}}\n"
    assert report(tmp_path / "d", USE, library, USE) == [("GK698", LIBRARY, "GK683")]


def test_a_reason_is_needed(tmp_path: Path) -> None:
    copy_base(tmp_path / "p")
    text = f"{HEAD}clauses:\n{SCOPE}{REFS}{LAST}{ALLOWED.replace(': 期限由上级文件另定', ': ')}"
    (tmp_path / "p" / CATALOG).write_text(text, "utf-8")
    assert [one.code for one in load(tmp_path / "p").diagnostics] in (["GK103"], ["GK104"])
