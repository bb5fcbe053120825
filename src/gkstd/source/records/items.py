"""standards/items/<domain>.yaml: 领域 → 一级事项 → 二级事项, the rows of the official catalog."""

from typing import Annotated

from msgspec import Meta

from gkstd.source.records.base import Day, Line, PageSlug, Prose, Record, Slug, Unconfirmed, Word


class ElementRecord(Record, frozen=True, kw_only=True):
    """公开内容（要素）的一项；`optional` 即官方表中的 〇。"""

    text: Line
    optional: bool = False


class ChannelsRecord(Record, frozen=True, kw_only=True):
    """分必选和可选时的公开渠道；不分时直接写列表。"""

    required: tuple[Line, ...] = ()
    optional: tuple[Line, ...] = ()


class ChangeRecord(Record, frozen=True, kw_only=True):
    """变更记录的一条：哪一天，改了什么。"""

    date: Day
    text: Line


class ItemRecord(Record, frozen=True, kw_only=True):
    """二级事项：公开事项，目录表的一行。"""

    id: Slug
    title: Line
    parent: Annotated[Line | None, Meta(description="本行是三级事项时，所属二级事项的名称")] = None
    index: Annotated[Line, Meta(description="索引号；按项目规则编，永不重用")]
    published: Annotated[Day | None, Meta(description="在门户首次公开的日期")] = None
    content: Annotated[tuple[Line | ElementRecord, ...], Meta(min_length=1, description="公开内容（要素）")]
    basis: Annotated[
        tuple[Line, ...], Meta(min_length=1, description="公开依据，如 《中华人民共和国城乡规划法》第二十六条")
    ]
    limit: Annotated[Line, Meta(description="公开时限，如 自信息形成或者变更之日起20个工作日内")]
    body: Annotated[Word | tuple[Line, ...], Meta(description="公开主体：名录中的名称或别名")]
    channels: Annotated[tuple[Line, ...] | ChannelsRecord, Meta(description="公开渠道和载体")]
    audience: Annotated[Line, Meta(description="公开对象：全社会，或 特定群体：……")] = "全社会"
    method: Annotated[Line, Meta(description="公开方式：主动公开 或 依申请公开")] = "主动公开"
    levels: Annotated[tuple[Line, ...], Meta(min_length=1, description="公开层级")] = ("县级",)
    stage: Annotated[Line | None, Meta(description="五公开：决策公开、执行公开、管理公开、服务公开、结果公开")] = None
    process: Annotated[Slug | None, Meta(description="公开流程的编号")] = None
    standard: Annotated[Slug | None, Meta(description="所依标准（documents）的编号")] = None
    note: Prose | None = None
    changes: Annotated[
        tuple[ChangeRecord, ...], Meta(description="变更记录，公开后改了什么；门户的事项页和订阅列出")
    ] = ()
    unconfirmed: Unconfirmed = ()


class CategoryRecord(Record, frozen=True, kw_only=True):
    """一级事项。"""

    id: Slug
    title: Line
    items: Annotated[tuple[ItemRecord, ...], Meta(min_length=1)]


class DomainFile(Record, frozen=True, kw_only=True):
    """standards/items/<domain>.yaml：一个领域（或一个镇街、村社）的公开事项目录。"""

    domain: PageSlug
    title: Line
    code: Annotated[
        str,
        Meta(
            pattern=r"^[A-Z]{2,4}$(?!\n)",
            extra={"rule": ("领域代码是 2～4 个大写字母", "a domain code is 2 to 4 capital letters")},
            description="领域代码，用于索引号",
        ),
    ]
    level: Annotated[Line, Meta(description="目录属于哪一级：县级、乡级、村级")] = "县级"
    topic: Annotated[Line | None, Meta(description="主题分类")] = None
    lead: Annotated[Line | None, Meta(description="牵头单位")] = None
    standard: Annotated[Slug | None, Meta(description="本领域公开事项标准；事项未另写 standard 时用它")] = None
    summary: Prose | None = None
    categories: Annotated[tuple[CategoryRecord, ...], Meta(min_length=1)]
    unconfirmed: Unconfirmed = ()
