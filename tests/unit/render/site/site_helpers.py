"""The site as a browser's parser reads it, and a page as a job."""

import re
from collections.abc import Callable, Mapping
from datetime import date
from html.parser import HTMLParser
from importlib.resources import files
from io import BytesIO
from typing import Any

import msgspec
import pikepdf
from msgspec.structs import fields, replace

from gkstd.model.item import Basis, Change, Named
from gkstd.model.project import Project, Task
from gkstd.model.register import Synonym
from gkstd.model.service import Fee, Guide, Material, Place, Result, Service, Stage, Term
from gkstd.model.table import Cell, Column, Figure, Table
from gkstd.model.values.citation import Citation
from gkstd.model.values.level import Level
from gkstd.model.values.limit import parse_duration
from gkstd.render.base import Artifact, Job, Output, Target
from gkstd.render.data import renderer as data_renderer
from gkstd.render.data.beside import PageData
from gkstd.render.site.beside import stem
from gkstd.render.site.page import Page as SitePage
from gkstd.render.site.pages import pages
from gkstd.render.templates import TemplateSet

VOID = {"meta", "link", "img", "br", "hr", "col", "input", "source", "wbr"}
Site = dict[str, bytes]
Build = Callable[[Project], Site]


class Parsed(HTMLParser):
    """Tags with attributes, text, and whether every element is closed in its turn."""

    def __init__(self, html: str) -> None:
        super().__init__(convert_charrefs=True)
        self.tags: list[tuple[str, dict[str, str]]] = []
        self.pieces: list[str] = []
        self.open: list[str] = []
        self.broken: list[str] = []
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, {name: value or "" for name, value in attrs}))
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        if not self.open or self.open.pop() != tag:
            self.broken.append(tag)

    def handle_data(self, data: str) -> None:
        if data.strip():
            self.pieces.append(data.strip())

    @property
    def text(self) -> str:
        return "\n".join(self.pieces)

    def all(self, *tags: str) -> list[dict[str, str]]:
        return [attrs for tag, attrs in self.tags if tag in tags]

    @property
    def metas(self) -> dict[str, str]:
        return {attrs["name"]: attrs["content"] for attrs in self.all("meta") if "name" in attrs}

    @property
    def ids(self) -> list[str]:
        return [attrs["id"] for _, attrs in self.tags if "id" in attrs]

    @property
    def title(self) -> str:
        return self.pieces[0]


def job(page: SitePage) -> Job:
    return Job(Target(f"site/{page.path}", "site", page, page.needs), tuple([needed(need) for need in page.needs]))


def needed(name: str) -> Artifact:
    """What another target gave: a handbook of two pages, or a chart."""
    if name.endswith(".pdf"):
        return Artifact(name, (Output(name, PDF), Output(name.replace(".pdf", "-booklet.pdf"), b"not this one")))
    return Artifact(name, (Output(f"{name}.svg", CHART), Output(f"{name}.png", b"png")))


CHART = b'<svg><view id="critical-path"/></svg>'


def _pdf() -> bytes:
    out = BytesIO()
    with pikepdf.new() as pdf:
        pdf.add_blank_page()
        pdf.add_blank_page()
        pdf.save(out, deterministic_id=True)
    return out.getvalue()


PDF = _pdf()


def data_beside(project: Project, pages: list[SitePage]) -> Site:
    """The open data of the pages."""
    data = PageData(project)
    shown = [data.files(stem(page.path), page.items) for page in pages if page.items]
    offered = [data.services(stem(page.path), page.services) for page in pages if page.services]
    made = data_renderer.render([Job(Target(file.stem, "data", file)) for file in (*shown, *offered)], TemplateSet({}))
    return {o.path: o.data for artifact in made for o in artifact.outputs}


def _column(id: str, title: str, kind: str = "text", unit: str = "", *, total: bool = False) -> Column:
    return Column(id, title, kind, unit, 10, total)


RULES = Table(
    "rules", "公开制度", "", "共两项。", "编制单位整理", "",
    (_column("title", "制度"), _column("by", "制定单位", "body"), _column("law", "上位依据", "law"), _column("on", "印发", "date"),
     _column("pages", "页数", "integer", "页", total=True)),
    (
        (Cell("甲制度"), Cell("县环保局", "county-environment-bureau"), Cell("《条例》", "disclosure-regulation"), Cell("2018-06"), Cell("12")),
        (Cell("乙制度"), Cell("某单位"), Cell(""), Cell(""), Cell("30")),
    ),
    "以正式文本为准。", ("rows",),
)  # fmt: skip
FIGURE = Figure("answers", "有效问卷", "3527", "份", True, date(2018, 5, 9), "满意度", "公开报道", "", ("value",))


def with_tables(project: Project) -> Project:
    """With a table that has cells of every kind, and a figure."""
    return replace(project, tables={"rules": RULES}, figures={"answers": FIGURE})


