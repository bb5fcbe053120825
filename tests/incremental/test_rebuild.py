"""Build, edit, build: which targets ran. A second build runs nothing."""

import pytest

from support.kitchen import Kitchen, target

BOOK = (
    target("html/workbooks/a", "甲"),
    target("html/workbooks/b", "乙"),
    target("workbooks/a.pdf", "!", "html/workbooks/a"),
    target("workbooks/b.pdf", "!", "html/workbooks/b"),
)


def test_second_build_runs_nothing_and_touches_nothing(kitchen: Kitchen) -> None:
    first = kitchen.cook(*BOOK)
    assert first.written == ("workbooks/a.pdf", "workbooks/b.pdf")
    assert kitchen.read("workbooks/a.pdf") == "甲!"
    stamps = {
        path: path.stat().st_mtime_ns for path in (kitchen.root / "build").rglob("*") if path.name != ".gkstd-lock"
    }
    second = kitchen.cook(*BOOK)
    assert kitchen.ran == []
    assert kitchen.cached == sorted(t.name for t in BOOK)
    assert second.written == ()
    assert second.unchanged == first.written
    assert second.manifest == first.manifest
    assert stamps == {path: path.stat().st_mtime_ns for path in stamps}


def test_an_edit_runs_what_shows_it_and_what_needs_that(kitchen: Kitchen) -> None:
    kitchen.cook(*BOOK)
    result = kitchen.cook(target("html/workbooks/a", "甲改"), *BOOK[1:])
    assert kitchen.ran == ["html/workbooks/a", "workbooks/a.pdf"]
    assert result.written == ("workbooks/a.pdf",)
    assert kitchen.read("workbooks/a.pdf") == "甲改!"


def test_the_same_bytes_stop_the_work(kitchen: Kitchen) -> None:
    kitchen.cook(*BOOK)
    result = kitchen.cook(target("html/workbooks/a", "甲", act="other payload, same bytes"), *BOOK[1:])
    assert kitchen.ran == ["html/workbooks/a"]
    assert result.written == ()


def test_a_change_taken_back_runs_nothing(kitchen: Kitchen) -> None:
    first = kitchen.cook(*BOOK)
    kitchen.cook(target("html/workbooks/a", "甲改"), *BOOK[1:])
    again = kitchen.cook(*BOOK)
    assert kitchen.ran == []
    assert again.manifest == first.manifest


def test_an_override_reaches_those_that_looked_for_it(kitchen: Kitchen, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("gkstd.build.tools.stock", lambda: {"page.html": "P", "book.html": "B"})
    plates = (
        target("site/1", "1", template="page.html"),
        target("site/2", "2", template="page.html"),
        target("workbooks/a", "3", template="book.html"),
    )
    kitchen.cook(*plates)
    assert kitchen.read("site/1") == "P1"
    kitchen.templates = {"page.html": "Q", "unread.html": "?"}
    result = kitchen.cook(*plates)
    assert kitchen.ran == ["site/1", "site/2"]
    assert kitchen.read("site/1") == "Q1"
    assert kitchen.read("workbooks/a") == "B3"
    assert result.manifest
    assert set(result.manifest.sources) == {"gkstd.yaml", "templates/page.html", "templates/unread.html"}
    kitchen.templates = {}
    kitchen.cook(*plates)
    assert kitchen.read("site/1") == "P1"


def test_new_code_or_engine_runs_all(kitchen: Kitchen, monkeypatch: pytest.MonkeyPatch) -> None:
    kitchen.cook(*BOOK)
    monkeypatch.setattr("gkstd.build.engines.Engines._digest", lambda _self, name: f"new {name}")
    kitchen.cook(*BOOK)
    assert kitchen.ran == sorted(t.name for t in BOOK)


def test_only_the_groups_asked_for(kitchen: Kitchen) -> None:
    chart, book, page = target("flowcharts/f", "f"), target("workbooks/a", "a", "flowcharts/f"), target("site/1", "1")
    result = kitchen.cook(chart, book, page, groups=("workbooks",))
    assert kitchen.ran == ["flowcharts/f", "workbooks/a"]
    assert result.written == ("workbooks/a",)
    assert sorted(kitchen.tree()) == [".gkstd", "manifest.json", "workbooks/a"]
    kitchen.cook(chart, book, page)
    assert kitchen.ran == ["site/1"]
    result = kitchen.cook(chart, page, groups=("site",))
    assert result.pruned == ()
    assert kitchen.read("workbooks/a") == "fa"
    assert [entry.path for entry in result.manifest.outputs] == ["flowcharts/f", "site/1", "workbooks/a"]  # type: ignore[union-attr]
    assert kitchen.cook(chart, page).pruned == ("workbooks/a",)


def test_what_nothing_claims_is_pruned_with_its_empty_folder(kitchen: Kitchen) -> None:
    kitchen.cook(target("site/items/1", "1"), target("site/items/2", "2"), target("site/laws/3", "3"))
    (kitchen.root / "build/site/mine.txt").write_text("not gkstd's")
    result = kitchen.cook(target("site/items/1", "1"))
    assert result.pruned == ("site/items/2", "site/laws/3")
    assert sorted(kitchen.tree()) == [".gkstd", "manifest.json", "site/items/1", "site/mine.txt"]
    assert not (kitchen.root / "build/site/laws").exists()


def test_a_file_becomes_a_folder_and_back(kitchen: Kitchen) -> None:
    kitchen.cook(target("site/a", "file"), target("site/x", "x"))
    kitchen.cook(target("site/a/b/c", "below"), target("site/x", "x"))
    assert kitchen.read("site/a/b/c") == "below"
    kitchen.cook(target("site/a", "file"), target("site/x", "x"))
    assert kitchen.read("site/a") == "file"


def test_a_changed_or_lost_output_is_put_right_from_the_cache(kitchen: Kitchen) -> None:
    kitchen.cook(*BOOK)
    (kitchen.root / "build/workbooks/a.pdf").write_text("edited by hand")
    (kitchen.root / "build/workbooks/b.pdf").unlink()
    result = kitchen.cook(*BOOK)
    assert kitchen.ran == []
    assert result.written == ("workbooks/a.pdf", "workbooks/b.pdf")
    assert kitchen.read("workbooks/a.pdf") == "甲!"


def test_warnings_are_told_again_from_the_cache(kitchen: Kitchen) -> None:
    first = kitchen.cook(target("site/1", act="warn"))
    second = kitchen.cook(target("site/1", act="warn"))
    assert kitchen.ran == []
    assert [d.code for d in first.diagnostics] == ["GK703"]
    assert second.diagnostics == first.diagnostics


def test_a_kept_output_is_stale_once_its_sources_change(kitchen: Kitchen) -> None:
    page, book = target("site/1", "1", sources=("gkstd.yaml",)), target("workbooks/a", "a", sources=("other.yaml",))
    kitchen.files |= {"other.yaml": "x"}
    kitchen.cook(page, book)
    kitchen.files |= {"other.yaml": "y"}
    result = kitchen.cook(page, book, groups=("site",))
    assert {entry.path: entry.stale for entry in result.manifest.outputs} == {"site/1": False, "workbooks/a": True}  # type: ignore[union-attr]
    result = kitchen.cook(page, book)
    assert not any(entry.stale for entry in result.manifest.outputs)  # type: ignore[union-attr]
