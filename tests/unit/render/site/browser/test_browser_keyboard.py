"""Every page by Tab alone: each link, button and field once, in reading order, seen when it is reached; Enter and Space work."""

import pytest
from playwright.sync_api import expect
from site_helpers import KINDS

pytestmark = pytest.mark.usefixtures("browser")

WANTED = """
    window.__wanted = [...document.querySelectorAll("a[href], button, input:not([type=hidden]), select, summary, [tabindex='0']")]
        .filter((one) => one.checkVisibility({ visibilityProperty: true }));
    window.__wanted.length
"""
STOP = """
    (() => {
        const here = document.activeElement, box = here.getBoundingClientRect(), style = getComputedStyle(here);
        const ringed = style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2;
        const seen = box.bottom > 0 && box.top < innerHeight && box.right > 0 && box.left < innerWidth;
        return [window.__wanted.indexOf(here), ringed && seen ? "" : here.outerHTML.slice(0, 120), here.tagName];
    })()
"""


@pytest.mark.parametrize("size", [(360, 740), (1280, 900)], ids=["narrow", "wide"])
@pytest.mark.parametrize("kind", KINDS)
def test_everything_is_reached_in_order(visit, village, at, kind: str, size: tuple[int, int]) -> None:
    page = visit(at[kind], size, base=village.as_uri() + "/", reduced_motion="reduce")
    count = page.evaluate(WANTED)
    stops, unseen = [], []
    for _ in range(count + 20):
        page.keyboard.press("Tab")
        place, fault, tag = page.evaluate(STOP)
        if tag == "BODY":
            break
        stops.append(place)
        unseen += [fault] if fault else []
    # A frame that scrolls is a stop of the browser's own (-1); what is asked for is there all the same, in order.
    assert [stop for stop in stops if stop >= 0] == list(range(count))
    assert unseen == []


def test_the_first_stop_leads_past_the_head(visit, village, at) -> None:
    page = visit(at["item"], base=village.as_uri() + "/")
    page.keyboard.press("Tab")
    expect(page.get_by_role("link", name="跳到正文")).to_be_focused()
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.closest('main') !== null")


def test_buttons_follow_the_space_bar(visit) -> None:
    page = visit("index.html")
    button = page.get_by_role("button", name="大字")
    button.focus()
    page.keyboard.press("Space")
    expect(button).to_have_attribute("aria-pressed", "true")
