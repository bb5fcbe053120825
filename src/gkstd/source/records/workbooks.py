"""standards/workbooks/<id>.yaml: what a handbook is made of, in order."""

from typing import Annotated

from msgspec import Meta

from gkstd.source.records.base import Day, Line, Prose, Record, Slug


class Part(Record, tag_field="kind", frozen=True, kw_only=True):
    """手册的一个部分。"""


class CoverPart(Part, tag="cover", frozen=True, kw_only=True):
    """封面。"""


class ContentsPart(Part, tag="contents", frozen=True, kw_only=True):
    """目录（带实际页码）。"""


class TextPart(Part, tag="text", frozen=True, kw_only=True):
    """一章文字。"""

    title: Line
    text: Prose


class CatalogPart(Part, tag="catalog", frozen=True, kw_only=True):
    """一个领域的公开事项目录表（官方格式，横排）。"""

    domain: Slug
    title: Line | None = None


class StandardsPart(Part, tag="standards", frozen=True, kw_only=True):
    """标准全文。"""

    title: Line = "标准"
    ids: tuple[Slug, ...]


class FlowchartsPart(Part, tag="flowcharts", frozen=True, kw_only=True):
    """流程图。"""

    title: Line = "公开流程"
    ids: tuple[Slug, ...]


class LawsPart(Part, tag="laws", frozen=True, kw_only=True):
    """附录：手册所引的依据，由内容自动汇总。"""

    title: Line = "所引依据"


class ColophonPart(Part, tag="colophon", frozen=True, kw_only=True):
    """版本页。"""


AnyPart = CoverPart | ContentsPart | TextPart | CatalogPart | StandardsPart | FlowchartsPart | LawsPart | ColophonPart


class WorkbookFile(Record, frozen=True, kw_only=True):
    """standards/workbooks/<id>.yaml：一本工作手册。"""

    id: Slug
    title: Line
    subtitle: Line | None = None
    domain: Slug | None = None
    volume: Annotated[int, Meta(ge=1, le=99, description="分册号")] | None = None
    issued: Day | None = None
    issuer: Line | None = None
    parts: Annotated[tuple[AnyPart, ...], Meta(min_length=1)]
