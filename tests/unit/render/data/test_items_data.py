"""Open data: the shape that others script against, and cells that no spreadsheet runs."""

import csv
import io
import json

import pytest
from msgspec.structs import replace

from gkstd.model.project import Project
from gkstd.render.base import Job, Target
from gkstd.render.data import renderer
from gkstd.render.data.sheet import COLUMNS, guard
from gkstd.render.data.table import data_files
from gkstd.render.templates import TemplateSet


def files(project: Project) -> dict[str, bytes]:
    jobs = [Job(Target(f"data/{file.path}", "data", file)) for file in data_files(project)]
    artifacts = renderer.render(jobs, TemplateSet({}))
    return {output.path: output.data for artifact in artifacts for output in artifact.outputs}


def rows(data: bytes) -> list[list[str]]:
    return list(csv.reader(io.StringIO(data.decode("utf-8-sig"), newline="")))


def test_json_tells_edition_and_items(project: Project) -> None:
    document = json.loads(files(project)["data/items.json"])
    assert list(document) == ["schema_version", "edition", "items"]
    assert document["schema_version"] == 1
    assert document["edition"] == {
        "id": "pilot-2018",
        "title": "试点版（参考）",
        "date": "2018-12-31",
        "as_of": "2018-12-31",
        "region": "陕西省榆林市靖边县",
        "region_code": "610824",
        "publisher": "靖边县人民政府办公室",
        "notice": "本版是参考版，不是靖边县的档案。",
    }
    assert [item["serial"] for item in document["items"]] == [1, 2, 3, 4, 5, 6]


def test_json_item_is_taken_apart(project: Project) -> None:
    item = json.loads(files(project)["data/items.json"])["items"][0]
    limit = item.pop("limit")
    assert item == {
        "id": "eia-acceptance",
        "index": "610824-HB-2018-0001",
        "serial": 1,
        "title": "环评文件受理情况",
        "domain": {"id": "environment", "title": "环境保护"},
        "category": {"id": "eia", "title": "建设项目环境影响评价"},
        "bodies": [{"name": "县环境保护局", "id": "county-environment-bureau"}],
        "content": [{"text": text, "required": True} for text in ("项目名称", "建设地点", "建设单位")],
        "basis": [
            {
                "text": "《中华人民共和国环境影响评价法》第二十一条",
                "title": "中华人民共和国环境影响评价法",
                "number": None,
                "article": "第二十一条",
                "law": "eia-law",
            },
            {
                "text": "《中华人民共和国政府信息公开条例》",
                "title": "中华人民共和国政府信息公开条例",
                "number": None,
                "article": None,
                "law": "disclosure-regulation",
            },
        ],
        "channels": {
            "required": [{"channel": name, "text": None} for name in ("政府网站", "政务服务中心", "公开查阅点")],
            "optional": [],
        },
        "audience": {"kind": "全社会", "text": ""},
        "method": "主动公开",
        "levels": ["县级"],
        "stage": "服务公开",
        "process": "eia-approval",
        "standard": "items-standard",
        "published": "2018-06-12",
        "note": None,
        "unconfirmed": [],
        "page": "items/610824-HB-2018-0001.html",
        "parent": None,
    }
    (clause,) = limit["clauses"]
    assert limit["text"] == clause["text"] == "自受理之日起5个工作日内"
    assert (clause["number"], clause["unit"], clause["relation"], clause["kind"]) == (5, "工作日", "within", "deadline")


def test_same_project_same_bytes(project: Project) -> None:
    assert files(project) == files(project)


def test_csv_opens_in_a_spreadsheet(project: Project) -> None:
    data = files(project)["data/items.csv"]
    assert data.startswith(b"\xef\xbb\xbf") and data.endswith(b"\r\n")
    header, *body = rows(data)
    assert header == [name for name, _ in COLUMNS]
    assert {len(row) for row in body} == {len(header)}
    last = dict(zip(header, body[5], strict=True))
    assert last["二级事项"] == "信访投诉办理结果"
    assert last["公开渠道和载体"] == "精准推送；其他：当面或邮寄"
    assert last["公开对象"] == "特定群体：信访人"


@pytest.mark.parametrize(
    "mark", ["=", "+", "-", "@", "\t", "\r", "\n", "\0", "＝", "＋", "－", "＠", "'", " =", "\u3000="]
)
def test_a_formula_stays_text(mark: str) -> None:
    cell = f"{mark}cmd|' /C calc'!A0"
    assert guard(cell) == f"'{cell}"


@pytest.mark.parametrize("cell", ["", "公示", "5个工作日", "a=b", "《=》"])
def test_plain_text_is_left_alone(cell: str) -> None:
    assert guard(cell) == cell


def test_hostile_items_come_back_exactly(project: Project) -> None:
    titles = {id: f'{mark}HYPERLINK("x")\n,' for id, mark in zip(project.items, "=+-@'＝", strict=True)}
    changed = {id: replace(item, title=titles[id]) for id, item in project.items.items()}
    header, *body = rows(files(replace(project, items=changed))["data/items.csv"])
    cells = [row[header.index("二级事项")] for row in body]
    assert all(cell[0] == "'" for cell in cells)
    assert [cell[1:] for cell in cells] == list(titles.values())


def test_refs_name_what_is_shown(project: Project) -> None:
    for file in data_files(project):
        assert ("domain", "environment") in file.refs and ("item", "air-quality") in file.refs


def test_an_item_of_the_third_level_stands_in_its_own_column(project: Project) -> None:
    items = dict(project.items)
    items["eia-acceptance"] = replace(items["eia-acceptance"], parent="环评审批信息")
    made = files(replace(project, items=items))
    first, second = json.loads(made["data/items.json"])["items"][:2]
    assert (first["parent"], first["title"], second["parent"]) == ("环评审批信息", "环评文件受理情况", None)
    header, *lines = rows(made["data/items.csv"])
    told = [[line[header.index(name)] for name in ("二级事项", "三级事项")] for line in lines[:2]]
    assert told == [["环评审批信息", "环评文件受理情况"], [second["title"], ""]]
