"""axe-core on every kind of page, at three widths, in every mode: no violation."""

from importlib.resources import files
from pathlib import Path

import pytest
from site_helpers import KINDS

pytestmark = pytest.mark.usefixtures("browser")

MODES: dict[str, dict[str, str]] = {
    "plain": {},
    "dark": {"theme": "dark"},
    "elder": {"view": "elder"},
    "large": {"size": "large"},
}
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
RUN = "rules => axe.run(document, { runOnly: rules, resultTypes: ['violations'], preload: false })"
"""It would otherwise fetch the style sheets again, which the page's policy rightly forbids."""


@pytest.fixture(scope="session")
def axe() -> str:
    return (files("axe_playwright_python") / "axe.min.js").read_text("utf-8")


@pytest.mark.parametrize("size", [(360, 740), (768, 1024), (1280, 900)], ids=lambda size: str(size[0]))
@pytest.mark.parametrize("mode", MODES)
def test_no_violation(visit, axe: str, village: Path, at: dict[str, str], mode: str, size: tuple[int, int]) -> None:
    assert violations(visit, axe, village, at, size, MODES[mode]) == []


def test_no_violation_at_the_kiosk(visit, axe: str, village: Path, at: dict[str, str]) -> None:
    assert violations(visit, axe, village, at, (1080, 1920), {"kiosk": "on"}) == []


def violations(
    visit, axe: str, folder: Path, at: dict[str, str], size: tuple[int, int], prefs: dict[str, str]
) -> list[str]:
    base = folder.as_uri() + "/"
    page = visit(at["home"], size, prefs, base)
    page.context.add_init_script(axe)
    found = []
    for kind in (*[at[kind] for kind in KINDS], "search.html?q=环评&method=主动公开"):
        page.goto(base + kind)
        if prefs.get("kiosk"):
            page.get_by_role("navigation", name="查询机").wait_for()
        if "?" in kind:
            page.locator("#hits[aria-busy=false]").wait_for(state="attached")
        result = page.evaluate(RUN, RULES)
        found += [f"{kind}: {v['id']}: {node['html'][:120]}" for v in result["violations"] for node in v["nodes"]]
    return found


def test_axe_would_tell(visit, axe: str) -> None:
    page = visit("index.html")
    page.evaluate("document.getElementById('finder').labels[0].remove(); document.querySelector('h1').remove()")
    page.evaluate("document.getElementById('finder').removeAttribute('placeholder')")
    page.evaluate(axe)
    result = page.evaluate(RUN, RULES)
    assert {v["id"] for v in result["violations"]} >= {"label", "page-has-heading-one"}
