"""GK1xx: the file is YAML but not in the source language: fields, types, files where none belong."""

from gkstd.diagnostics.diagnostic import Code, Severity, Text

ERROR = Severity.ERROR

UNKNOWN_FIELD = Code(
    "GK101", "unknown-field", ERROR, Text("{owner_zh}没有“{field}”这个字段", "{owner_en} has no field `{field}`")
)
MISSING_FIELD = Code(
    "GK102",
    "missing-field",
    ERROR,
    Text("{owner_zh}缺少必填字段“{field}”", "{owner_en} lacks the required field `{field}`"),
)
WRONG_TYPE = Code(
    "GK103",
    "wrong-type",
    ERROR,
    Text("“{field}”应当是{expected_zh}，这里是{found_zh}", "`{field}` must be {expected_en}, but this is {found_en}"),
)
BAD_VALUE = Code(
    "GK104",
    "bad-value",
    ERROR,
    Text("“{field}”的值“{value}”不符合要求：{rule_zh}", "the value `{value}` of `{field}` is not allowed: {rule_en}"),
)
UNKNOWN_DOUBT = Code(
    "GK105",
    "unknown-doubt",
    ERROR,
    Text("“{field}”不是这里可以标为待核的字段", "`{field}` is no field that can be marked as unconfirmed here"),
)
STRAY_FILE = Code(
    "GK110", "stray-file", ERROR, Text("这里不该有这个文件：{file}", "no file of this name belongs here: {file}")
)
NO_PROJECT = Code("GK111", "no-project-file", ERROR, Text("缺少项目文件 {file}", "the project file {file} is missing"))
UNREADABLE = Code("GK112", "unreadable-file", ERROR, Text("不能读取 {file}：{why_zh}", "cannot read {file}: {why_en}"))
