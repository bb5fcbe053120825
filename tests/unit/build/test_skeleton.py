"""First drafts: sound YAML whatever the values, below standards/ only, never over a file."""

from pathlib import Path

import pytest
import yaml
from click.testing import CliRunner, Result
from hypothesis import given
from hypothesis import strategies as st

from gkstd.build.check import check
from gkstd.build.machine import MachineError
from gkstd.build.pipeline import build
from gkstd.build.release import faults
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
    assert made.path == "standards/processes/{plain_id}.yaml"
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


ANSWERS = {
    "domain": ["--title", "财政预决算", "--code", "YS"],
    "item": ["--title", "规划修改公告", "--domain", "demo"],
    "process": ["--title", "依申请公开流程", "--domain", "demo"],
    "service": ["--title", "规划服务指南", "--domain", "demo", "--body", "县城乡规划局"],
    "standard": ["--title", "规划公开规程", "--domain", "demo"],
    "workbook": ["--title", "规划手册", "--domain", "demo"],
}
REMARKS = {"domain": ["GK502"], "standard": ["GK503"]}
"""What a fresh draft is told: that no book shows it yet."""


@pytest.mark.parametrize("kind", HERE)
def test_a_draft_of_any_kind_is_sound_and_says_what_is_left(tmp_path: Path, kind: str) -> None:
    root = copy_base(tmp_path / "p")
    done = CliRunner().invoke(gkstd, ["new", kind, "fresh", "--project", str(root), *ANSWERS[kind]])
    assert done.exit_code == 0, done.output
    loaded = load(root)
    assert [one.code for one in check(loaded)] == REMARKS.get(kind, [])
    file = next(name for name, one in loaded.files.items() if "id: fresh" in one.text or "domain: fresh" in one.text)
    assert ("〔待填：" in loaded.files[file].text) == (kind not in ("process", "standard"))


@pytest.mark.parametrize("kind", HERE)
@pytest.mark.parametrize("id", ["1", "null", "y"])
def test_an_id_that_yaml_would_take_for_something_else_is_an_id(tmp_path: Path, kind: str, id: str) -> None:
    root = copy_base(tmp_path / "p")
    done = CliRunner().invoke(gkstd, ["new", kind, id, "--project", str(root), *ANSWERS[kind]])
    assert done.exit_code == 0, done.output
    assert [one.code for one in check(load(root))] == REMARKS.get(kind, [])


def test_an_id_that_a_draft_brings_along_is_not_given_twice(tmp_path: Path) -> None:
    root = copy_base(tmp_path / "p")
    for kind, id, exit_code in (("item", "fresh-first", 0), ("domain", "fresh", 2), ("service", "fresh", 0)):
        done = CliRunner().invoke(gkstd, ["new", kind, id, "--project", str(root), *ANSWERS[kind]])
        assert done.exit_code == exit_code, done.output
        assert ("fresh-first" in done.output) == (kind == "domain")
    assert check(load(root)) == ()


def test_a_title_as_other_systems_write_it_is_composed(tmp_path: Path) -> None:
    root = copy_base(tmp_path / "p")
    done = CliRunner().invoke(gkstd, ["new", "process", "x", "--project", str(root), "--title", " Cafe\u0301 "])
    assert done.exit_code == 0, done.output
    assert "title: Caf\xe9\n" in (root / "standards/processes/x.yaml").read_text("utf-8")


def test_a_draft_behind_a_link_is_refused_in_words(tmp_path: Path) -> None:
    root = copy_base(tmp_path / "p")
    (tmp_path / "elsewhere").mkdir()
    (root / "standards/services").symlink_to(tmp_path / "elsewhere")
    done = CliRunner().invoke(gkstd, ["new", "service", "x", "--project", str(root), *ANSWERS["service"]])
    assert isinstance(done.exception, SystemExit)
    assert "standards/services" in done.output
    assert list((tmp_path / "elsewhere").iterdir()) == []


