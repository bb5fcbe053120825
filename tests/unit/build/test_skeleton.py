"""First drafts: sound YAML whatever the values, below standards/ only, never over a file."""

from pathlib import Path

import pytest
import yaml
from click.testing import CliRunner
from hypothesis import given
from hypothesis import strategies as st

from gkstd.build.check import check
from gkstd.build.skeleton import create, filled, kinds, place, scalar, skeleton
from gkstd.cli.main import gkstd
from gkstd.cli.new_command import HERE
from gkstd.source.load import load
from support.overlay import copy_base


def test_the_command_knows_every_template() -> None:
    assert kinds() == HERE


@given(st.text(st.characters(exclude_categories=("Cs", "Cc"), exclude_characters="\x85\u2028\u2029\ufeff"), min_size=1))
def test_a_value_means_exactly_its_text(text: str) -> None:
    assert yaml.safe_load(f"title: {scalar(text)}") == {"title": text}


@pytest.mark.parametrize("text", ["12", "null", "是", "甲：乙", "a: b", "#x", "2018-01-01", "-", "0o7", "Yes", "1.5e3"])
def test_values_that_yaml_would_take_for_something_else(text: str) -> None:
    assert yaml.safe_load(f"title: {scalar(text)}") == {"title": text}


def test_a_line_without_its_value_is_left_out() -> None:
    text = "id: {id}\ndomain: {domain}\nclock: {start: a, end: b}\n# {plain_title}\n"
    assert filled(text, {"id": "x", "title": "甲\n乙"}) == "id: x\nclock: {start: a, end: b}\n# 甲 乙\n"


def test_templates_say_where_they_go_and_what_they_want() -> None:
    made = skeleton("process")
    assert made.path == "standards/processes/{id}.yaml"
    assert made.wants == ("title", "domain", "body")
    assert made.may == ("domain",)
    assert not any(line.startswith("#!") for line in made.text.splitlines())


def test_nothing_is_overwritten(tmp_path: Path) -> None:
    assert create(tmp_path, "standards/processes/a.yaml", "one\n")
    assert not create(tmp_path, "standards/processes/a.yaml", "two\n")
    assert (tmp_path / "standards/processes/a.yaml").read_text() == "one\n"


@pytest.mark.parametrize("path", ["gkstd.yaml", "standards/../x.yaml", "/standards/x.yaml", "templates/x.html"])
def test_nothing_is_written_elsewhere(tmp_path: Path, path: str) -> None:
    assert place(tmp_path, path) is None
    with pytest.raises(ValueError, match=r"x|gkstd"):
        create(tmp_path, path, "")
    assert list(tmp_path.rglob("*")) == []


def test_a_link_is_not_followed(tmp_path: Path) -> None:
    (tmp_path / "elsewhere").mkdir()
    (tmp_path / "standards").symlink_to(tmp_path / "elsewhere")
    with pytest.raises(ValueError, match="standards"):
        create(tmp_path, "standards/processes/a.yaml", "")
    assert list((tmp_path / "elsewhere").iterdir()) == []


@pytest.mark.parametrize("day", ["2018-12-31", "2024-12-31"])
@pytest.mark.parametrize("title", ["道路公开规范", "道路公开规程", "road"])
def test_a_draft_of_a_standard_passes_the_lint(tmp_path: Path, day: str, title: str) -> None:
    root = copy_base(tmp_path / "p")
    head = root / "gkstd.yaml"
    head.write_text(head.read_text("utf-8").replace("as_of: 2018-12-31", f"as_of: {day}"), "utf-8")
    done = CliRunner().invoke(gkstd, ["new", "standard", "road", "--project", str(root), "--title", title])
    assert done.exit_code == 0, done.output
    loaded = load(root)
    file = "standards/documents/road.yaml"
    assert [one.code for one in check(loaded) if one.span.file == file] == ["GK503"]  # no book prints it yet
    edition = "2020" if day > "2020" else "2009"
    assert f'drafting: "GB/T 1.1—{edition}"' in loaded.files[file].text


def test_a_draft_of_a_guide_is_sound_and_says_what_is_left(tmp_path: Path) -> None:
    """The basis is the one thing that cannot be made up, so its absence is all that is reported."""
    root = copy_base(tmp_path / "p")
    options = ["--project", str(root), "--title", "规划服务指南", "--domain", "demo", "--body", "县城乡规划局"]
    done = CliRunner().invoke(gkstd, ["new", "service", "plan-bureau", *options])
    assert done.exit_code == 0, done.output
    found = [one for one in check(load(root)) if one.span.file == "standards/services/plan-bureau.yaml"]
    assert [(one.code, one.message.zh) for one in found] == [("GK530", "“〔待填：事项名称〕”的九公开缺 1 项：审批依据")]
