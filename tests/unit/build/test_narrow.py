"""Some of the findings: by kind, by object, by code; what hides the rest stays."""

from pathlib import Path

import pytest

from gkstd.build.check import check
from gkstd.build.narrow import KINDS, Choice, known_ids, narrow
from gkstd.model.rows import KINDS as LISTED
from gkstd.source.load import load
from support.overlay import copy_base

SLIPS = (
    ("standards/items/demo.yaml", "body: 县城乡规划局", "body: 无名局"),
    ("standards/items/demo.yaml", "limit: 自信息形成或者变更之日起20个工作日内", "limit: 尽快公开"),
    ("standards/registers/laws.yaml", "successors: [disclosure-2019]", "successors: [nothing]"),
)


@pytest.fixture
def project(tmp_path: Path) -> Path:
    root = copy_base(tmp_path / "p")
    for name, old, new in SLIPS:
        text = (root / name).read_text("utf-8")
        assert old in text
        (root / name).write_text(text.replace(old, new), "utf-8")
    return root


def told(root: Path, choice: Choice) -> list[str]:
    loaded = load(root)
    return [one.code for one in narrow(check(loaded), choice, loaded.places if choice.needs_places else None)]


@pytest.mark.parametrize(
    ("choice", "codes"),
    [
        (Choice(), ["GK204", "GK301", "GK203"]),
        (Choice(kinds=("items",)), ["GK204", "GK301"]),
        (Choice(kinds=("laws",)), ["GK203"]),
        (Choice(kinds=("items", "laws")), ["GK204", "GK301", "GK203"]),
        (Choice(kinds=("domains",)), []),
        (Choice(ids=("plan-draft",)), ["GK204"]),
        (Choice(ids=("demo",)), ["GK204", "GK301"]),
        (Choice(ids=("disclosure-2007",)), ["GK203"]),
        (Choice(ids=("disclosure-2019",)), []),
        (Choice(codes=("GK204",)), ["GK204"]),
        (Choice(codes=("GK2",)), ["GK204", "GK203"]),
        (Choice(kinds=("items",), codes=("GK3",)), ["GK301"]),
    ],
)
def test_only_what_is_asked_for(project: Path, choice: Choice, codes: list[str]) -> None:
    assert told(project, choice) == codes


def test_a_file_that_cannot_be_read_is_told_whatever_is_asked_for(project: Path) -> None:
    (project / "standards/workbooks/demo.yaml").write_text("id: demo\ntitle：手册\n", "utf-8")
    assert told(project, Choice(ids=("disclosure-2019",))) == ["GK001"]


def test_the_kinds_are_those_that_are_listed(project: Path) -> None:
    assert KINDS.keys() == LISTED.keys()
    loaded = load(project)
    assert loaded.project
    assert {"demo", "plan-draft", "disclosure-2007", "approval", "catalog"} <= known_ids(loaded.project)