def test_a_draft_is_not_made_twice(tmp_path: Path) -> None:
    root = copy_base(tmp_path / "p")
    for kind in HERE:
        call = ["new", kind, "fresh", "--project", str(root), *ANSWERS[kind]]
        assert CliRunner().invoke(gkstd, call).exit_code == 0
        before = {path: path.read_bytes() for path in root.rglob("*.yaml")}
        call = ["ZZ" if word == "YS" else word for word in call]
        assert CliRunner().invoke(gkstd, call).exit_code == 2
        assert {path: path.read_bytes() for path in root.rglob("*.yaml")} == before


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (["item", "x", "--domain", "dmeo"], "demo"),
        (["item", "x", "--category", "planss"], "plans"),
        (["item", "plan-draft"], "plan-draft"),
        (["domain", "x"], "--code"),
        (["domain", "x", "--code", "gh"], "HB"),
        (["domain", "x", "--code", "GH"], "GH"),
        (["workbook", "x"], "--domain"),
        (["standard", "x", "--body", "县规化局"], "县规划局"),
        (["standard", "X"], "road-permit"),
        (["standard", "x" * 81], "80"),
        (["domain", "x" * 75, "--code", "YS"], "80"),
        (["standard", "x" * 5000], "80"),
        (["standard", "x", "--title", "甲\n乙"], "--title"),
        (["standard", "x", "--title", "甲\u202e乙"], "--title"),
        (["standard", "x", "--title", "甲\x7f乙"], "--title"),
        (["standard", "x", "--title", "\udcff"], "--title"),
        (["standard", "x", "--title", "\u3000"], "--title"),
        (["standard", "x", "--title", "长" * 401], "--title"),
    ],
)
def test_what_is_missing_or_wrong_is_asked_for(tmp_path: Path, words: list[str], told: str) -> None:
    root = copy_base(tmp_path / "p")
    before = sorted(root.rglob("*"))
    done = CliRunner().invoke(gkstd, ["new", *words, "--project", str(root)])
    assert done.exit_code == 2
    assert told in done.output
    assert sorted(root.rglob("*")) == before


def test_a_new_item_takes_the_next_number_and_stands_after_the_last(tmp_path: Path) -> None:
    root = copy_base(tmp_path / "p")
    file = root / "standards/items/demo.yaml"
    before = file.read_text("utf-8")
    done = CliRunner().invoke(gkstd, ["new", "item", "plan-change", "--project", str(root)])
    assert "standards/items/demo.yaml:26" in done.output
    after = file.read_text("utf-8")
    assert after.startswith(before)
    assert "index: 610824-GH-2018-0003" in after.removeprefix(before)


def test_an_item_that_cannot_be_put_in_is_shown_to_be_pasted(tmp_path: Path) -> None:
    root = copy_base(tmp_path / "p")
    file = root / "standards/items/demo.yaml"
    tree = yaml.load(file.read_text("utf-8"), yaml.BaseLoader)
    file.write_text(yaml.safe_dump(tree, allow_unicode=True, default_flow_style=True, width=10_000), "utf-8")
    before = file.read_bytes()
    done = CliRunner().invoke(gkstd, ["new", "item", "plan-change", "--project", str(root)])
    assert done.exit_code == 0
    assert "- id: plan-change" in done.output
    assert file.read_bytes() == before


def init(root: Path, *words: str) -> Result:
    return CliRunner().invoke(gkstd, ["init", str(root), "--as-of", "2026-11-26", *words])


def test_a_new_project_is_sound_and_can_be_built(tmp_path: Path) -> None:
    root = tmp_path / "县" / "project"
    assert init(root).exit_code == 0
    loaded = load(root)
    assert check(loaded) == ()
    made = loaded.project
    assert made
    assert [len(table) for table in (made.domains, made.items, made.processes, made.documents, made.workbooks)] == [
        1
    ] * 5
    result = build(root, ("data", "flowcharts"), jobs=1, caching=False)
    assert result.manifest
    assert result.failed == ()
    assert "/build/" in (root / ".gitignore").read_text("utf-8")


