"""The site as a browser's parser reads it, and a page as a job."""

from collections.abc import Callable, Mapping
from datetime import date
from html.parser import HTMLParser
from io import BytesIO
from typing import Any

import msgspec
import pikepdf
from msgspec.structs import fields, replace

from gkstd.model.project import Project
from gkstd.model.table import Cell, Column, Figure, Table
from gkstd.render.base import Artifact, Job, Output, Target
from gkstd.render.data import renderer as data_renderer
from gkstd.render.data.beside import PageData
from gkstd.render.site.beside import stem
from gkstd.render.site.page import Page as SitePage
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
    files = [data.files(stem(page.path), page.items) for page in pages if page.items]
    made = data_renderer.render([Job(Target(file.stem, "data", file)) for file in files], TemplateSet({}))
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


KEEP = {
    "id", "index", "domain", "category", "process", "standard", "body", "law", "kind", "lane", "target", "reference", "catalog",
    "drafting", "system", "base", "site_id", "code", "parent", "discloses", "items", "successors", "number", "issued", "letter",
    "written", "mark", "guide", "services", "ids", "entry", "table", "form", "root", "to",
}  # fmt: skip


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
    return value + evil if type(value) is str and value else value
