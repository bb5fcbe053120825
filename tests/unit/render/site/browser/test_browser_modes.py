"""Preferences: the elder view, large text, dark; kept on the device, and harmless where nothing can be kept."""

import pytest
from msgspec.structs import replace
from playwright.sync_api import expect
from site_helpers import KINDS, poison

pytestmark = pytest.mark.usefixtures("browser")

ITEM = "items/610824-HB-2018-0001.html"
SIZES = r"""
    (() => {
        const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT), small = [];
        for (let node = walker.nextNode(); node; node = walker.nextNode()) {
            const box = node.parentElement;
            if (!node.data.trim() || !box.checkVisibility() || box.closest("svg, script, .unseen, .tick-word")) continue;
            const size = parseFloat(getComputedStyle(box).fontSize);
            if (size < 24) small.push(node.data.trim().slice(0, 20) + " " + size);
        }
        for (const box of document.body.querySelectorAll("*")) {
            if (!box.checkVisibility() || box.closest("svg, .unseen, .tick-word")) continue;
            const before = getComputedStyle(box, "::before"), said = before.content;
            if (/^".*\p{L}/u.test(said) && parseFloat(before.fontSize) < 24) small.push(said.slice(0, 20) + " " + before.fontSize);
        }
        return small;
    })()
"""


@pytest.mark.parametrize("kind", KINDS)
def test_no_text_of_the_elder_view_is_below_18_points(visit, village, at, kind: str) -> None:
    page = visit(at[kind], prefs={"view": "elder"}, base=village.as_uri() + "/")
    page.locator("h1").wait_for()
    assert page.evaluate(SIZES) == []


def test_the_elder_view_is_kept_and_left(visit) -> None:
    page = visit(ITEM)
    button = page.get_by_role("button", name="长者版")
    expect(button).to_have_attribute("aria-pressed", "false")
    button.click()
    page.get_by_role("link", name="公开主体").first.click()
    expect(button).to_have_attribute("aria-pressed", "true")
    assert page.evaluate("document.documentElement.dataset.view") == "elder"
    button.click()
    page.reload()
    expect(button).to_have_attribute("aria-pressed", "false")


@pytest.mark.parametrize(("scheme", "pressed"), [("dark", "true"), ("light", "false")])
def test_dark_follows_the_device_until_it_is_chosen(visit, scheme: str, pressed: str) -> None:
    page = visit(ITEM, color_scheme=scheme)
    button = page.get_by_role("button", name="深色")
    paper = "getComputedStyle(document.body).backgroundColor"
    expect(button).to_have_attribute("aria-pressed", pressed)
    before = page.evaluate(paper)
    button.click()
    assert page.evaluate(paper) != before
    page.reload()
    assert page.evaluate(paper) != before
    page.emulate_media(media="print")
    assert page.evaluate(paper) == "rgb(255, 255, 255)"


def test_large_text(visit) -> None:
    page = visit(ITEM)
    size = "parseFloat(getComputedStyle(document.querySelector('dd')).fontSize)"
    before = page.evaluate(size)
    page.get_by_role("button", name="大字").click()
    assert page.evaluate(size) == before * 1.25


def test_where_nothing_can_be_kept_pages_work(visit) -> None:
    page = visit("index.html")
    page.context.add_init_script(
        "for (const name of ['localStorage', 'sessionStorage'])"
        " Object.defineProperty(window, name, { get() { throw new DOMException('no', 'SecurityError'); } });"
    )
    page.goto(page.url)
    page.get_by_role("button", name="长者版").click()
    assert page.evaluate("document.documentElement.dataset.view") == "elder"


@pytest.mark.parametrize("prefs", [{}, {"view": "elder"}, {"size": "large"}], ids=["plain", "elder", "large"])
@pytest.mark.parametrize("kind", KINDS)
def test_nothing_has_to_be_scrolled_sideways(visit, village, at, kind: str, prefs: dict[str, str]) -> None:
    page = visit(at[kind], (320, 700), prefs, village.as_uri() + "/")
    page.locator("h1").wait_for()
    assert page.evaluate("document.documentElement.scrollWidth") == 320


def test_a_word_without_end_is_broken(visit, other_folder, complete, at) -> None:
    """Behind every text; only charts, standards and their tables scroll in frames of their own."""
    base = other_folder(poison(complete, "x" * 90)).as_uri() + "/"
    page = visit("index.html", (320, 700), base=base)
    for kind in KINDS:
        page.goto(base + at[kind])
        page.locator("h1").wait_for()
        assert page.evaluate("document.documentElement.scrollWidth") == 320, kind


def test_a_wide_table_is_scrolled_by_keyboard(visit, other_folder, project) -> None:
    notice = "|" + "栏目名称很长|" * 12 + "\n|" + "-|" * 12 + "\n|" + "值|" * 12
    edition = replace(project.identity.edition, notice=notice)
    folder = other_folder(replace(project, identity=replace(project.identity, edition=edition)))
    page = visit("about.html", (360, 700), base=folder.as_uri() + "/")
    expect(page.locator(".text table")).to_have_attribute("tabindex", "0")
    page.set_viewport_size({"width": 1600, "height": 700})
    expect(page.locator(".text table")).not_to_have_attribute("tabindex", "0")


def test_the_official_table_fits_the_letters_and_not_the_window_alone(visit) -> None:
    for prefs, display in (({}, "table-row"), ({"view": "elder"}, "flex")):
        page = visit("domains/environment.html", (1280, 900), prefs)
        assert page.evaluate("document.documentElement.scrollWidth") == 1280
        assert page.evaluate("getComputedStyle(document.querySelector('.catalog tbody tr')).display") == display
