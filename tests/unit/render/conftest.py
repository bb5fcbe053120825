"""A small but real project for all renderers' tests: two categories, six items, a process, a document, a workbook."""

from datetime import date
from pathlib import Path

import pytest

import gkstd
from gkstd.model.document import Annex, Cited, Clause, Document, Foreword, Term
from gkstd.model.item import Basis, Category, Channels, Domain, Element, Item, Named
from gkstd.model.process import Exit, Process, Step
from gkstd.model.project import Edition, Identity, Portal, Project, Region
from gkstd.model.register import Body, Law, Reference
from gkstd.model.values.audience import parse_audience
from gkstd.model.values.channel import parse_channel
from gkstd.model.values.citation import parse_citation
from gkstd.model.values.level import Level
from gkstd.model.values.limit import parse_duration, parse_limit
from gkstd.model.values.method import Method
from gkstd.model.values.stage import Stage
from gkstd.model.values.topic import Topic
from gkstd.model.workbook import Catalog, Colophon, Contents, Cover, Flowcharts, Laws, Standards, TextPart, Workbook
from gkstd.render.templates import TemplateSet

BODY = "county-environment-bureau"


def basis(text: str, law: str) -> Basis:
    parsed, faults = parse_citation(text)
    assert parsed is not None, faults
    return Basis(parsed, law)


def channels(*names: str) -> Channels:
    return Channels(tuple(use for use in (parse_channel(name)[0] for name in names) if use), ())


def item(serial: int, id: str, title: str, category: str, **changes: object) -> Item:
    values: dict[str, object] = {
        "id": id,
        "title": title,
        "index": f"610824-HB-2018-{serial:04}",
        "serial": serial,
        "domain": "environment",
        "category": category,
        "published": date(2018, 6, 12),
        "content": (Element("项目名称", True), Element("建设地点", True), Element("建设单位", True)),
        "basis": (
            basis("《中华人民共和国环境影响评价法》第二十一条", "eia-law"),
            basis("《中华人民共和国政府信息公开条例》", "disclosure-regulation"),
        ),
        "limit": parse_limit("自受理之日起5个工作日内")[0],
        "bodies": (Named("县环境保护局", BODY),),
        "channels": channels("政府网站", "政务服务中心", "公开查阅点"),
        "audience": parse_audience("全社会")[0],
        "method": Method.ACTIVE,
        "levels": (Level.COUNTY,),
        "stage": Stage.SERVICE,
        "process": "",
        "standard": "items-standard",
        "note": "",
        "unconfirmed": (),
    }
    return Item(**{**values, **changes})  # type: ignore[arg-type]


ITEMS = (
    item(1, "eia-acceptance", "环评文件受理情况", "eia", process="eia-approval"),
    item(2, "eia-draft", "拟审批情况公示", "eia", limit=parse_limit("公示不少于5个工作日")[0], process="eia-approval"),
    item(3, "eia-decision", "环评审批决定", "eia", process="eia-approval"),
    item(4, "air-quality", "环境空气质量信息", "quality", stage=Stage.RESULT, limit=parse_limit("每月公布一次")[0]),
    item(5, "water-quality", "水环境质量信息", "quality", levels=(Level.COUNTY, Level.TOWN)),
    item(
        6,
        "complaints",
        "信访投诉办理结果",
        "quality",
        method=Method.ON_REQUEST,
        audience=parse_audience("特定群体：信访人")[0],
        channels=channels("精准推送", "其他：当面或邮寄"),
        limit=parse_limit("自收到申请之日起20个工作日内")[0],
    ),
)


def law(id: str, title: str, kind: str, number: str, issuer: str, issued: str, effective: date) -> Law:
    return Law(id, title, (), kind, issuer, number, issued, effective, None, (), (), (), "", ())


LAWS = (
    law(
        "disclosure-regulation",
        "中华人民共和国政府信息公开条例",
        "行政法规",
        "国令第492号",
        "国务院",
        "2007-04-05",
        date(2008, 5, 1),
    ),
    law(
        "eia-law",
        "中华人民共和国环境影响评价法",
        "法律",
        "主席令第七十七号",
        "全国人民代表大会常务委员会",
        "2002-10-28",
        date(2003, 9, 1),
    ),
)


def step(id: str, kind: str, lane: str, title: str, *exits: Exit, limit: str = "", **changes: object) -> Step:
    values: dict[str, object] = {
        "limit": parse_duration(limit)[0] if limit else None,
        "limit_text": limit,
        "excluded": False,
        "discloses": (),
        "basis": (),
        "forms": (),
        "process": "",
        "note": "",
    }
    return Step(id=id, kind=kind, lane=lane, title=title, exits=exits, **{**values, **changes})  # type: ignore[arg-type]


PROCESS = Process(
    id="eia-approval",
    title="建设项目环境影响评价审批公开流程",
    domain="environment",
    summary="县级审批的建设项目环境影响报告书、报告表，从受理到决定的公开步骤。",
    promise=parse_duration("25个工作日")[0],
    statutory=parse_duration("60日")[0],
    reform=None,
    basis=(basis("《中华人民共和国环境影响评价法》第二十二条", "eia-law"),),
    lanes=(Named("申请人", ""), Named("县环境保护局", BODY)),
    steps=(
        step("apply", "start", "申请人", "提交环评文件", Exit("complete", "")),
        step("complete", "decision", "县环境保护局", "材料是否齐全？", Exit("accept", "是"), Exit("apply", "否")),
        step(
            "accept",
            "step",
            "县环境保护局",
            "受理",
            Exit("decide", ""),
            limit="5个工作日内",
            discloses=("eia-acceptance",),
        ),
        step("decide", "end", "县环境保护局", "作出审批决定", discloses=("eia-decision",), forms=("审批决定书",)),
    ),
    unconfirmed=(),
)


