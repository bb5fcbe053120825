"""services/*.yaml: what a service inherits from its guide, which names and links are looked up, and what becomes of a placeholder."""

from pathlib import Path

from gkstd.build.check import check
from gkstd.model.figures import figures
from gkstd.model.service import Service
from gkstd.source.load import Loaded, load
from support.overlay import copy_base

FILE = "standards/services/plan-bureau.yaml"
GUIDE = """\
id: plan-bureau
title: 城乡规划服务指南
body: 县规划局
domain: demo
places: [{name: 规划窗口, phone: 〔待填：电话〕}]
complaints: [12345热线]
appeal: [行政复议]
services:
  - id: plan-permit
    title: 规划许可
    kind: 行政许可
    content: 核发规划许可证。
    basis: [《城乡规划法》第四十条]
    conditions: [有土地使用证明]
    materials: [申请表, {name: 身份证, form: 原件, when: 个人申请的}]
    process: approval
    promise: 〔待填：承诺期限〕
    fee: 不收费
    result: [{name: 规划许可证, validity: 1年}]
    items: [plan-approved]
"""


def loaded(root: Path, text: str = GUIDE) -> Loaded:
    file = copy_base(root / "p") / FILE
    file.parent.mkdir()
    file.write_text(text, "utf-8")
    return load(root / "p")


def service(found: Loaded) -> Service:
    assert found.project
    return found.project.services["plan-permit"]


def test_a_service_and_its_guide(tmp_path: Path) -> None:
    found = loaded(tmp_path)
    assert check(found) == ()
    one = service(found)
    assert found.project
    guide = found.project.guides["plan-bureau"]
    assert ([named.body for named in guide.bodies], guide.services) == (["plan-bureau"], ("plan-permit",))
    assert (one.complaints, one.appeal, one.places[0].name) == (("12345热线",), ("行政复议",), "规划窗口")
    assert one.promise
    assert (one.promise.text, one.promise.duration) == ("〔待填：承诺期限〕", None)
    assert (one.basis[0].law, one.process, one.items) == ("plan-law", "approval", ("plan-approved",))
    assert [(material.name, material.when) for material in one.materials] == [("申请表", ""), ("身份证", "个人申请的")]
    assert (one.free, one.fees, one.results[0].validity) == (True, (), "1年")
    assert figures(found.project)["services"] == 1


def test_what_a_service_has_itself_stands_before_its_guides(tmp_path: Path) -> None:
    own = GUIDE + "    complaints: [规划局信箱]\n    places: [{name: 二楼}]\n"
    one = service(loaded(tmp_path, own))
    assert (one.complaints, one.appeal, [place.name for place in one.places]) == (
        ("规划局信箱",),
        ("行政复议",),
        ["二楼"],
    )


def test_unknown_names_and_links(tmp_path: Path) -> None:
    wrong = (
        GUIDE.replace("body: 县规划局", "body: 无名局")
        .replace("process: approval", "process: approvel")
        .replace("plan-approved", "plan-aproved")
        .replace("name: 身份证,", "name: 身份证, blank: nowhere,")
        .replace("domain: demo", "domain: elsewhere")
        .replace("《城乡规划法》", "《无名法》")
    )
    found = loaded(tmp_path, wrong)
    assert sorted(one.code for one in found.diagnostics) == ["GK203", "GK203", "GK203", "GK203", "GK204", "GK205"]
    one = service(found)
    assert (one.process, one.items, one.materials[1].blank) == ("", (), "")


def test_an_id_is_unique_and_the_file_has_its_name(tmp_path: Path) -> None:
    twice = GUIDE.replace("id: plan-bureau", "id: bureau") + GUIDE[GUIDE.index("  - id: plan-permit") :]
    assert sorted(one.code for one in loaded(tmp_path, twice).diagnostics) == ["GK201", "GK210"]


def test_a_law_that_is_no_more_is_found_in_services_too(tmp_path: Path) -> None:
    old = GUIDE.replace("《城乡规划法》第四十条", "《中华人民共和国政府信息公开条例》（国令第711号）")
    assert [one.code for one in check(loaded(tmp_path, old))] == ["GK310"]
