"""standards/registers/: bodies, laws, references. What everything else refers to by printed name, alias or id."""

from typing import Annotated, Literal

from msgspec import Meta

from gkstd.source.records.base import Day, Line, PageSlug, Prose, Record, Slug, Unconfirmed

BodyKind = Literal[
    "行政机关", "权力机关", "司法机关", "党的机关", "人民团体", "事业单位", "群众性自治组织", "企业", "参与方", "统称"
]
LawKind = Literal["法律", "行政法规", "监察法规", "地方性法规", "部门规章", "地方政府规章", "党内法规", "规范性文件"]


class BodyRecord(Record, frozen=True, kw_only=True):
    """公开主体：机构，或流程中的参与方（申请人、专家组），或一类机构的统称（各预算部门）。"""

    id: PageSlug
    name: Line
    aliases: tuple[Line, ...] = ()
    kind: BodyKind = "行政机关"
    level: str = "县级"
    parent: Slug | None = None
    since: Day | None = None
    until: Annotated[Day | None, Meta(description="撤销或更名之日；这一天起不再使用此名称")] = None
    successors: Annotated[tuple[Slug, ...], Meta(description="职责由谁承接")] = ()
    centre: Annotated[bool, Meta(description="是否进驻县政务服务中心")] = False
    note: Prose | None = None
    unconfirmed: Unconfirmed = ()


class RevisionRecord(Record, frozen=True, kw_only=True):
    """一次修订（重新公布全文）或修正（修改部分条款）。"""

    kind: Literal["修订", "修正"] = "修正"
    issued: Day
    effective: Day | None = None
    number: Line | None = None


class CeilingRecord(Record, frozen=True, kw_only=True):
    """法律给公开期限定的上限：对哪类触发事件，最长多久，哪一条。"""

    trigger: Annotated[tuple[Line, ...], Meta(description="期限起算事件，如 信息形成或者变更")]
    limit: Line
    article: Line


class LawRecord(Record, frozen=True, kw_only=True):
    """公开依据：法律、法规、规章或规范性文件的一个版本。题名相同的新旧两部各写一条。"""

    id: PageSlug
    title: Line
    aliases: tuple[Line, ...] = ()
    kind: LawKind
    issuer: Line
    number: Line | None = None
    issued: (
        Annotated[
            str,
            Meta(
                pattern=r"^[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?$(?!\n)",
                extra={"rule": ("写成 2016、2016-01 或 2016-01-28", "write 2016, 2016-01 or 2016-01-28")},
                description="公布日期；只知道年或月时写 2016 或 2016-01",
            ),
        ]
        | None
    ) = None
    effective: Day | None = None
    repealed: Annotated[Day | None, Meta(description="废止、失效或被代替之日")] = None
    successors: tuple[Slug, ...] = ()
    revisions: tuple[RevisionRecord, ...] = ()
    ceilings: tuple[CeilingRecord, ...] = ()
    note: Prose | None = None
    unconfirmed: Unconfirmed = ()


class ReferenceRecord(Record, frozen=True, kw_only=True):
    """国家、行业或地方标准的一个版本。"""

    id: Slug
    number: Line
    title: Line
    title_en: Line | None = None
    issued: Day | None = None
    effective: Day | None = None
    withdrawn: Annotated[Day | None, Meta(description="废止或被代替之日")] = None
    successors: tuple[Slug, ...] = ()
    adopted: Annotated[bool, Meta(description="是否为本项目标准体系采用的国家标准")] = False
    system: Annotated[Line | None, Meta(description="在标准体系中的分支")] = None
    note: Prose | None = None
    unconfirmed: Unconfirmed = ()


class SynonymRecord(Record, frozen=True, kw_only=True):
    """门户搜索用的简称：查简称也找到全称，查全称也找到简称。机构和法律的简称写在各自的 aliases 里。"""

    term: Line
    short: Annotated[tuple[Line, ...], Meta(min_length=1, description="简称、俗称，如 环评")]


class BodiesFile(Record, frozen=True, kw_only=True):
    """standards/registers/bodies.yaml"""

    bodies: tuple[BodyRecord, ...]


class LawsFile(Record, frozen=True, kw_only=True):
    """standards/registers/laws.yaml"""

    laws: tuple[LawRecord, ...]


class ReferencesFile(Record, frozen=True, kw_only=True):
    """standards/registers/references.yaml"""

    references: tuple[ReferenceRecord, ...]


class SynonymsFile(Record, frozen=True, kw_only=True):
    """standards/registers/synonyms.yaml"""

    synonyms: tuple[SynonymRecord, ...]
