"""GK0xx: the file cannot be read as the YAML that gkstd accepts."""

from gkstd.diagnostics.diagnostic import Code, Severity, Text

ERROR = Severity.ERROR

SYNTAX = Code(
    "GK001", "yaml-syntax", ERROR, Text("这里不是有效的 YAML：{problem_zh}", "not valid YAML here: {problem_en}")
)
DUPLICATE_KEY = Code(
    "GK002",
    "duplicate-key",
    ERROR,
    Text("键“{key}”在同一层出现了两次", "the key `{key}` is given twice in the same place"),
)
TAG = Code("GK003", "yaml-tag", ERROR, Text("不接受 YAML 标签“{tag}”", "YAML tags are not accepted: `{tag}`"))
ALIAS = Code(
    "GK004",
    "yaml-alias",
    ERROR,
    Text("不接受 YAML 锚点、别名和合并键：“{name}”", "YAML anchors, aliases and merge keys are not accepted: `{name}`"),
)
TOO_LARGE = Code(
    "GK005",
    "too-large",
    ERROR,
    Text("超出上限：{what_zh}不得超过 {limit}", "beyond the limit: {what_en} may be at most {limit}"),
)
NOT_UTF8 = Code(
    "GK006",
    "not-utf8",
    ERROR,
    Text("文件不是 UTF-8 编码（从第 {line} 行起读不出来）", "the file is not UTF-8 (from line {line} on)"),
)
CONTROL = Code(
    "GK007",
    "control-character",
    ERROR,
    Text("含有不可见的控制字符 {char}", "contains the invisible control character {char}"),
)
NOT_MAPPING = Code(
    "GK008",
    "not-a-mapping",
    ERROR,
    Text(
        "文件的顶层应当是“键: 值”的形式，这里是{found_zh}",
        "the top of the file must be `key: value` pairs, but it is {found_en}",
    ),
)
SEVERAL_DOCUMENTS = Code(
    "GK009", "several-documents", ERROR, Text("一个文件里只能有一份 YAML 文档", "a file holds one YAML document only")
)
KEY_NOT_TEXT = Code(
    "GK010",
    "key-not-text",
    ERROR,
    Text("键必须是一个词，不能是列表、映射或空值", "a key must be a word, not a list, a mapping or nothing"),
)
NOT_NFC = Code(
    "GK011",
    "not-nfc",
    Severity.WARNING,
    Text(
        "“{text}”不是 Unicode 标准组合形式（NFC），检索和排序会出错",
        "`{text}` is not in Unicode normal form C; searching and sorting will miss it",
    ),
)
