"""GK4xx: a process that cannot be followed from start to end, or that disagrees with the catalog."""

from gkstd.diagnostics.diagnostic import Code, Severity, Text

ERROR = Severity.ERROR

NO_START = Code("GK401", "no-start", ERROR, Text("流程“{title}”没有开始步骤", "the process `{title}` has no start"))
NO_END = Code("GK402", "no-end", ERROR, Text("流程“{title}”没有结束步骤", "the process `{title}` has no end"))
UNREACHABLE = Code(
    "GK403",
    "unreachable-step",
    ERROR,
    Text("从开始走不到步骤“{step}”", "the step `{step}` cannot be reached from the start"),
)
DECISION_EXITS = Code(
    "GK404",
    "decision-exits",
    ERROR,
    Text(
        "判断“{step}”需要至少两个写明条件的出口，现在有 {count} 个",
        "the decision `{step}` needs at least two labelled exits; it has {count}",
    ),
)
DEAD_END = Code(
    "GK405", "no-way-out", ERROR, Text("从步骤“{step}”走不到结束", "no end can be reached from the step `{step}`")
)
UNKNOWN_LANE = Code(
    "GK406",
    "unknown-lane",
    ERROR,
    Text(
        "步骤“{step}”的泳道“{lane}”没有在 lanes 里列出",
        "the lane `{lane}` of the step `{step}` is not listed in `lanes`",
    ),
)
SEVERAL_STARTS = Code(
    "GK407",
    "several-starts",
    ERROR,
    Text("流程“{title}”有 {count} 个开始步骤", "the process `{title}` has {count} starts"),
)
STEP_EXITS = Code(
    "GK408",
    "step-exits",
    ERROR,
    Text("步骤“{step}”的出口不对：{why_zh}", "the exits of the step `{step}` are wrong: {why_en}"),
)
UNKNOWN_STEP = Code(
    "GK409", "unknown-step", ERROR, Text("流程里没有步骤“{target}”", "the process has no step `{target}`")
)
EMPTY_LANE = Code(
    "GK410", "empty-lane", Severity.WARNING, Text("泳道“{lane}”里没有步骤", "the lane `{lane}` holds no step")
)
SAME_TITLE = Code(
    "GK411",
    "same-step-title",
    Severity.WARNING,
    Text("流程里有两个步骤都叫“{step}”", "two steps of the process are called `{step}`"),
)
NEVER_DISCLOSED = Code(
    "GK412",
    "item-without-step",
    Severity.WARNING,
    Text(
        "事项“{item}”写明按流程“{process}”公开，流程里却没有一步公开它",
        "the item `{item}` names the process `{process}`, but no step there discloses it",
    ),
)
OTHER_PROCESS = Code(
    "GK413",
    "item-of-other-process",
    Severity.WARNING,
    Text(
        "步骤“{step}”公开的事项“{item}”写明属于另一个流程“{process}”",
        "the step `{step}` discloses `{item}`, an item that names another process, `{process}`",
    ),
)
STEPS_EXCEED = Code(
    "GK420",
    "steps-exceed-term",
    Severity.WARNING,
    Text(
        "步骤时限相加最长 {total}，超过{which_zh} {term}",
        "the limits of the steps add up to {total}, more than the {which_en} {term}",
    ),
)
PROMISE_EXCEEDS = Code(
    "GK421",
    "promise-above-statutory",
    Severity.WARNING,
    Text(
        "承诺期限 {promise} 比法定期限 {statutory} 还长",
        "the promise {promise} is longer than the statutory term {statutory}",
    ),
)
NO_BASIS = Code(
    "GK422",
    "limit-without-basis",
    Severity.NOTE,
    Text("步骤“{step}”写了时限“{limit}”，没有写依据", "the step `{step}` has the limit `{limit}` but no basis"),
)
NOT_EXHAUSTIVE = Code(
    "GK423",
    "decision-not-exhaustive",
    Severity.WARNING,
    Text(
        "判断“{step}”写了“{label}”的出口，没有写“{missing}”的出口",
        "the decision `{step}` has an exit for `{label}` but none for `{missing}`",
    ),
)
CHART_TOO_LARGE = Code(
    "GK424",
    "chart-too-large",
    Severity.NOTE,
    Text(
        "流程图在 A4 纸上最小的字只有 {size} pt，不到 7 pt",
        "on A4 the smallest letters of the chart come out at {size} pt, below 7 pt",
    ),
)
TEXT_TOO_LONG = Code(
    "GK426",
    "text-too-long-for-chart",
    Severity.WARNING,
    Text(
        "“{text}”有 {count} 个字，流程图上只放得下 {most} 个",
        "`{text}` has {count} characters; the chart has room for {most}",
    ),
)
SINCE_LATER = Code(
    "GK425",
    "since-not-before",
    ERROR,
    Text(
        "步骤“{step}”的时限自“{since}”起算，可是从那一步走不到这一步",
        "the limit of the step `{step}` runs from `{since}`, which does not lead here",
    ),
)
