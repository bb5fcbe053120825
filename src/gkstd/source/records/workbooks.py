"""standards/workbooks/<id>.yaml: what a handbook is made of, in order."""

from typing import Annotated, Literal

from msgspec import Meta

from gkstd.source.records.base import Day, Line, Prose, Record, Slug


class Part(Record, tag_field="kind", frozen=True, kw_only=True):
    """手册的一个部分。"""


class CoverPart(Part, tag="cover", frozen=True, kw_only=True):
    """封面。"""


class HalfTitlePart(Part, tag="half-title", frozen=True, kw_only=True):
    """扉页。"""


class RevisionPart(Part, tag="revision", frozen=True, kw_only=True):
    """修订说明：与 gkstd.yaml 里写明的上一版对照，自动生成；没有上一版的，说明首次发布。"""


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


class ServicesPart(Part, tag="services", frozen=True, kw_only=True):
    """服务指南（standards/services/）。"""

    title: Line = "服务指南"
    ids: tuple[Slug, ...]


class TablesPart(Part, tag="tables", frozen=True, kw_only=True):
    """表（standards/tables/）。"""

    title: Line
    text: Prose | None = None
    ids: tuple[Slug, ...]


class FormsPart(Part, tag="forms", frozen=True, kw_only=True):
    """空白表格（standards/forms/）。"""

    title: Line = "工作表格"
    ids: tuple[Slug, ...]


class FiguresPart(Part, tag="figures", frozen=True, kw_only=True):
    """有出处的数字（standards/registers/figures.yaml）；不写 ids 则全部列出。"""

    title: Line = "数字"
    text: Prose | None = None
    ids: tuple[Slug, ...] = ()


class RegisterPart(Part, tag="register", frozen=True, kw_only=True):
    """由数据算出的名录：domains 领域与事项数、standards 标准明细表、processes 流程、bodies 机构、centre 进驻单位。"""

    title: Line
    text: Prose | None = None
    of: Literal["domains", "standards", "processes", "bodies", "centre"]


class SystemPart(Part, tag="system", frozen=True, kw_only=True):
    """标准体系：结构图、明细表、统计表，由数据算出（gkstd.yaml 的 system）。"""

    title: Line = "标准体系"
    text: Prose | None = None


class LawsPart(Part, tag="laws", frozen=True, kw_only=True):
    """附录：手册所引的依据，由内容自动汇总。"""

    title: Line = "所引依据"


class GlossaryPart(Part, tag="glossary", frozen=True, kw_only=True):
    """附录：手册所收标准的术语，由内容自动汇总。"""

    title: Line = "术语"


class IndexPart(Part, tag="index", frozen=True, kw_only=True):
    """索引：手册里的公开事项，按索引号和公开主体排列，带实际页码。"""

    title: Line = "索引"


class ColophonPart(Part, tag="colophon", frozen=True, kw_only=True):
    """版本页。"""


AnyPart = (
    CoverPart
    | HalfTitlePart
    | ContentsPart
    | RevisionPart
    | TextPart
    | CatalogPart
    | StandardsPart
    | FlowchartsPart
    | ServicesPart
    | TablesPart
    | FormsPart
    | FiguresPart
    | RegisterPart
    | SystemPart
    | LawsPart
    | GlossaryPart
    | IndexPart
    | ColophonPart
)


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