def _service(id: str, **changes: object) -> Service:
    some: dict[str, object] = {
        "id": id, "guide": "environment-services", "title": "环评审批", "want": "办环评", "theme": "工程建设", "kind": "行政许可",
        "handling": "承诺件", "applicants": ("企业", "个人"), "content": "审批建设项目的环境影响评价文件。",
        "basis": (Basis(Citation("中华人民共和国环境影响评价法"), "eia-law"),), "conditions": ("有环评文件", "项目已经立项"),
        "materials": (Material("申请表", "原件", 1, "", "", "", ""), Material("授权书", "复印件", 2, "", "委托他人办理的", "3个工作日内", "")),
        "steps": (), "process": "eia-approval", "statutory": Term("60日", parse_duration("60日")[0]),
        "promise": Term("〔待填：承诺期限〕", None), "excluded": (Stage("公示", "", Term("公示不少于5个工作日", None), ""),), "free": False,
        "fees": (Fee("工本费", "每套10元", ()),), "results": (Result("批复", "1年", "自取"), Result("公告", "", "")),
        "complaints": ("窗口意见簿", "12345热线"), "appeal": ("行政复议",), "places": (Place("窗口", "", "工作日", "〔待填：电话〕"),) * 2,
        "visits": 1, "items": ("eia-acceptance", "eia-decision"), "note": "以**批复**为准。", "unconfirmed": ("promise",),
    }  # fmt: skip
    return Service(**{**some, **changes})  # type: ignore[arg-type]


SERVICES = (
    _service("eia-permit"),
    _service(
        "eia-advice", title="环评咨询", want="", theme="", applicants=("个人",), process="", conditions=("无",), promise=None,
        steps=(Stage("答复", "窗口", Term("当场", None), "当面解答。"), Stage("回访", "", None, "")), free=True, fees=(), appeal=(),
        results=(Result("答复", "", ""),), visits=0, items=(), note="",
    ),
)  # fmt: skip
GUIDE = Guide(
    "environment-services", "环境保护服务指南", (Named("县环保局", "county-environment-bureau"),), "environment", "共两项。",
    tuple([service.id for service in SERVICES]), ("summary",),
)  # fmt: skip


def with_everything(project: Project) -> Project:
    """With everything a page can show: services, tables, tasks, changes, short forms, and a village."""
    body = replace(project.bodies["county-environment-bureau"], level=Level("村级"))
    item = replace(project.items["eia-acceptance"], changes=(Change(date(2018, 11, 30), "改了公示期"),))
    tasks = (Task("看环评公示", "process", "eia-approval"), Task("举报", "search", "举报"))
    return replace(
        with_tables(project),
        identity=replace(project.identity, portal=replace(project.identity.portal, tasks=tasks)),
        bodies={**project.bodies, body.id: body},
        items={**project.items, item.id: item},
        synonyms={"环境影响评价": Synonym("环境影响评价", ("环评",))},
        guides={GUIDE.id: GUIDE},
        services={service.id: service for service in SERVICES},
    )


KINDS = sorted(
    [
        file.name.removesuffix(".html")
        for file in (files("gkstd") / "templates/site").iterdir()
        if file.name.endswith(".html") and "{% extends " in file.read_text("utf-8")
    ]
)
"""Kinds of pages: each has a template, and each template is a kind."""


def places(project: Project) -> dict[str, str]:
    """The first page of each kind."""
    found: dict[str, str] = {}
    for page in pages(project):
        if page.head:
            found.setdefault(page.template.removeprefix("site/").removesuffix(".html"), page.path)
    return found


KEEP = {
    "id", "index", "domain", "category", "process", "standard", "body", "law", "kind", "lane", "target", "reference", "catalog",
    "drafting", "system", "base", "site_id", "code", "parent", "discloses", "items", "successors", "number", "issued", "letter",
    "written", "mark", "guide", "services", "ids", "entry", "table", "form", "root", "to",
}  # fmt: skip


PLAIN = re.compile(r"[\d-]+")
"""Dates and numbers of tables: nothing else passes where they are read."""


def poison(value: Any, evil: str) -> Any:
    """The value with markup behind every text that is shown."""
    if isinstance(value, msgspec.Struct):
        parts = {field.name: getattr(value, field.name) for field in fields(value)}
        kept = {name for name, part in parts.items() if name in KEEP and not isinstance(part, Mapping)}
        return replace(value, **{name: poison(part, evil) for name, part in parts.items() if name not in kept})
    if isinstance(value, tuple):
        return tuple(poison(entry, evil) for entry in value)
    if isinstance(value, Mapping):
        return {key: poison(entry, evil) for key, entry in value.items()}
    return value + evil if type(value) is str and value and not PLAIN.fullmatch(value) else value
