"""What register entries say of themselves and what is counted of it."""

from collections.abc import Callable
from pathlib import Path

import pytest

from gkstd.model.figures import figures
from gkstd.source.load import Loaded, load

Edit = Callable[..., Loaded]
BODIES = "standards/registers/bodies.yaml"


def test_a_body_is_outside_the_service_centre_unless_said(edit: Edit) -> None:
    project = edit(BODIES).project
    assert project is not None
    assert not any(body.centre for body in project.bodies.values())
    assert figures(project)["centre"] == 0


def test_units_in_the_service_centre_are_counted(edit: Edit) -> None:
    project = edit(BODIES, ("name: 县自然资源局", "name: 县自然资源局\n    centre: true")).project
    assert project is not None
    assert [body.name for body in project.bodies.values() if body.centre] == ["县自然资源局"]
    assert figures(project)["centre"] == 1


@pytest.mark.parametrize(
    ("counts", "expected"),
    [
        ("regulations.disclosure", {"regulations": {"disclosure": 2}}),
        ("rules", {"rules": 2}),
        ("items", {"items": 4}),
        ("items.more", {"items": 2}),
        ("standards", {}),
    ],
)
def test_rows_of_tables_are_counted(base: Path, counts: str, expected: dict[str, object]) -> None:
    before = load(base).project
    assert before is not None
    folder = base / "standards/tables"
    folder.mkdir()
    text = (
        f"id: rules\ntitle: 制度\ncounts: {counts}\ncolumns:\n  - {{id: a, title: 名称}}\nrows:\n  - [甲]\n  - [乙]\n"
    )
    (folder / "rules.yaml").write_text(text, "utf-8")
    project = load(base).project
    assert project is not None
    assert figures(project) == {**figures(before), **expected}


def test_short_forms_for_the_search(base: Path) -> None:
    file = base / "standards/registers/synonyms.yaml"
    file.write_text(
        "synonyms:\n  - {term: 环境影响评价, short: [环评]}\n  - {term: 最低生活保障, short: [低保]}\n", "utf-8"
    )
    loaded = load(base)
    assert loaded.project is not None
    assert {term: synonym.short for term, synonym in loaded.project.synonyms.items()} == {
        "环境影响评价": ("环评",),
        "最低生活保障": ("低保",),
    }
    file.write_text("synonyms:\n" + "  - {term: 环境影响评价, short: [环评]}\n" * 2, "utf-8")
    assert [found.code for found in load(base).diagnostics] == ["GK201"]
