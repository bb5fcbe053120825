"""The advanced search as people use it: typed, by keyboard, by address, with fields, from a folder and from a server."""

from typing import Any

import pytest
from playwright.sync_api import expect

pytestmark = pytest.mark.usefixtures("browser")


def hits(page: Any) -> list[str]:
    page.locator("#hits[aria-busy=false]").wait_for(state="attached")
    return page.locator("#hits h2").all_inner_texts()


def test_from_the_home_page_to_a_hit(visit) -> None:
    page = visit("index.html")
    page.get_by_role("searchbox", name="关键词、索引号或文号").fill("受理情况")
    page.keyboard.press("Enter")
    page.wait_for_url("**/search.html?q=*")
    assert hits(page)[0] == "环评文件受理情况"
    assert page.locator("#hits mark").first.inner_text() == "受理情况"
    page.locator("#hits a").first.click()
    assert page.locator("h1").inner_text() == "环评文件受理情况"


@pytest.mark.parametrize(
    ("typed", "first"),
    [
        ("環評文件", "环评文件受理情况"),
        ("610824-HB-2018-0003", "环评审批决定"),
        ("hb20180003", "环评审批决定"),
        ("０００４", "环境空气质量信息"),
        ("国令第492号", "《中华人民共和国政府信息公开条例》"),
        ("hjkq", "环境空气质量信息"),
        ("001-2018", "环境保护领域政务公开事项规范"),
    ],
)
def test_ways_of_typing(visit, typed: str, first: str) -> None:
    page = visit("search.html")
    page.locator("#f-q").fill(typed)
    page.keyboard.press("Enter")
    assert hits(page)[0] == first


@pytest.mark.parametrize(
    "phrase", ["环境影响评价法", "县环境保护局", "5个工作日", "信访人", "适用于靖边县", "disclosureitem"]
)
def test_a_page_that_shows_a_phrase_is_found(visit, parsed, phrase: str) -> None:
    """Pages that also list other pages may show more than is their own."""
    about = ("items/6", "laws/", "processes/", "standards/items-standard")
    pages = {path: page for path, page in parsed.items() if path.startswith(about) and not path.endswith("index.html")}
    shown = {path for path, page in pages.items() if phrase in "".join(main_text(page).split())}
    page = visit(f"search.html?q={phrase}")
    hits(page)
    found = set(page.locator("#hits h2 a").evaluate_all("all => all.map(a => a.getAttribute('href'))"))
    assert shown - found <= {path for path in shown if path.startswith("laws/") and "items" in pages[path].ids}
    assert shown & found


def main_text(page: Any) -> str:
    own = "".join(page.pieces[page.pieces.index("打印本页") :]).partition("主办单位")[0]
    return own.partition("相关事项")[0]


def test_fields_narrow_and_combine(visit) -> None:
    page = visit("search.html?method=依申请公开")
    assert hits(page) == ["信访投诉办理结果"]
    assert page.locator("#advanced").get_attribute("open") is not None
    page.get_by_label("公开方式").select_option("")
    page.get_by_label("公开层级").select_option("乡级")
    assert hits(page) == ["水环境质量信息"]
    page.get_by_label("公开层级").select_option("")
    page.get_by_label("索引号").fill("2018-0004")
    assert hits(page) == ["环境空气质量信息"]
    assert "index=2018-0004" in page.url


@pytest.mark.parametrize(
    ("query", "count"),
    [
        ("kind=事项&from=2018-06-12&to=2018-06-12", 6),
        ("kind=事项&from=2018-06-13", 0),
        ("kind=依据&to=2003-01-01", 1),
        ("kind=依据", 2),
        ("domain=environment&kind=标准", 1),
        ("stage=结果公开", 1),
        ("channel=其他", 1),
        ("body=county-environment-bureau&q=环评", 3),
        ("topic=城乡建设、环境保护&kind=事项", 6),
        ("audience=特定群体", 1),
        ("level=县级&kind=事项", 6),
    ],
)
def test_each_field(visit, query: str, count: int) -> None:
    page = visit(f"search.html?{query}")
    assert len(hits(page)) == count


