"""The report as a whole: quiet on a sound project, one finding a law and file, and faults that are not in any YAML."""

from datetime import date
from pathlib import Path

import pytest

from gkstd.build.check import check
from gkstd.checks import CHECKS
from gkstd.diagnostics import Diagnostic
from gkstd.source.load import load
from support.overlay import BASE, copy_base

LATER = date(2026, 11, 23)


def codes(root: Path, on: date | None = None) -> list[str]:
    return [found.code for found in check(load(root), on)]


def test_the_base_project_is_sound() -> None:
    assert codes(BASE) == []


def test_each_check_stands_once_in_the_table() -> None:
    names = [check.run.__name__ for check in CHECKS]
    assert len(set(names)) == len(names)


def test_what_went_stale_is_told_once_a_law_and_file() -> None:
    found = check(load(BASE), LATER)
    assert [(one.code, one.span.file.rpartition("/")[2]) for one in found] == [
        ("GK312", "catalog.yaml"),
        ("GK311", "demo.yaml"),
        ("GK313", "demo.yaml"),
        ("GK310", "demo.yaml"),
        ("GK313", "approval.yaml"),
    ]
    law = found[3]
    assert "在本版（2018-12-31）之后废止（2019-05-15）" in law.message.zh
    assert "has gone stale since this edition (2018-12-31): it was replaced on 2019-05-15" in law.message.en
    assert (
        law.hints[0].zh == "改引《中华人民共和国政府信息公开条例》（国务院令第711号，2019-05-15 起施行），并核对条款号"
    )


def test_many_places_are_one_finding_with_a_few_labels_and_a_count(tmp_path: Path) -> None:
    root = copy_base(tmp_path / "project")
    file = root / "standards/processes/approval.yaml"
    basis = "basis: [《中华人民共和国政府信息公开条例》], next"
    file.write_text(file.read_text(encoding="utf-8").replace("next", basis), encoding="utf-8")
    (found,) = [
        one for one in check(load(root), LATER) if one.code == "GK310" and one.span.file.endswith("approval.yaml")
    ]
    assert len(found.labels) == 4
    assert found.labels[-1][0].file == "standards/registers/laws.yaml"
    assert [hint.zh for hint in found.hints[1:]] == ["同一文件里共 5 处：规划审批公开流程"]


def test_the_report_does_not_depend_on_the_order_of_the_registers(tmp_path: Path) -> None:
    root = copy_base(tmp_path / "project")
    file = root / "standards/registers/laws.yaml"
    head, *entries = file.read_text(encoding="utf-8").split("  - id: ")
    file.write_text("  - id: ".join([head, *reversed(entries)]), encoding="utf-8")

    def told(found: tuple[Diagnostic, ...]) -> list[tuple[str, str, str]]:
        return sorted((one.code, one.span.file, one.message.zh) for one in found)

    assert told(check(load(root), LATER)) == told(check(load(BASE), LATER))


def test_bytes_that_are_not_utf8(tmp_path: Path) -> None:
    root = copy_base(tmp_path / "project")
    (root / "standards/workbooks/demo.yaml").write_bytes("id: demo\ntitle: 手册\n".encode("gb18030"))
    (found,) = check(load(root))
    assert (found.code, found.span.file, found.span.start) == ("GK006", "standards/workbooks/demo.yaml", 16)


def test_a_link_is_not_followed(tmp_path: Path) -> None:
    root = copy_base(tmp_path / "project")
    file = root / "standards/workbooks/demo.yaml"
    file.rename(tmp_path / "elsewhere.yaml")
    file.symlink_to(tmp_path / "elsewhere.yaml")
    assert codes(root) == ["GK112"]


def test_a_folder_without_a_project(tmp_path: Path) -> None:
    assert codes(tmp_path) == ["GK111"]


@pytest.mark.parametrize(
    "name", ["registers/bodies.yaml", "registers/laws.yaml", "items/demo.yaml", "processes/approval.yaml"]
)
def test_a_file_that_cannot_be_read_is_the_only_thing_told(name: str, tmp_path: Path) -> None:
    root = copy_base(tmp_path / "project")
    (root / "standards" / name).write_text("{", encoding="utf-8")
    assert codes(root) == ["GK001"]


def test_a_superseded_standard_is_mended_as_it_is_used(tmp_path: Path) -> None:
    root = copy_base(tmp_path / "p")
    register = root / "standards/registers/references.yaml"
    text = register.read_text("utf-8")
    register.write_text(
        text.replace("    withdrawn: 2020-10-01\n", "    withdrawn: 2020-10-01\n    adopted: true\n"), "utf-8"
    )
    found = [one for one in check(load(root), LATER) if one.code == "GK312"]
    newer = "GB/T 1.1—2020《标准化工作导则 第1部分：标准化文件的结构和起草规则》"
    assert {one.span.file: one.hints[0].zh for one in found} == {
        "standards/documents/catalog.yaml": f"修订这项标准时按 {newer} 起草：改写 drafting，再运行 gkstd check，按新规则修改",
        "standards/registers/references.yaml": f"体系里改用 {newer}：在名录里给它写 adopted，从旧的一条删去",
    }
