"""axe-core on every kind of page, at three widths, in every mode: no violation."""

from importlib.resources import files
from pathlib import Path

import pytest

pytestmark = pytest.mark.usefixtures("browser")

KINDS = [
    "index.html", "404.html", "about.html", "sitemap.html", "search.html", "search.html?q=环评&method=主动公开",
    "domains/index.html", "domains/environment.html", "items/index.html", "items/610824-HB-2018-0001.html",
    "bodies/index.html", "bodies/county-environment-bureau.html", "processes/index.html", "processes/eia-approval.html",
    "standards/index.html", "standards/items-standard.html", "laws/index.html", "laws/eia-law.html",
    "domains/environment/eia.html", "lists/index.html", "lists/level-county.html", "workbooks/index.html", "changes.html",
    "accessibility.html", "towns/index.html", "towns/county-environment-bureau.html",
    "arrangements.html",
]  # fmt: skip
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
def test_no_violation(visit, axe: str, village: Path, mode: str, size: tuple[int, int]) -> None:
    assert violations(visit, axe, village, size, MODES[mode]) == []


def test_no_violation_at_the_kiosk(visit, axe: str, village: Path) -> None:
    assert violations(visit, axe, village, (1080, 1920), {"kiosk": "on"}) == []


def violations(visit, axe: str, folder: Path, size: tuple[int, int], prefs: dict[str, str]) -> list[str]:
    page = visit(KINDS[0], size, prefs, folder.as_uri() + "/")
    page.context.add_init_script(axe)
    base = page.url.removesuffix(KINDS[0])
    found = []
    for kind in KINDS:
        page.goto(base + kind)
        if prefs.get("kiosk"):
            page.get_by_role("navigation", name="查询机").wait_for()
        if "?" in kind:
            page.locator("#hits[aria-busy=false]").wait_for(state="attached")
        result = page.evaluate(RUN, RULES)
        found += [f"{kind}: {v['id']}: {node['html'][:120]}" for v in result["violations"] for node in v["nodes"]]
    return found


def test_axe_would_tell(visit, axe: str) -> None:
    page = visit(KINDS[0])
    page.evaluate("document.getElementById('finder').labels[0].remove(); document.querySelector('h1').remove()")
    page.evaluate("document.getElementById('finder').removeAttribute('placeholder')")
    page.evaluate(axe)
    result = page.evaluate(RUN, RULES)
    assert {v["id"] for v in result["violations"]} >= {"label", "page-has-heading-one"}
