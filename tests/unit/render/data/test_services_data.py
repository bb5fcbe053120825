"""Services as open data: every disclosure is there, a placeholder stays one, and no cell is a formula."""

import csv
import io
import json
from pathlib import Path

import pytest

from gkstd.model.project import Project
from gkstd.render.base import Job, Target
from gkstd.render.data import renderer
from gkstd.render.data.services import COLUMNS, service_files
from gkstd.render.templates import TemplateSet
from gkstd.render.views.service import NINE
from gkstd.source.load import load
from support.overlay import copy_base

GUIDE = """\
id: plan-bureau
title: 城乡规划服务指南
body: 县规划局
complaints: ["=cmd()", 12345热线]
services:
  - id: plan-permit
    title: 规划许可
    kind: 行政许可
    content: =核发规划许可证
    basis: [《城乡规划法》第四十条]
    conditions: [有土地使用证明]
    materials: [申请表, {name: 身份证, form: 原件, when: 个人申请的}]
    steps: [{title: 审查, by: 窗口, limit: 5个工作日内}]
    statutory: 20个工作日
    promise: 〔待填：承诺期限〕
    fee: [{name: 工本费, amount: 10元, basis: [《城乡规划法》]}]
    result: [规划许可证]
"""


@pytest.fixture
def files(tmp_path: Path) -> dict[str, bytes]:
    root = copy_base(tmp_path / "p")
    (root / "standards/services").mkdir()
    (root / "standards/services/plan-bureau.yaml").write_text(GUIDE, "utf-8")
    project = load(root).project
    assert project
    jobs = [Job(Target(f"data/{file.path}", "data", file)) for file in service_files(project)]
    return {o.path: o.data for artifact in renderer.render(jobs, TemplateSet({})) for o in artifact.outputs}


def test_json_tells_edition_and_services(files: dict[str, bytes]) -> None:
    document = json.loads(files["data/services.json"])
    assert list(document) == ["schema_version", "edition", "services"]
    (one,) = document["services"]
    assert one["promise"] == {"text": "〔待填：承诺期限〕", "duration": None}
    assert (one["statutory"]["duration"]["number"], one["statutory"]["duration"]["unit"]) == (20, "工作日")
    assert one["basis"][0]["law"] == one["fees"][0]["basis"][0]["law"] == "plan-law"
    assert (one["guide"]["id"], one["bodies"][0]["id"], one["free"]) == ("plan-bureau", "plan-bureau", False)
    assert one["page"] == "services/plan-permit.html"


def test_csv_has_the_nine_and_runs_nothing(files: dict[str, bytes]) -> None:
    header, row = list(csv.reader(io.StringIO(files["data/services.csv"].decode("utf-8-sig"), newline="")))
    assert header == [name for name, _ in COLUMNS]
    assert set(NINE) <= set(header)
    told = dict(zip(header, row, strict=True))
    assert told["服务内容"] == "'=核发规划许可证"
    assert told["投诉渠道"].startswith("'=cmd()")
    assert (told["申报材料"], told["办理程序"]) == ("申请表；身份证（原件，个人申请的）", "审查（窗口，5个工作日内）")
    assert told["收费标准"] == "工本费（10元）"


def test_an_edition_without_services_has_no_such_files(project: Project) -> None:
    assert list(service_files(project)) == []
