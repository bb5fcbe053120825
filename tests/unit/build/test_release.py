"""What keeps an edition from being released, and where it says so."""

import shutil
import subprocess
from pathlib import Path

import pytest

from gkstd.build import git
from gkstd.build.pipeline import BuildResult, build
from gkstd.build.release import faults
from gkstd.source.load import load
from support.overlay import copy_base

ME = ("-c", "user.name=a", "-c", "user.email=a@example.org", "-c", "commit.gpgsign=false")


def run(root: Path, *words: str) -> None:
    subprocess.run(["git", *ME, *words], cwd=root, check=True, capture_output=True)


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """The small project, committed below the root of a repository."""
    root = copy_base(tmp_path / "repository" / "county")
    run(tmp_path / "repository", "init", "-q")
    run(root, "add", ".")
    run(root, "commit", "-q", "-m", "x")
    return root


def release(root: Path) -> BuildResult:
    return build(root, ("data",), release=True, jobs=1, caching=False)


def change(root: Path, name: str, old: str, new: str) -> None:
    text = (root / name).read_text("utf-8")
    assert old in text
    (root / name).write_text(text.replace(old, new), "utf-8")


def told(root: Path) -> list[tuple[str, str, int]]:
    """(code, file, line) of what is in the way."""
    loaded = load(root)
    return [(d.code, d.span.file, loaded.files[d.span.file].locate(d.span.start)[0]) for d in faults(loaded, root)[1]]


def test_committed_and_confirmed_sources_are_released(project: Path) -> None:
    result = release(project)
    assert result.manifest
    commit = git.revision(project)
    assert commit
    assert faults(load(project), project) == (commit.short, ())
    assert len(commit.short) == 12
    assert release(project).manifest == result.manifest, "what a build wrote is no change of the sources"


def test_a_profile_has_a_folder_of_its_own_and_says_so(project: Path) -> None:
    folders = [build(project, ("data",), profile=profile, jobs=1).folder for profile in ("screen", "press", "press")]
    assert folders == ["build", "build-press", "build-press"], "the last one is known from the one before"
    assert (project / "build-press/data/items.json").is_file()


def test_an_unconfirmed_value_is_refused_at_its_list(project: Path) -> None:
    change(
        project, "standards/items/demo.yaml", "title: 规划草案公告", "title: 规划草案公告\n        unconfirmed: [limit]"
    )
    run(project, "commit", "-qam", "x")
    line = (project / "standards/items/demo.yaml").read_text("utf-8").split("\n").index(
        "        unconfirmed: [limit]"
    ) + 1
    assert told(project) == [("GK710", "standards/items/demo.yaml", line)]
    assert release(project).manifest is None


def test_an_unconfirmed_step_is_refused_where_it_is_marked(project: Path) -> None:
    name = "standards/processes/approval.yaml"
    change(project, name, "limit: 20个工作日内", "limit: 20个工作日内, unconfirmed: [limit]")
    run(project, "commit", "-qam", "x")
    (step,) = [
        at for at, line in enumerate((project / name).read_text("utf-8").split("\n"), 1) if "unconfirmed" in line
    ]
    assert told(project) == [("GK710", name, step)]
    assert "steps.publish.limit" in faults(load(project), project)[1][0].message.zh


def test_a_placeholder_is_refused_where_it_stands(project: Path) -> None:
    change(project, "standards/items/demo.yaml", "规划草案公告", "〔待填：事项〕")
    run(project, "commit", "-qam", "x")
    assert [(code, file) for code, file, _ in told(project)] == [("GK711", "standards/items/demo.yaml")]


def test_what_one_chart_does_not_show_is_not_in_its_way(project: Path) -> None:
    """The law is in the book, not in the chart; the item is in both."""
    change(
        project, "standards/registers/laws.yaml", "issued: 2007-10-28", "issued: 2007-10-28\n    unconfirmed: [issued]"
    )
    change(project, "standards/items/demo.yaml", "content: [规划名称, 规划图]", "content: [〔待填：要素〕]")
    run(project, "commit", "-qam", "x")

    def refused(group: str, id: str) -> list[str]:
        result = build(project, (group,), only=(id,), release=True, jobs=1, caching=False)
        assert result.manifest is None
        return [found.code for found in result.diagnostics]

    assert refused("workbooks", "demo") == ["GK711", "GK710"]
    assert refused("flowcharts", "approval") == ["GK711"]


@pytest.mark.parametrize("name", ["standards/items/demo.yaml", "standards/notes.txt"])
def test_what_is_not_committed_is_refused_by_name(project: Path, name: str) -> None:
    with (project / name).open("a", encoding="utf-8") as file:
        file.write("\n")
    ((code, place, _),) = told(project)
    assert (code, place) == ("GK712", "gkstd.yaml")
    assert name in faults(load(project), project)[1][0].message.zh


def test_changes_beside_the_project_do_not_matter(project: Path) -> None:
    (project.parent / "letter.txt").write_text("x")
    assert told(project) == []


def test_without_git_there_is_no_release_but_drafts(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shutil, "which", lambda _: None)
    assert told(project) == [("GK713", "gkstd.yaml", 1)]
    assert build(project, ("data",), jobs=1, caching=False).manifest


def test_outside_a_repository_there_is_none_either(project: Path, tmp_path: Path) -> None:
    shutil.move(project, tmp_path / "alone")
    assert told(tmp_path / "alone") == [("GK713", "gkstd.yaml", 1)]


def test_settings_of_the_repository_run_nothing(project: Path, tmp_path: Path) -> None:
    canary = tmp_path / "ran"
    run(project, "config", "core.fsmonitor", f"touch {canary}; false")
    assert git.revision(project)
    assert not canary.exists()


def test_a_mark_written_twice_is_asked_for_once(project: Path) -> None:
    change(
        project,
        "standards/items/demo.yaml",
        "channels: [政府网站, 公开查阅点]",
        "channels: [政府网站]\n        unconfirmed: [limit, limit]",
    )
    loaded = load(project)
    assert loaded.project
    assert [item.unconfirmed for item in loaded.project.items.values() if item.unconfirmed] == [("limit",)]
