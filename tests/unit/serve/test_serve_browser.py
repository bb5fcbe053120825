"""In a real browser: the page reloads when it changed, errors lie over it, and go when they are mended."""

from pathlib import Path

import pytest
from playwright.sync_api import expect

pytestmark = pytest.mark.usefixtures("browser")

PAGE = "items/610824-GH-2018-0001.html"
TITLE = "title: 规划草案公告"
HOSTILE = "body: <img src=x onerror=alert(1)>"


def test_the_overlay_comes_and_goes_and_the_page_reloads(browser, preview, change, root: Path) -> None:
    shown = preview()
    page = browser.new_page()
    troubles: list[str] = []
    page.on("console", lambda message: troubles.append(message.text) if message.type in ("error", "warning") else None)
    page.on("pageerror", lambda error: troubles.append(str(error)))
    page.on("dialog", lambda dialog: troubles.append(dialog.message))
    page.goto(f"http://127.0.0.1:{shown.port}/{PAGE}")
    panel = page.locator("#gkstd-preview .panel")
    pill = page.locator("#gkstd-preview .pill")
    expect(page.locator("#gkstd-preview")).to_be_attached()
    expect(panel).to_be_hidden()
    expect(pill).to_be_hidden()

    change("body: 县城乡规划局", HOSTILE)
    expect(panel).to_be_visible(timeout=30_000)
    expect(panel).to_contain_text("GK204")
    expect(panel).to_contain_text("<img src=x onerror=alert(1)>")
    expect(panel).to_contain_text("standards/items/demo.yaml:14:15")
    expect(page.locator("h1").first).to_contain_text("规划草案公告")
    page.keyboard.press("Escape")
    expect(panel).to_be_hidden()
    pill.click()
    expect(panel).to_be_visible()

    change(HOSTILE, "body: 县城乡规划局")
    expect(panel).to_be_hidden(timeout=30_000)
    expect(pill).to_be_hidden()

    change(TITLE, "title: 规划草案批前公告")
    expect(page.locator("h1").first).to_contain_text("规划草案批前公告", timeout=30_000)
    assert troubles == []
    shown.end()
    expect(pill).to_have_text("预览已结束。", timeout=30_000)
    page.close()


def test_a_page_that_did_not_change_is_left_alone(browser, preview, change) -> None:
    shown = preview("--lang", "en")
    page = browser.new_page()
    page.goto(f"http://127.0.0.1:{shown.port}/about.html")
    page.evaluate("window.here = true")
    expect(page.locator("#gkstd-preview")).to_be_attached()
    change(TITLE, "title: 规划草案批前公告")
    shown.line("files written")
    change("title: 规划批准结果", "title: 规划批准公告")
    shown.line("files written")
    page.wait_for_timeout(300)
    assert page.evaluate("window.here") is True
    page.close()
