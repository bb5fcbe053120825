"""The edition before this one: read from git, compared in plain words, the same words every time."""

import subprocess
from pathlib import Path

import pytest

from gkstd.build import git
from gkstd.build.pipeline import build
from gkstd.build.previous import previous
from gkstd.render.views.workbook import workbook_view
from gkstd.source.load import load, load_held
from support.overlay import copy_base

ME = ("-c", "user.name=a", "-c", "user.email=a@example.org", "-c", "commit.gpgsign=false")
BEFORE = "date: 2018-12-31, previous: {title: 征求意见稿, revision: draft-1}}"
FIRST = "date: 2018-12-31}"


def run(root: Path, *words: str) -> None:
    subprocess.run(["git", *ME, *words], cwd=root, check=True, capture_output=True)


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """The small project below the root of a repository, its first edition tagged, and then changed."""
    root = copy_base(tmp_path / "repository" / "county")
    change(root, "standards/workbooks/demo.yaml", "  - {kind: cover}\n", "  - {kind: cover}\n  - {kind: revision}\n")
    run(tmp_path / "repository", "init", "-q")
    run(root, "add", ".")
    run(root, "commit", "-q", "-m", "x")
    run(root, "tag", "draft-1")
    change(root, "gkstd.yaml", FIRST, BEFORE)
    return root


def change(root: Path, name: str, old: str, new: str) -> None:
    text = (root / name).read_text("utf-8")
    assert old in text
    (root / name).write_text(text.replace(old, new, 1), "utf-8")


def told(root: Path) -> dict[str, tuple[str, ...]]:
    """The changes that the revision page lists, by kind."""
    loaded = load(root)
    before, found = previous(loaded, root)
    assert found == ()
    view, _ = workbook_view(loaded.project, "demo", before)
    (part,) = [part for part in view.parts if hasattr(part, "revision")]
    assert part.revision.known
    return {group.title: group.lines for group in part.revision.groups}


def test_the_files_of_a_commit_are_those_that_were_there(root: Path) -> None:
    files = git.files(root, "draft-1", ("gkstd.yaml", "standards"))
    assert files["gkstd.yaml"].decode() == (root / "gkstd.yaml").read_text("utf-8").replace(BEFORE, FIRST)
    assert set(files) == {
        path.relative_to(root).as_posix()
        for path in root.rglob("*")
        if path.is_file() and not path.name.startswith(".")
    }
    assert load_held(files).project is not None


def test_nothing_changed_nothing_told(root: Path) -> None:
    assert told(root) == {}


def test_what_changed_is_told_in_words(root: Path) -> None:
    loaded = load(root)
    item = next(iter(loaded.project.items.values()))
    change(root, "standards/items/demo.yaml", item.title, f"{item.title}（新）")
    change(root, "standards/items/demo.yaml", item.limit.text, "自信息形成或者变更之日起7个工作日内")
    found = told(root)
    assert f"“{item.title}（新）”的名称由“{item.title}”改为“{item.title}（新）”。" in found["公开事项"]
    assert found["公开时限"] == (
        f"“{item.title}（新）”的公开时限由“{item.limit.text}”改为“自信息形成或者变更之日起7个工作日内”。",
    )
    assert told(root) == found


def test_an_edition_that_git_does_not_have_is_a_warning_at_its_name(root: Path) -> None:
    change(root, "gkstd.yaml", "draft-1", "draft-2")
    loaded = load(root)
    before, (found,) = previous(loaded, root)
    assert before is None
    assert (found.code, found.span.file) == ("GK709", "gkstd.yaml")
    assert loaded.files["gkstd.yaml"].text[found.span.start :].startswith("draft-2")
    view, _ = workbook_view(loaded.project, "demo", None)
    (part,) = [part for part in view.parts if hasattr(part, "revision")]
    assert (part.revision.first, part.revision.known, part.revision.before) == (False, False, "征求意见稿")


def test_an_edition_that_cannot_all_be_read_is_not_compared(root: Path) -> None:
    """What could not be read there would be listed as new here."""
    name = "standards/items/demo.yaml"
    good = (root / name).read_text("utf-8")
    change(root, name, "    title: 规划编制", "    title: [规划编制")
    run(root, "commit", "-q", "-a", "-m", "x")
    run(root, "tag", "-f", "draft-1")
    (root / name).write_text(good, "utf-8")
    before, (found,) = previous(load(root), root)
    assert before is None
    assert found.code == "GK709"
    assert f"{name}:" in found.message.en
    assert "GK001" in found.message.en


def test_a_repository_that_lacks_a_file_does_not_have_the_edition(root: Path) -> None:
    blob = subprocess.run(
        ["git", "rev-parse", "draft-1:./standards/items/demo.yaml"],
        cwd=root,
        check=True,
        capture_output=True,
        text=True,
    ).stdout.strip()
    (root.parent / ".git/objects" / blob[:2] / blob[2:]).unlink()
    assert git.files(root, "draft-1", ("gkstd.yaml", "standards")) is None


def test_a_first_edition_says_so(root: Path) -> None:
    change(root, "gkstd.yaml", BEFORE, FIRST)
    loaded = load(root)
    assert previous(loaded, root) == (None, ())
    view, _ = workbook_view(loaded.project, "demo")
    (part,) = [part for part in view.parts if hasattr(part, "revision")]
    assert part.revision.first


def test_what_git_says_is_asked_each_time(root: Path) -> None:
    """The commit behind a name may be another one by the next build."""
    first = build(root, ("data",), jobs=1)
    assert first.manifest
    run(root, "tag", "-d", "draft-1")
    assert [found.code for found in build(root, ("data",), jobs=1).diagnostics] == ["GK709"]
