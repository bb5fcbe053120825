"""The kiosk: portrait touch screen, no keyboard but the one on the screen, back to the start by itself, no way out."""

from typing import Any

import pytest
from playwright.sync_api import expect
from site_helpers import KINDS

pytestmark = pytest.mark.usefixtures("browser")

SCREEN = (1080, 1920)
KIOSK = {"kiosk": "on"}
ITEM = "items/610824-HB-2018-0001.html"


def press(page: Any, keys: str) -> None:
    for key in keys:
        page.get_by_role("region", name="屏幕键盘").get_by_role("button", name=key, exact=True).click()


def test_the_address_turns_it_on_and_off(visit) -> None:
    page = visit("index.html?kiosk", SCREEN, has_touch=True)
    bar = page.get_by_role("navigation", name="查询机")
    expect(bar).to_be_visible()
    page.get_by_role("link", name="公开主体").first.click()
    expect(bar).to_be_visible()
    page.goto(page.url + "?kiosk=0")
    expect(page.locator("h1")).to_be_visible()
    expect(bar).to_have_count(0)


def test_only_kiosks_load_what_is_for_kiosks(visit, served: str) -> None:
    loaded = "performance.getEntriesByType('resource').map((one) => one.name).filter((name) => name.includes('kiosk.')).length"
    page = visit("index.html", base=served)
    expect(page.get_by_role("group", name="显示设置")).to_be_visible()
    assert page.evaluate(loaded) == 0
    page = visit("index.html", SCREEN, KIOSK, served)
    page.get_by_role("navigation", name="查询机").wait_for()
    assert page.evaluate(loaded) == 2


@pytest.mark.parametrize("kind", KINDS)
def test_targets_are_large_enough_for_a_finger(visit, village, at, kind: str) -> None:
    page = visit(
        at[kind] + ("?q=环评" if kind == "search" else ""), SCREEN, KIOSK, village.as_uri() + "/", has_touch=True
    )
    page.get_by_role("navigation", name="查询机").wait_for()
    small = page.evaluate(
        """[...document.querySelectorAll("a[href], button, input, select, summary")]
            .filter((one) => one.checkVisibility() && !one.closest(".unseen"))
            .map((one) => [one.textContent.trim() || one.id, one.getBoundingClientRect()])
            .filter(([, box]) => box.height < 60 || box.width < 60)
            .map(([name, box]) => `${name} ${box.width}×${box.height}`)"""
    )
    assert small == []


def test_typing_initials_on_the_screen(visit) -> None:
    page = visit("search.html", SCREEN, KIOSK, has_touch=True)
    expect(page.get_by_role("region", name="屏幕键盘")).to_be_visible()
    press(page, "HJKQX")
    expect(page.locator("#f-q")).to_have_value("hjkqx")
    press(page, ["退格"])
    expect(page.locator("#f-q")).to_have_value("hjkq")
    expect(page.locator("#hits h2").first).to_have_text("环境空气质量信息")
    expect(page.locator("#f-q")).to_be_focused()
    press(page, ["清空"])
    expect(page.locator("#f-q")).to_have_value("")
    press(page, "0005")
    expect(page.locator("#hits h2")).to_have_text(["水环境质量信息"])
    press(page, ["搜索"])
    expect(page.get_by_role("region", name="屏幕键盘")).to_be_hidden()
    page.locator("#hits a").first.click()
    expect(page.locator("h1")).to_have_text("水环境质量信息")


def test_from_home_to_a_hit(visit) -> None:
    page = visit("index.html", SCREEN, KIOSK, has_touch=True)
    page.get_by_role("searchbox").click()
    press(page, "SLQK")
    press(page, ["搜索"])
    page.wait_for_url("**/search.html?q=slqk")
    expect(page.locator("#hits h2").first).to_have_text("环评文件受理情况")


def test_back_to_the_start_when_nobody_is_there(visit) -> None:
    page = visit("index.html", SCREEN, KIOSK, has_touch=True)
    page.clock.install()
    page.goto(page.url.replace("index.html", ITEM))
    page.get_by_role("button", name="大字", exact=True).click()
    page.clock.run_for(70_000)
    expect(page.get_by_role("alertdialog")).to_be_hidden()
    page.clock.run_for(8_000)
    expect(page.get_by_role("alertdialog")).to_contain_text("秒后返回首页")
    page.get_by_role("button", name="继续查询").click()
    page.clock.run_for(60_000)
    expect(page.get_by_role("alertdialog")).to_be_hidden()
    page.clock.run_for(40_000)
    page.wait_for_url("**/index.html")
    assert page.evaluate("localStorage.getItem('gkstd.view')") is None
    assert page.evaluate("document.documentElement.dataset.kiosk") == "on"


def test_no_way_out(visit) -> None:
    page = visit(ITEM, SCREEN, KIOSK, has_touch=True)
    page.get_by_role("navigation", name="查询机").wait_for()
    here = page.url
    for address in ("https://example.invalid/", "mailto:a@example.invalid", "../../secret.html", "../data/items.csv"):
        page.evaluate(
            """(href) => { const a = document.createElement("a"); a.href = href; a.target = "_blank"; a.textContent = "外面";
                           a.id = "out"; document.getElementById("main").prepend(a); }""",
            address,
        )
        page.locator("#out").click()
        expect(page.get_by_text("查询机上只能查看本站页面")).to_be_visible()
        page.evaluate("document.getElementById('out').remove()")
        assert page.url == here and len(page.context.pages) == 1, address
    assert page.evaluate("document.dispatchEvent(new MouseEvent('contextmenu', { cancelable: true }))") is False


def test_an_item_can_be_printed(visit) -> None:
    page = visit(ITEM, SCREEN, KIOSK, has_touch=True)
    page.evaluate("window.print = () => { document.title = 'printed'; }")
    page.get_by_role("navigation", name="查询机").get_by_role("button", name="打印").click()
    assert page.title() == "printed"
    page.emulate_media(media="print")
    expect(page.get_by_role("navigation", name="查询机")).to_be_hidden()
    expect(page.locator("h1")).to_be_visible()


def test_the_bar(visit) -> None:
    page = visit(ITEM, SCREEN, KIOSK, has_touch=True)
    bar = page.get_by_role("navigation", name="查询机")
    bar.get_by_role("button", name="大字").click()
    assert page.evaluate("document.documentElement.dataset.view") == "elder"
    expect(bar.get_by_role("button", name="大字")).to_have_attribute("aria-pressed", "true")
    bar.get_by_role("button", name="搜索").click()
    expect(page.locator("#f-q")).to_be_focused()
    bar.get_by_role("button", name="返回").click()
    page.wait_for_url("**/" + ITEM)
    bar.get_by_role("button", name="首页").click()
    page.wait_for_url("**/index.html")
