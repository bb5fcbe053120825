"""standards/services/<body>.yaml: service guides, each service with the nine disclosures (九公开).

None of the nine is required here: what is missing is reported for all of them at once (GK530), by the names the field uses.
"""

from typing import Annotated, Literal

from msgspec import Meta

from gkstd.source.records.base import Line, PageSlug, Prose, Record, Slug, Unconfirmed, Word

ServiceKind = Literal[
    "行政许可", "行政确认", "行政给付", "行政奖励", "行政征收", "行政裁决", "其他行政权力", "公共服务"
]
Applicant = Literal["个人", "法人和其他组织"]
Handling = Literal["直办", "代办", "初审", "告知"]


class PlaceRecord(Record, frozen=True, kw_only=True):
    """一个办理地点。不知道的地址、时间、电话写 〔待填：……〕，不编造。"""

    name: Line
    address: Line | None = None
    hours: Annotated[Line | None, Meta(description="办理时间")] = None
    phone: Annotated[Line | None, Meta(description="咨询电话")] = None


class MaterialRecord(Record, frozen=True, kw_only=True):
    """一份申报材料；只有名称的直接写名称。"""

    name: Line
    form: Annotated[
        Literal["原件", "复印件", "原件和复印件", "原件（查验后退还）"] | None, Meta(description="收原件还是复印件")
    ] = None
    copies: Annotated[int, Meta(ge=1, le=20, description="份数")] = 1
    source: Annotated[Line | None, Meta(description="来源：申请人自备、哪个机关出具")] = None
    when: Annotated[Line | None, Meta(description="只在什么情形下要")] = None
    later: Annotated[Line | None, Meta(description="容缺材料：多长时间内补齐")] = None
    blank: Annotated[Slug | None, Meta(description="空白表格（forms）的编号")] = None


class ServiceStepRecord(Record, frozen=True, kw_only=True):
    """办理程序的一个环节。"""

    title: Line
    by: Annotated[Line | None, Meta(description="由谁办：机构或岗位")] = None
    limit: Annotated[Line | None, Meta(description="本环节的时限")] = None
    text: Annotated[Line | None, Meta(description="怎样办")] = None
    unconfirmed: Unconfirmed = ()


class ExcludedRecord(Record, frozen=True, kw_only=True):
    """不计入期限的环节，如公示、专家评审。"""

    title: Line
    limit: Line | None = None
    unconfirmed: Unconfirmed = ()


class FeeRecord(Record, frozen=True, kw_only=True):
    """一项收费。"""

    name: Line
    amount: Annotated[Line, Meta(description="标准，如 每件80元")]
    basis: Annotated[tuple[Line, ...], Meta(description="收费依据")] = ()


class ResultRecord(Record, frozen=True, kw_only=True):
    """一种结果文书；只有名称的直接写名称。"""

    name: Line
    validity: Annotated[Line | None, Meta(description="有效期")] = None
    delivery: Annotated[Line | None, Meta(description="怎样送达")] = None


class ServiceRecord(Record, frozen=True, kw_only=True):
    """一个服务事项。九公开：content、basis、conditions、materials、steps 或 process、promise、fee、result、complaints。"""

    id: PageSlug
    title: Line
    want: Annotated[Line | None, Meta(description="群众的说法，接在“我要”后面，如 申请低保")] = None
    theme: Annotated[Line | None, Meta(description="归在哪一类事下，如 生活困难")] = None
    kind: Annotated[ServiceKind, Meta(description="事项类型")]
    handling: Annotated[Handling | None, Meta(description="村（社区）的办理方式")] = None
    applicants: Annotated[tuple[Applicant, ...], Meta(min_length=1, description="服务对象")] = ("个人",)
    content: Annotated[Prose | None, Meta(description="服务内容")] = None
    basis: Annotated[tuple[Line, ...], Meta(description="审批依据")] = ()
    conditions: Annotated[tuple[Line, ...], Meta(description="申报条件，逐条写；没有条件的写 无")] = ()
    materials: Annotated[tuple[Line | MaterialRecord, ...], Meta(description="申报材料；不要材料的写 无")] = ()
    steps: Annotated[tuple[ServiceStepRecord, ...], Meta(description="办理程序")] = ()
    process: Annotated[Slug | None, Meta(description="公开流程的编号：办理程序附它的流程图")] = None
    statutory: Annotated[Line | None, Meta(description="法定期限，如 20个工作日")] = None
    promise: Annotated[
        Line | None, Meta(description="承诺期限，如 10个工作日、当场；县里还没定的写 〔待填：承诺期限〕")
    ] = None
    excluded: Annotated[tuple[ExcludedRecord, ...], Meta(description="不计入期限的环节")] = ()
    fee: Annotated[Word | tuple[FeeRecord, ...] | None, Meta(description="不收费，或收费项目的列表")] = None
    result: Annotated[tuple[Line | ResultRecord, ...], Meta(description="受理结果：结果文书")] = ()
    complaints: Annotated[tuple[Line, ...], Meta(description="投诉渠道；不写则用本指南的")] = ()
    appeal: Annotated[tuple[Line, ...], Meta(description="对结果不服时的救济途径；不写则用本指南的")] = ()
    places: Annotated[tuple[PlaceRecord, ...], Meta(description="办理地点；不写则用本指南的")] = ()
    visits: Annotated[int, Meta(ge=0, le=20, description="要到现场几次")] | None = None
    items: Annotated[tuple[Slug, ...], Meta(description="有关的公开事项编号")] = ()
    note: Prose | None = None
    unconfirmed: Unconfirmed = ()


class ServicesFile(Record, frozen=True, kw_only=True):
    """standards/services/<body>.yaml：一个机构的服务指南。"""

    id: Slug
    title: Line
    body: Annotated[Word | tuple[Line, ...], Meta(description="办理机关：名录中的名称或别名")]
    domain: Slug | None = None
    summary: Prose | None = None
    places: Annotated[tuple[PlaceRecord, ...], Meta(description="办理地点，各事项共用")] = ()
    complaints: Annotated[tuple[Line, ...], Meta(description="投诉渠道，各事项共用")] = ()
    appeal: Annotated[tuple[Line, ...], Meta(description="救济途径，各事项共用")] = ()
    services: Annotated[tuple[ServiceRecord, ...], Meta(min_length=1)]
    unconfirmed: Unconfirmed = ()