def clause(number: str, title: str, text: str = "", kind: str = "clause", **changes: object) -> Clause:
    values: dict[str, object] = {"references": (), "terms": (), "clauses": ()}
    return Clause(id=f"c{number}", number=number, kind=kind, title=title, text=text, **{**values, **changes})  # type: ignore[arg-type]


TERM = Term("item", "公开事项", "disclosure item", (), "应当向社会公开的政府信息的类别。", (), "")
DOCUMENT = Document(
    id="items-standard",
    number="Q/JBZW 001—2018",
    title="环境保护领域政务公开事项规范",
    title_en="Specification for disclosure items of environmental protection",
    drafting="GB/T 1.1—2009",
    issued=date(2018, 10, 8),
    effective=date(2018, 11, 1),
    withdrawn=None,
    issuer="靖边县人民政府办公室",
    ics="01.120",
    ccs="A 00",
    system="公开事项",
    domain="environment",
    foreword=Foreword("靖边县人民政府办公室", "靖边县人民政府办公室", ("靖边县环境保护局",), (), ""),
    introduction="",
    clauses=(
        clause("1", "范围", "本标准规定了环境保护领域政务公开事项的分类和要求。\n\n本标准适用于靖边县。", "scope"),
        clause(
            "2",
            "规范性引用文件",
            "",
            "references",
            references=(Cited("GB/T 1.1—2009", "标准化工作导则　第1部分：标准的结构和编写", "gbt-1-1"),),
        ),
        clause("3", "术语和定义", "", "terms", terms=(TERM,)),
        clause(
            "4",
            "要求",
            clauses=(
                clause("4.1", "内容", "公开内容应包括：\n\n- 项目名称；\n- 建设单位。"),
                clause("4.2", "", "公开时限应符合附录A的规定。"),
            ),
        ),
    ),
    annexes=(Annex("table", "A", "公开事项目录", True, "", (), "environment", ""),),
    bibliography=("国办发〔2017〕42号　开展基层政务公开标准化规范化试点工作方案",),
    unconfirmed=(),
)
LONG = (
    "公开事项由各部门逐项梳理，经审核后列入目录。凡是列入目录的事项，应当在规定的时限内通过规定的渠道公开，并接受社会监督。"
    * 12
)
WORKBOOK = Workbook(
    id="environment",
    title="环境保护领域政务公开工作手册",
    subtitle="基层政务公开标准化规范化试点",
    domain="environment",
    volume=2,
    issued=date(2018, 12, 31),
    issuer="",
    parts=(
        Cover(),
        Contents(),
        TextPart("编制说明", f"## 来源\n\n{LONG}\n\n## 用法\n\n{LONG}"),
        Catalog("", "environment"),
        Standards("领域标准", ("items-standard",)),
        Flowcharts("公开流程", ("eia-approval",)),
        Laws("所引依据"),
        Colophon(),
    ),
)
IDENTITY = Identity(
    name="靖边县基层政务公开标准化规范化",
    region=Region("610824", "陕西省榆林市靖边县", "靖边县"),
    as_of=date(2018, 12, 31),
    edition=Edition("pilot-2018", "试点版（参考）", date(2018, 12, 31), "本版是参考版，不是靖边县的档案。"),
    index_scheme="{region}-{domain}-{year}-{serial:4}",
    portal=Portal("靖边县基层政务公开平台", "", "", "", "靖边县人民政府办公室", "", "", ""),
    publisher="靖边县人民政府办公室",
    expected={},
)
DOMAIN = Domain(
    id="environment",
    title="环境保护",
    code="HB",
    level=Level.COUNTY,
    topic=Topic.CONSTRUCTION,
    lead=Named("县环境保护局", BODY),
    standard="items-standard",
    summary="",
    categories=(
        Category("eia", "建设项目环境影响评价", ("eia-acceptance", "eia-draft", "eia-decision")),
        Category("quality", "环境质量与监督", ("air-quality", "water-quality", "complaints")),
    ),
    unconfirmed=(),
)


@pytest.fixture(scope="session")
def project() -> Project:
    """The sample edition."""
    reference = Reference(
        "gbt-1-1",
        "GB/T 1.1—2009",
        "标准化工作导则　第1部分：标准的结构和编写",
        "",
        None,
        None,
        None,
        (),
        False,
        "",
        "",
        (),
    )
    body = Body(BODY, "靖边县环境保护局", ("县环境保护局",), "行政机关", Level.COUNTY, None, None, None, (), "", ())
    return Project(
        identity=IDENTITY,
        bodies={BODY: body},
        laws={entry.id: entry for entry in LAWS},
        references={"gbt-1-1": reference},
        domains={"environment": DOMAIN},
        items={entry.id: entry for entry in ITEMS},
        processes={PROCESS.id: PROCESS},
        documents={DOCUMENT.id: DOCUMENT},
        workbooks={WORKBOOK.id: WORKBOOK},
    )


@pytest.fixture(scope="session")
def templates() -> TemplateSet:
    """The stock templates, and no overrides."""
    root = Path(gkstd.__file__).parent / "templates"
    return TemplateSet(
        {
            path.relative_to(root).as_posix(): path.read_text("utf-8")
            for path in sorted(root.rglob("*"))
            if path.is_file()
        }
    )
