"""gkstd.yaml: name, region, dates, index-number scheme, portal identity."""

from typing import Annotated, Literal

from msgspec import Meta, field

from gkstd.source.records.base import Day, Line, Prose, Record, Slug


class RegionRecord(Record, frozen=True, kw_only=True):
    """行政区划。"""

    code: Annotated[
        str,
        Meta(pattern=r"^[0-9]{6}$(?!\n)", extra={"rule": ("六位数字", "six digits")}, description="GB/T 2260 六位代码"),
    ]
    name: Line
    short: Line | None = None


class PreviousRecord(Record, frozen=True, kw_only=True):
    """上一版：手册的修订说明与它对照。"""

    title: Annotated[Line, Meta(description="上一版的名称，印在修订说明里")]
    revision: Annotated[
        str,
        Meta(
            pattern=r"^[0-9A-Za-z][0-9A-Za-z._/-]*$(?!\n)",
            extra={"rule": ("git 的提交号或标签", "a commit or tag of git")},
            description="上一版源文件的 git 提交号或标签",
        ),
    ]


class EditionRecord(Record, frozen=True, kw_only=True):
    """版次。"""

    id: Slug
    title: Line
    date: Day
    notice: Annotated[Prose | None, Meta(description="印在版本页和网站页脚上的说明")] = None
    previous: Annotated[PreviousRecord | None, Meta(description="上一版；首次发布的不写")] = None


class IndexRecord(Record, frozen=True, kw_only=True):
    """索引号规则。"""

    scheme: Annotated[Line, Meta(description="如 {region}-{domain}-{year}-{serial:4}")] = (
        "{region}-{domain}-{year}-{serial:4}"
    )


class TaskRecord(Record, frozen=True, kw_only=True):
    """首页“我想”的一条：用群众的话说，再写打开哪一页。"""

    say: Annotated[Line, Meta(description="如 了解房屋征收怎么补偿；接在“我想”后面读得通")]
    open: Annotated[
        Literal["item", "domain", "process", "service", "document", "body", "search"],
        Meta(description="打开什么：事项、领域、流程、办事服务、标准、公开主体的页，或搜索一个词"),
    ]
    id: Annotated[Line, Meta(description="它的编号；open 为 search 时是要搜索的词")]


class PortalRecord(Record, frozen=True, kw_only=True):
    """门户身份；不知道的不写。"""

    name: Line
    base: (
        Annotated[
            str,
            Meta(
                pattern=r"^https?://[^\s/?#@:\[\]\\%<>\"']+(:[0-9]{1,5})?/((?!\.{1,2}/)([^\s/?#\[\]\\<>\"'%]|%[0-9A-Fa-f]{2})+/)*$(?!\n)",
                extra={
                    "rule": (
                        "网址要以 http:// 或 https:// 开头，写明主机，以 / 结尾，不带用户名、问号和井号",
                        "an address begins with http:// or https:// and a host, ends with /, and has no user, `?` or `#`",
                    )
                },
                description="发布后的网址，以 / 结尾",
            ),
        ]
        | None
    ) = None
    domain: Line | None = None
    site_id: (
        Annotated[
            str,
            Meta(
                pattern=r"^[a-z0-9]{10}$(?!\n)",
                extra={"rule": ("十位小写字母或数字", "ten lower-case letters or digits")},
                description="政府网站标识码",
            ),
        ]
        | None
    ) = None
    organizer: Line | None = None
    operator: Line | None = None
    icp: Line | None = None
    police: Line | None = None
    tasks: Annotated[tuple[TaskRecord, ...], Meta(max_length=12, description="首页“我想”的各条，按顺序")] = ()


class OrderRecord(Record, frozen=True, kw_only=True):
    """领域和流程按什么次序列出；没有写到的接在后面，按文件名。"""

    domains: tuple[Slug, ...] = ()
    processes: tuple[Slug, ...] = ()


class OutputsRecord(Record, frozen=True, kw_only=True):
    """怎样出版：默认用途和付印要求。"""

    profile: Annotated[Literal["screen", "office", "press"], Meta(description="默认用途：屏幕、办公打印、付印")] = (
        "screen"
    )
    paper: Annotated[int, Meta(ge=30, le=1000, description="付印用纸的厚度（微米），用于算书脊")] = 100
    multiple: Annotated[Literal["4", "8", "16"], Meta(description="付印时一帖的页数")] = "4"


class FontsRecord(Record, frozen=True, kw_only=True):
    """印刷字体：已安装字体的族名；不写就用自由字体。"""

    song: Annotated[Line | None, Meta(description="宋体（正文），如 方正书宋_GBK")] = None
    hei: Annotated[Line | None, Meta(description="黑体（标题）")] = None
    kai: Annotated[Line | None, Meta(description="楷体（三级标题、强调、落款）")] = None
    fang: Annotated[Line | None, Meta(description="仿宋（引用的公文、说明）；没有时用楷体")] = None


class BranchRecord(Record, frozen=True, kw_only=True):
    """标准体系的一个分支。"""

    code: Annotated[Line, Meta(description="体系编号，分支里的标准接着编：TY—01")]
    title: Annotated[Line, Meta(description="标准的 system 写的就是这个名称")]
    branches: "tuple[BranchRecord, ...]" = ()


class SystemRecord(Record, frozen=True, kw_only=True):
    """标准体系：结构图、明细表、统计表按它编排。不写时，标准的 system 各成一个分支。"""

    title: Line
    note: Annotated[Prose | None, Meta(description="编制说明")] = None
    related: Annotated[tuple[Line, ...], Meta(description="与体系相关、不属于体系的文件，图中用虚线相连")] = ()
    branches: tuple[BranchRecord, ...]


class ProjectFile(Record, frozen=True, kw_only=True):
    """gkstd.yaml"""

    name: Line
    region: RegionRecord
    as_of: Annotated[Day, Meta(description="内容以哪一天的法律和机构为准")]
    edition: EditionRecord
    order: OrderRecord = OrderRecord()
    index: IndexRecord = IndexRecord()
    portal: PortalRecord
    outputs: OutputsRecord = OutputsRecord()
    fonts: FontsRecord = FontsRecord()
    publisher: Annotated[Line, Meta(description="手册和标准上印的编制单位")]
    system: SystemRecord | None = None
    expected: Annotated[dict[str, int], Meta(description="应有数：如 domains: 9, items: 130")] = field(
        default_factory=dict
    )