def test_what_the_county_has_to_fill_in_keeps_a_new_project_from_release(tmp_path: Path) -> None:
    init(tmp_path / "a")
    found = [one for one in faults(load(tmp_path / "a"), tmp_path / "a")[1] if one.code == "GK711"]
    assert {one.span.file for one in found} >= {"gkstd.yaml", "standards/workbooks/disclosure.yaml"}
    init(tmp_path / "b", "--county", "示范县", "--region", "610824")
    left = [one for one in faults(load(tmp_path / "b"), tmp_path / "b")[1] if one.code == "GK711"]
    assert {one.span.file for one in left} == {"standards/workbooks/disclosure.yaml"}
    assert "610824-XXGK-2026-0001" in (tmp_path / "b/standards/items/disclosure.yaml").read_text("utf-8")


@pytest.mark.parametrize("name", ["gkstd.yaml", "standards/workbooks/disclosure.yaml"])
def test_a_new_project_overwrites_nothing(tmp_path: Path, name: str) -> None:
    (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
    (tmp_path / name).write_text("mine")
    done = init(tmp_path)
    assert done.exit_code == 2
    assert name in done.output
    assert [path for path in tmp_path.rglob("*") if path.is_file()] == [tmp_path / name]
    assert (tmp_path / name).read_text() == "mine"


def test_a_new_project_in_a_repository_leaves_its_gitignore_alone(tmp_path: Path) -> None:
    (tmp_path / ".gitignore").write_text("mine")
    assert init(tmp_path).exit_code == 0
    assert (tmp_path / ".gitignore").read_text() == "mine"
    assert check(load(tmp_path)) == ()


@pytest.mark.parametrize("name", ["standards", "standards/registers"])
def test_a_new_project_follows_no_link(tmp_path: Path, name: str) -> None:
    (tmp_path / "elsewhere").mkdir()
    link = tmp_path / "p" / name
    link.parent.mkdir(parents=True)
    link.symlink_to(tmp_path / "elsewhere")
    done = init(tmp_path / "p")
    assert done.exit_code == 2
    assert name in done.output
    assert list((tmp_path / "elsewhere").iterdir()) == []
    assert [path for path in (tmp_path / "p").rglob("*") if path.is_file()] == []


@pytest.mark.parametrize("name", ["standards", "standards/items"])
def test_a_file_where_a_folder_would_be_leaves_no_half_of_a_new_project(tmp_path: Path, name: str) -> None:
    (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
    (tmp_path / name).write_text("mine")
    done = init(tmp_path)
    assert done.exit_code == 2
    assert name in done.output
    assert [path for path in tmp_path.rglob("*") if path.is_file()] == [tmp_path / name]


def test_a_file_of_the_name_of_the_project_is_named(tmp_path: Path) -> None:
    (tmp_path / "p").write_text("mine")
    done = init(tmp_path / "p")
    assert isinstance(done.exception, MachineError)
    assert str(tmp_path / "p") in str(done.exception)


def test_what_to_do_next_can_be_pasted(tmp_path: Path) -> None:
    assert f"cd '{tmp_path / 'a b'}' && " in init(tmp_path / "a b").output


def test_a_county_of_an_odd_name_is_sound(tmp_path: Path) -> None:
    assert init(tmp_path / "p", "--county", "null").exit_code == 0
    assert check(load(tmp_path / "p")) == ()


@pytest.mark.parametrize(
    "words", [["--county", "a: b"], ["--county", "县"], ["--county", "12"], ["--region", "6108"], ["--as-of", "2018"]]
)
def test_a_new_project_asks_for_proper_names(tmp_path: Path, words: list[str]) -> None:
    assert init(tmp_path / "p", *words).exit_code == 2
    assert not (tmp_path / "p").exists()
