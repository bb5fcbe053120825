"""Page tags of the guide for government sites: required ones are there, unknown ones are left out."""

import re

import pytest
from msgspec.structs import replace
from site_helpers import Build, Parsed

from gkstd.model.project import Portal, Project

COLUMN = {"ColumnName", "ColumnDescription", "ColumnKeywords", "ColumnType"}
ARTICLE = {"ArticleTitle", "PubDate", "ContentSource"}
KNOWN = Portal(
    "示范县人民政府",
    "https://www.example.gov.cn/gk/",
    "www.example.gov.cn",
    "6108240001",
    "主办",
    "承办",
    "陕ICP备1号",
    "陕公网安备2号",
)


@pytest.fixture(scope="module")
def known(build: Build, project: Project) -> dict[str, bytes]:
    identity = replace(project.identity, portal=KNOWN)
    return build(replace(project, identity=identity))


def test_site_tags_are_on_every_page(parsed: dict[str, Parsed]) -> None:
    assert {page.metas["SiteName"] for page in parsed.values()} == {"靖边县基层政务公开平台"}


def test_column_tags_are_on_every_page_but_404(parsed: dict[str, Parsed]) -> None:
    without = [path for path, page in parsed.items() if not page.metas.keys() >= COLUMN]
    assert without == ["404.html"]
    assert parsed["index.html"].metas["ColumnType"] == "首页"
    assert parsed["items/610824-HB-2018-0001.html"].metas["ColumnType"] == "信息公开目录"
    assert parsed["processes/eia-approval.html"].metas["ColumnType"] == "办事服务"


def test_article_tags_are_on_content_pages_only(parsed: dict[str, Parsed]) -> None:
    tagged = {path for path, page in parsed.items() if page.metas.keys() & ARTICLE}
    assert tagged == {
        *[f"items/610824-HB-2018-000{serial}.html" for serial in range(1, 7)],
        "processes/eia-approval.html", "standards/items-standard.html",
    }  # fmt: skip
    assert all(parsed[path].metas.keys() >= ARTICLE for path in tagged)


def test_article_tags_tell_the_item(parsed: dict[str, Parsed]) -> None:
    metas = parsed["items/610824-HB-2018-0001.html"].metas
    assert metas["ArticleTitle"] == "环评文件受理情况"
    assert metas["PubDate"] == "2018-06-12 00:00"
    assert metas["ContentSource"] == "县环境保护局"


def test_unknown_values_are_left_out(parsed: dict[str, Parsed]) -> None:
    for path, page in parsed.items():
        assert not page.metas.keys() & {"SiteDomain", "SiteIDCode", "Url"}, path
        assert all(page.metas.values()), path
        assert not re.search("ICP|公安|标识码|承办单位", page.text), path
        assert not [a for a in page.all("link") if a["rel"] == "canonical"], path


def test_known_values_are_told(known: dict[str, bytes]) -> None:
    page = Parsed(known["items/610824-HB-2018-0001.html"].decode())
    url = "https://www.example.gov.cn/gk/items/610824-HB-2018-0001.html"
    assert (page.metas["SiteDomain"], page.metas["SiteIDCode"], page.metas["Url"]) == (
        "www.example.gov.cn",
        "6108240001",
        url,
    )
    assert [a["href"] for a in page.all("link") if a["rel"] == "canonical"] == [url]
    assert {"主办", "承办", "6108240001", "陕ICP备1号", "陕公网安备2号"} <= set(page.pieces)


def test_robots_and_addresses(known: dict[str, bytes], build: Build, project: Project) -> None:
    assert known["robots.txt"].decode().splitlines() == [
        "User-agent: *", "Allow: /", "Sitemap: https://www.example.gov.cn/gk/sitemap.xml",
    ]  # fmt: skip
    urls = re.findall("<loc>(.*?)</loc>", known["sitemap.xml"].decode())
    assert urls[0] == "https://www.example.gov.cn/gk/"
    pages = {path for path in known if path.endswith(".html")} - {"404.html", "index.html"}
    assert {url.removeprefix("https://www.example.gov.cn/gk/") for url in urls[1:]} == pages
    assert "Sitemap" not in build(project)["robots.txt"].decode()


def test_404_leads_back_from_any_depth(known: dict[str, bytes]) -> None:
    page = Parsed(known["404.html"].decode())
    links = [a["href"] for a in page.all("a", "link") if not a["href"].startswith("#")]
    assert links and all(link.startswith("/gk/") for link in links)
