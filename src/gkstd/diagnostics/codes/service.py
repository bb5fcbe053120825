"""GK53x: service guides and their nine disclosures."""

from gkstd.diagnostics.diagnostic import Code, Severity, Text

DISCLOSURE_MISSING = Code(
    "GK530",
    "disclosure-missing",
    Severity.ERROR,
    Text("“{title}”的九公开缺 {count} 项：{missing}", "`{title}` lacks {count} of the nine disclosures: {missing}"),
)
SERVICE_PROMISE = Code(
    "GK531",
    "service-promise-above-statutory",
    Severity.ERROR,
    Text(
        "承诺期限“{promise}”比法定期限“{statutory}”长",
        "the promise `{promise}` is longer than the statutory term `{statutory}`",
    ),
)
STAGES_EXCEED = Code(
    "GK532",
    "stages-exceed-promise",
    Severity.WARNING,
    Text(
        "各环节时限相加 {total}，超过承诺期限 {promise}",
        "the stages take {total} together, more than the promise of {promise}",
    ),
)
FEE_UNFOUNDED = Code(
    "GK533", "fee-without-basis", Severity.ERROR, Text("收费“{fee}”没有写依据", "the fee `{fee}` has no basis")
)
VAGUE_MATERIAL = Code(
    "GK534",
    "vague-material",
    Severity.WARNING,
    Text(
        "申报材料“{material}”说不清是什么（“{word}”）",
        "the material `{material}` does not say what is wanted (`{word}`)",
    ),
)
OTHER_PROMISE = Code(
    "GK535",
    "promise-differs-from-process",
    Severity.WARNING,
    Text(
        "这里的{which_zh}是“{here}”，流程“{process}”写的是“{there}”",
        "the {which_en} is `{here}` here and `{there}` in the process `{process}`",
    ),
)
