"""办事服务: a page that answers what a citizen asks, in that order, and ways to it from what it belongs to."""

from pathlib import Path

import msgspec
import pytest
from site_helpers import Build, Parsed, Site

from gkstd.model.project import Project
from gkstd.render.site.edition import edition
from gkstd.render.site.pages import pages
from gkstd.render.site.search.entries import entries
from gkstd.render.site.services import wants
from gkstd.source.load import load
from support.overlay import copy_base

GUIDE = """\
id: plan-bureau
title: 城乡规划服务指南
body: 县规划局
places: [{name: 规划窗口, address: 〔待填：地址〕, hours: 工作日, phone: 〔待填：电话〕}]
complaints: [窗口意见簿, 12345热线]
appeal: [行政复议]
services:
  - id: plan-permit
    title: 规划许可
    want: 办规划许可
    theme: 工程建设
    kind: 行政许可
    content: 核发规划许可证。
    basis: [《城乡规划法》第四十条]
    conditions: [有土地使用证明, <b>方案</b>符合规划]
    materials: [申请表, {name: 身份证, form: 原件, when: 个人申请的, later: 3个工作日内}]
    process: approval
    promise: 10个工作日
    excluded: [{title: 批前公示, limit: 公示不少于10日}]
    fee: [{name: 图纸工本费, amount: 每套10元, basis: [《城乡规划法》]}]
    result: [{name: 规划许可证, validity: 1年}]
    items: [plan-approved]
    unconfirmed: [promise]
  - id: plan-advice
    title: 规划咨询
    kind: 公共服务
    content: 解答规划问题。
    basis: [《城乡规划法》]
    conditions: [无]
    materials: [无]
    steps: [{title: 答复, by: 窗口, limit: 当场, text: 当面解答}]
    promise: 〔待填：承诺期限〕
    fee: 不收费
    result: [答复]
    visits: 0
"""


@pytest.fixture(scope="module")
def offered(tmp_path_factory: pytest.TempPathFactory) -> Project:
    root = copy_base(tmp_path_factory.mktemp("services") / "p")
    file = root / "standards/services/plan-bureau.yaml"
    file.parent.mkdir()
    file.write_text(GUIDE, "utf-8")
    project = load(root).project
    assert project
    return project


@pytest.fixture(scope="module")
def shown(build: Build, offered: Project) -> Site:
    return build(offered)


def text(site: Site, path: str) -> str:
    return Parsed(site[path].decode()).text


def test_the_page_answers_in_the_order_of_the_questions(shown: Site) -> None:
    page = text(shown, "services/plan-permit.html")
    asked = [
        "谁可以办",
        "带什么材料",
        "怎样办",
        "多久办好\n承诺期限",
        "收不收费",
        "办好拿到什么",
        "依据什么",
        "不满意找谁",
        "对结果不服",
    ]
    places = [page.rindex(words) for words in asked]
    assert places == sorted(places)
    for said in ("个人申请的", "原件，1份，可以先受理，3个工作日内补齐", "批前公示（公示不少于10日）的时间不计入", "图纸工本费：每套10元",
                 "规划许可证（有效期1年）", "窗口意见簿", "〔待填：电话〕", "本页承诺期限尚未核实"):  # fmt: skip
        assert said in page, said
    assert "<b>方案</b>符合规划" in page
    assert "<b>" not in shown["services/plan-permit.html"].decode()


def test_a_procedure_that_is_a_process_shows_its_steps_and_leads_to_them(shown: Site) -> None:
    html = shown["services/plan-permit.html"].decode()
    assert 'href="../processes/approval.html#step-publish"' in html
    assert "材料是否齐全" not in html, "questions are left to the chart"
    advice = text(shown, "services/plan-advice.html")
    assert "当面解答" in advice
    assert "不用到现场" in advice
    assert "收费，见下" not in advice


@pytest.mark.parametrize(
    ("path", "target"),
    [
        ("index.html", "services/index.html#theme-1"),
        ("services/index.html", "../services/plan-permit.html"),
        ("services/index.html", "../services/guides/plan-bureau.html"),
        ("services/guides/plan-bureau.html", "../../services/plan-advice.html"),
        ("items/610824-GH-2018-0002.html", "../services/plan-permit.html"),
        ("processes/approval.html", "../services/plan-permit.html"),
        ("bodies/plan-bureau.html", "../services/plan-advice.html"),
        ("services/plan-permit.html", "../items/610824-GH-2018-0002.html"),
        ("services/plan-permit.html", "../laws/plan-law.html"),
    ],
)
def test_ways_there_and_back(shown: Site, path: str, target: str) -> None:
    assert target in [a.get("href") for a in Parsed(shown[path].decode()).all("a")]


def test_it_is_a_page_of_the_services_column(shown: Site) -> None:
    page = Parsed(shown["services/plan-permit.html"].decode())
    assert (page.metas["ColumnType"], page.metas["ArticleTitle"]) == ("办事服务", "规划许可")
    assert page.metas["ContentSource"] == "县规划局"
    linked = msgspec.json.decode(shown["services/plan-permit.jsonld"])
    assert (linked["@type"], linked["alternateName"]) == ("GovernmentService", "办规划许可")
    assert "isAccessibleForFree" not in linked


def test_what_people_want_is_in_their_words(offered: Project) -> None:
    found = wants(edition(offered))
    assert [(theme, [link.text for link in links]) for theme, links in found] == [
        ("工程建设", ["办规划许可"]),
        ("其他", ["规划咨询"]),
    ]


def test_a_service_is_found(offered: Project) -> None:
    whole = edition(offered)
    found = {entry.title: entry for entry in entries(whole, list(pages(offered))) if entry.kind == "服务"}
    assert found["规划许可"].also == ("办规划许可",)
    said = "\n".join(passage.text for passage in found["规划许可"].passages)
    assert all(words in said for words in ("土地使用证明", "身份证", "图纸工本费", "12345热线", "城乡规划法"))


def test_an_edition_without_services_has_no_such_column(build: Build, tmp_path: Path) -> None:
    project = load(copy_base(tmp_path / "p")).project
    assert project
    site = build(project)
    assert not [path for path in site if path.startswith("services/")]
    assert "services/" not in site["index.html"].decode()
