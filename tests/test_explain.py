"""Every code has a page, every page a code, and the examples on the pages do what they say."""

from pathlib import Path

import pytest

from gkstd.build.check import check
from gkstd.diagnostics import Severity
from gkstd.diagnostics.explain import Example, Page, as_text, explain, pages
from gkstd.diagnostics.registry import CODES
from gkstd.source.load import load
from support.overlay import copy_base, overlay

NOT_YAML = {
    "GK006": "bytes that are no text; tests/unit/checks/test_whole_report.py",
    "GK111": "a missing file; tests/unit/checks/test_whole_report.py",
    "GK112": "a link; tests/unit/checks/test_whole_report.py",
    "GK424": "seen while rendering; tests/unit/render/flowchart/test_flowchart_paper.py",
    "GK701": "raised while rendering",
    "GK702": "raised while rendering",
    "GK703": "raised while rendering",
    "GK704": "raised while building",
    "GK705": "raised while building",
    "GK706": "raised while building",
    "GK707": "raised while building",
    "GK708": "the machine, not the sources; tests/unit/render/paged/test_paged_fonts.py",
    "GK709": "asked of git; tests/unit/build/test_previous.py",
    "GK710": "asked of releases only; tests/unit/build/test_release.py",
    "GK711": "asked of releases only; tests/unit/build/test_release.py",
    "GK712": "asked of releases only; tests/unit/build/test_release.py",
    "GK713": "asked of releases only; tests/unit/build/test_release.py",
    "GK714": "the machine, not the sources; tests/unit/render/flowchart/test_flowchart_renderer.py",
    "GK901": "the machine, not the sources",
    "GK902": "the output folder, not the sources",
    "GK903": "the output folder, not the sources",
    "GK904": "the output folder, not the sources",
    "GK905": "a port; tests/unit/serve/test_serve_server.py",
    "GK999": "a bug, not the sources",
}
FOLLOW_ONS: dict[str, set[str]] = {}
"""Errors that a failing example cannot help giving besides its own."""

PAGES = pages()
RUNNABLE = [page for page in PAGES if page.id not in NOT_YAML]


def found(example: Example, root: Path) -> list[tuple[str, Severity]]:
    overlay(copy_base(root), example.blocks)
    return [(one.code, one.severity) for one in check(load(root), example.on)]


def test_each_code_has_a_page_and_each_page_a_code() -> None:
    assert [(page.id, page.name) for page in PAGES] == [(code.id, code.name) for code in CODES.values()]


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.id)
def test_both_languages_explain(page: Page) -> None:
    assert "\n\n怎么改：" in page.zh
    assert "\n\nTo mend it, " in page.en
    assert (page.fails is None) == (page.passes is None) == (page.id in NOT_YAML)
    assert all(page.situation) == (page.id in NOT_YAML)


@pytest.mark.parametrize("page", RUNNABLE, ids=lambda page: page.id)
def test_the_failing_example_fails(page: Page, tmp_path: Path) -> None:
    assert page.fails
    report = found(page.fails, tmp_path / "project")
    assert page.id in [code for code, _ in report]
    others = {code for code, severity in report if severity is Severity.ERROR} - {page.id}
    assert others == FOLLOW_ONS.get(page.id, set())


@pytest.mark.parametrize("page", RUNNABLE, ids=lambda page: page.id)
def test_the_passing_example_passes(page: Page, tmp_path: Path) -> None:
    assert page.passes
    assert found(page.passes, tmp_path / "project") == []


def test_pages_are_found_by_number_and_by_name() -> None:
    assert explain("gk203") == explain("dangling-reference") == explain(" GK203 ")
    assert explain("GK20") is None
    assert explain("") is None


def test_a_page_is_shown_in_one_language() -> None:
    page = explain("GK203")
    assert page
    assert "这样会报告：" in as_text(page, "zh")
    assert page.en not in as_text(page, "zh")
    assert "This is fine:" in as_text(page, "en")
    assert page.zh not in as_text(page, "en")


def test_invisible_characters_are_shown_and_meant() -> None:
    page = explain("GK007")
    assert page
    assert page.fails
    assert "\u202e" in page.fails.blocks[0].text
    assert "\u202e" not in as_text(page, "zh")
    assert "\\u202e" in as_text(page, "zh")
