"""GK3xx: the values of items: limits, bases, channels, and whether they hold at the date asked about."""

from gkstd.diagnostics.diagnostic import Code, Severity, Text

ERROR, WARNING, NOTE = Severity.ERROR, Severity.WARNING, Severity.NOTE

LIMIT = Code(
    "GK301",
    "limit-not-understood",
    ERROR,
    Text("看不懂这个时限：“{found}”", "this time limit is not understood: `{found}`"),
)
CITATION = Code(
    "GK302",
    "citation-not-understood",
    ERROR,
    Text("看不懂这条依据：“{found}”", "this citation is not understood: `{found}`"),
)
NUMBER = Code(
    "GK303",
    "number-not-understood",
    ERROR,
    Text("看不懂这个文号或标准号：“{found}”", "this document or standard number is not understood: `{found}`"),
)
CHANNEL = Code(
    "GK304",
    "channel-unknown",
    ERROR,
    Text("“{found}”不在 13 种公开渠道之内", "`{found}` is not one of the 13 channels"),
)
AUDIENCE = Code(
    "GK306",
    "audience-not-understood",
    ERROR,
    Text("看不懂这个公开对象：“{found}”", "this audience is not understood: `{found}`"),
)
VOCABULARY = Code(
    "GK305",
    "vocabulary",
    ERROR,
    Text("“{field}”不能写“{found}”，只能是：{known}", "`{field}` cannot be `{found}`; it is one of: {known}"),
)
SEVERAL = Code(
    "GK307",
    "several-in-one",
    WARNING,
    Text("“{found}”像是几项写成了一项", "`{found}` looks like several entries written as one"),
)
NOT_IN_FORCE = Code(
    "GK310",
    "law-not-in-force",
    ERROR,
    Text("{law}{state_zh}，在 {date} 不能作为依据", "{law} {state_en} and is no basis on {date}"),
)
REVISED = Code(
    "GK311",
    "law-revised",
    WARNING,
    Text(
        "{law}在 {since} 之后{how_zh}，{revised} 起施行，所引条款需要核对",
        "{law} has been {how_en} since {since}, in force from {revised}; check the cited articles",
    ),
)
SUPERSEDED = Code(
    "GK312",
    "standard-superseded",
    WARNING,
    Text("{number} {state_zh}，在 {date} 不宜再引用", "{number} {state_en} and should not be cited on {date}"),
)
BODY_ENDED = Code(
    "GK313",
    "body-ended",
    WARNING,
    Text(
        "“{name}”已于 {ended} 撤销或更名，在 {date} 不再使用这个名称",
        "`{name}` was dissolved or renamed on {ended}; the name is out of use on {date}",
    ),
)
STALE_NAME = Code(
    "GK314",
    "stale-name-in-text",
    WARNING,
    Text(
        "文字里写到的{name}已于 {state_zh}，在 {date} 要改写",
        "the text names {name}, which {state_en}; reword it for {date}",
    ),
)
ABOVE_CEILING = Code(
    "GK320",
    "limit-above-ceiling",
    ERROR,
    Text(
        "公开时限“{limit}”超过了法定上限“{ceiling}”（{basis}）",
        "the limit `{limit}` is longer than the law allows: `{ceiling}` ({basis})",
    ),
)
NO_PUBLIC_CHANNEL = Code(
    "GK321",
    "no-public-channel",
    ERROR,
    Text(
        "“{title}”是主动公开事项，却没有一个公众看得到的渠道",
        "`{title}` is disclosed actively but has no channel that the public can see",
    ),
)
OPEN_ON_REQUEST = Code(
    "GK322",
    "request-for-everybody",
    WARNING,
    Text(
        "“{title}”是依申请公开事项，公开对象却写“全社会”",
        "`{title}` is disclosed on request, yet its audience is everybody",
    ),
)