def test_sorting(visit) -> None:
    page = visit("search.html?kind=依据")
    assert [title[:6] for title in hits(page)] == ["《中华人民共", "《中华人民共"]
    page.get_by_label("排序").select_option("new")
    page.wait_for_url("**sort=new")
    assert "条例" in hits(page)[0]
    page.get_by_label("排序").select_option("old")
    page.wait_for_url("**sort=old")
    assert "评价法" in hits(page)[0]
    page = visit("search.html?q=环&sort=number")
    hits(page)
    numbers = page.locator("#hits .number").all_inner_texts()
    assert numbers == sorted(numbers)


def test_an_address_is_the_search(visit) -> None:
    page = visit("search.html?q=质量&sort=number")
    first = hits(page)
    page.locator("#f-q").fill("受理")
    page.keyboard.press("Enter")
    assert hits(page) != first
    page.go_back()
    expect(page.locator("#f-q")).to_have_value("质量")
    assert hits(page) == first


def test_an_old_address_asks_for_what_is_still_offered(visit) -> None:
    page = visit("search.html?q=质量&sort=date&domain=gone")
    assert hits(page)
    assert page.evaluate("[...document.querySelectorAll('select')].every((one) => one.selectedIndex === 0)")


def test_nothing_found_is_said_and_lists_are_offered(visit) -> None:
    page = visit("search.html?q=量子力学")
    assert hits(page) == []
    assert "没有找到" in page.get_by_role("status").inner_text()
    assert page.get_by_role("link", name="按领域").is_visible()


def test_clearing_starts_anew(visit) -> None:
    page = visit("search.html?q=受理&method=主动公开")
    assert hits(page)
    page.get_by_role("button", name="清除条件").click()
    assert hits(page) == []
    assert page.locator("#f-q").input_value() == "" and "?" not in page.url
    assert page.evaluate("document.activeElement.id") == "f-q"


def test_by_keyboard_alone(visit) -> None:
    """Skip link, box, results: what has the focus can be seen, and nothing holds it."""
    page = visit("search.html")
    seen = []
    for _ in range(40):
        page.keyboard.press("Tab")
        seen.append(page.evaluate("document.activeElement.id || document.activeElement.textContent.trim()"))
        outline = page.evaluate("getComputedStyle(document.activeElement).outlineStyle")
        assert outline != "none", seen[-1]
        if seen[-1] == "f-q":
            break
    assert seen[0] == "跳到正文" and seen[-1] == "f-q"
    page.keyboard.type("610824-HB-2018-0001")
    page.keyboard.press("Enter")
    assert hits(page)[0] == "环评文件受理情况"
    for _ in range(12):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.textContent") == "环评文件受理情况":
            break
    page.keyboard.press("Enter")
    page.wait_for_url("**/items/610824-HB-2018-0001.html")


def test_more_hits_are_a_button_that_hands_on_the_focus(visit, other_folder, project) -> None:
    from msgspec.structs import replace

    laws = dict(project.laws)
    law = laws["eia-law"]
    laws |= {f"law-{i}": replace(law, id=f"law-{i}", title=f"第{i}号办法", number="") for i in range(45)}
    page = visit("search.html?q=办法", base=other_folder(replace(project, laws=laws)).as_uri() + "/")
    assert len(hits(page)) == 20
    page.locator("#more").click()
    assert len(hits(page)) == 40
    assert page.evaluate("document.activeElement.textContent") == hits(page)[20]
    page.locator("#more").click()
    assert len(hits(page)) == 45 and not page.locator("#more").is_visible()


def test_from_a_server(visit, served: str) -> None:
    page = visit("search.html?q=受理情况", base=served)
    assert hits(page)[0] == "环评文件受理情况"
    page.locator("#f-q").fill("空气质量")
    assert hits(page)[0] == "环境空气质量信息"
    assert "%E7%A9%BA" in page.url


def test_without_scripts_there_are_lists(visit) -> None:
    page = visit("index.html", java_script_enabled=False)
    page.get_by_role("searchbox").fill("环评")
    page.keyboard.press("Enter")
    page.wait_for_url("**/search.html?q=*")
    assert page.get_by_text("浏览器没有启用脚本").is_visible()
    assert not page.locator("#search").is_visible()
    assert not page.get_by_role("button", name="长者版").is_visible()
    page.get_by_role("link", name="按索引号").click()
    assert page.get_by_role("link", name="环评文件受理情况").is_visible()
