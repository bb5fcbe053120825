"""What an id of `--only` stands for."""

import pytest

from gkstd.build.only import KINDS, astray, concerned
from gkstd.build.outputs import GROUPS
from gkstd.model.project import Project
from gkstd.source.load import load
from support.overlay import copy_base


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Project:
    made = load(copy_base(tmp_path_factory.mktemp("only") / "p")).project
    assert made
    return made


@pytest.mark.parametrize(
    ("groups", "id", "words"),
    [
        (("workbooks",), "approval", "approval is not among workbooks: use gkstd build flowcharts --only approval"),
        (("data",), "demo", "demo is not among data: use gkstd build workbooks --only demo"),
        (GROUPS, "plan-draft", "plan-draft is an item, which is not compiled by itself; it is in demo"),
        (GROUPS, "plan-law", "plan-law is a law, which is not compiled by itself; it is in demo"),
        (GROUPS, "resource-bureau", "resource-bureau is a body, which is not compiled by itself"),
        (GROUPS, "aproval", "nothing to compile has the id aproval; did you mean approval?"),
        (GROUPS, "zzz", "nothing to compile has the id zzz"),
    ],
)
def test_why_nothing_is_compiled_and_what_to_ask_for(
    project: Project, groups: tuple[str, ...], id: str, words: str
) -> None:
    assert words in astray(project, groups, id).en


def test_every_kind_is_a_table_of_the_project(project: Project) -> None:
    assert [kind for kind in KINDS if not hasattr(project, kind)] == []


def test_what_a_handbook_shows_and_no_more(project: Project) -> None:
    shown = concerned(project, ("workbooks",), ("demo",))
    assert shown is not None
    assert {("workbook", "demo"), ("item", "plan-draft"), ("law", "plan-law"), ("process", "approval")} <= shown
    assert ("body", "resource-bureau") not in shown
    chart = concerned(project, ("flowcharts",), ("approval",))
    assert chart is not None
    assert ("law", "plan-law") not in chart
    assert concerned(project, GROUPS, ()) is None
