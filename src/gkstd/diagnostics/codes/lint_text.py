"""GK650 to GK699: the drafting lint, terms, lists, marks and numbers.

Errors are mechanical structure, warnings sure wording, notes what is likely wrong. The clauses of GB/T 1.1 that the rules
come from are in `gkstd explain`; their numbers are from the printed text of 2020 and have not been confirmed.
"""

from gkstd.diagnostics.diagnostic import Code, Severity, Text

ERROR, WARNING, NOTE = Severity.ERROR, Severity.WARNING, Severity.NOTE

TERM_TWICE = Code(
    "GK650", "term-defined-twice", ERROR, Text("术语“{term}”已经定义过", "the term {term} is defined already")
)
TERM_UNUSED = Code(
    "GK651", "term-not-used", WARNING, Text("术语“{term}”在文中没有使用", "the term {term} is not used in the text")
)
NO_ENGLISH = Code(
    "GK652",
    "term-without-english",
    ERROR,
    Text("术语“{term}”没有英文对应词", "the term {term} has no English equivalent"),
)
ENGLISH_FORM = Code(
    "GK653",
    "term-english-form",
    WARNING,
    Text("英文对应词“{english}”：{what_zh}", "the English equivalent {english}: {what_en}"),
)
DEFINITION_REQUIREMENT = Code(
    "GK654",
    "requirement-in-definition",
    WARNING,
    Text("定义不能有要求：“{word}”", "a definition holds no requirement: {word}"),
)
DEFINITION_END = Code(
    "GK655", "definition-end", WARNING, Text("{what_zh}要以句号结尾", "the {what_en} ends with a full stop 。")
)
DEFINITION_FORM = Code(
    "GK656",
    "definition-form",
    WARNING,
    Text("定义不重复术语，也不以“{word}”开头", "a definition does not repeat the term or begin with {word}"),
)
DEFINITION_SENTENCES = Code(
    "GK657",
    "definition-of-sentences",
    NOTE,
    Text("定义只用一句话，其余的写成注", "a definition is one sentence; what else is said stands in a note"),
)
DEFINED_AGAIN = Code(
    "GK658",
    "defined-again",
    WARNING,
    Text("“{term}”已经是术语，文中不再定义", "{term} is a term and is not defined again in the text"),
)
LEAD_IN = Code(
    "GK660", "list-lead-in", ERROR, Text("列项之前要有以冒号结尾的引语", "a list is led in by words that end with ：")
)
ITEM_END = Code("GK661", "item-end", WARNING, Text("{what_zh}的末尾应为“{mark}”", "{what_en} ends with {mark}"))
SINGLE_ITEM = Code("GK662", "single-item", ERROR, Text("列项只有一项", "the list has a single item"))
LIST_DEPTH = Code("GK663", "list-depth", WARNING, Text("列项不宜超过两个层次", "lists go two levels deep at most"))
TYPED_MARKER = Code(
    "GK664",
    "typed-marker",
    WARNING,
    Text("“{word}”是手写的编号，编号由编译器给出", "{word} is a number typed by hand; the compiler numbers"),
)
TYPED_LABEL = Code(
    "GK665",
    "typed-label",
    WARNING,
    Text(
        "“{word}”应另起一段写作“{label}”，编号由编译器给出",
        "{word} begins a paragraph as {label}, and the compiler numbers it",
    ),
)
RANGE = Code(
    "GK670", "range-dash", WARNING, Text("数值范围用“{dash}”：{right}", "a range is written with {dash}: {right}")
)
PERCENT_RANGE = Code(
    "GK671",
    "percent-range",
    WARNING,
    Text("范围的两个数值都要写百分号：{right}", "both ends of a range of percentages have the sign: {right}"),
)
NUMBER_FORM = Code(
    "GK672",
    "standard-number-form",
    WARNING,
    Text("标准号应写作 {right}", "the number of the standard is written {right}"),
)
BRACKETS = Code(
    "GK673", "document-number-brackets", WARNING, Text("文号应写作 {right}", "the document number is written {right}")
)
ADJACENT = Code(
    "GK674",
    "adjacent-titles",
    WARNING,
    Text("并列的书名号之间、引号之间不用顿号", "no 、 between adjacent titles in 《》 or words in “”"),
)
HALF_WIDTH = Code(
    "GK675",
    "half-width-mark",
    WARNING,
    Text("中文里用全角标点“{right}”", "Chinese text has the full-width mark {right}"),
)
SPACE = Code(
    "GK676",
    "space-in-chinese",
    WARNING,
    Text("汉字之间、汉字与编号之间不空格", "no space between Chinese characters, nor before the number of a place"),
)
ODD_MARKS = Code(
    "GK677", "odd-marks", WARNING, Text("标点“{marks}”应为“{right}”", "the marks {marks} have to be {right}")
)
UNPAIRED = Code("GK678", "unpaired-marks", WARNING, Text("“{mark}”没有成对", "the mark {mark} has no partner"))
SENTENCE_END = Code(
    "GK679", "sentence-end", WARNING, Text("{what_zh}的末尾没有句末标点", "the {what_en} does not end with a full stop")
)
TITLE_MARK = Code(
    "GK680", "title-punctuation", WARNING, Text("标题的末尾不加标点“{mark}”", "no mark {mark} at the end of a title")
)
HEADING = Code(
    "GK681",
    "heading-in-text",
    ERROR,
    Text("标题不写在文字里：写成条，用 title", "headings do not stand in the text: make it a clause with a title"),
)
SELF = Code(
    "GK682",
    "self-reference",
    WARNING,
    Text(
        "按 {drafting} 起草的标准自称“{right}”，不称“{word}”",
        "under {drafting} a standard calls itself {right}, not {word}",
    ),
)
VAGUE = Code(
    "GK683", "vague-word", NOTE, Text("要求里的“{word}”含义不定，宜写明确", "{word} is vague in a requirement")
)
FIGURES = Code("GK684", "number-style", WARNING, Text("数应写作 {right}", "the number is written {right}"))
CHINESE_NUMBER = Code(
    "GK685", "chinese-number", NOTE, Text("计量用阿拉伯数字：“{word}”", "measures take Arabic digits: {word}")
)
FOREWORD_CONTENT = Code("GK686", "foreword-content", ERROR, Text("前言不能有{what_zh}", "no {what_en} in the foreword"))
FOREWORD_SENTENCE = Code(
    "GK687",
    "foreword-sentence",
    WARNING,
    Text(
        "“{words}”是编译器给出的固定句，不在文字里重复",
        "the fixed sentence {words} comes from the compiler and is not typed again",
    ),
)
CLASS_FORM = Code(
    "GK688",
    "classification-form",
    ERROR,
    Text(
        "{what}分类号“{value}”不合格式（如 {example}）", "the {what} number {value} does not have the form of {example}"
    ),
)
DATES = Code("GK689", "standard-dates", ERROR, Text("{what_zh}", "{what_en}"))
FULL_WIDTH = Code(
    "GK690",
    "full-width-character",
    WARNING,
    Text("数字和字母用半角：{right}", "digits and letters are half-width: {right}"),
)
UNIT_SPACE = Code(
    "GK691",
    "unit-space",
    WARNING,
    Text("数值与单位符号之间空一格：{right}", "a space stands between a number and the symbol of its unit: {right}"),
)
COVER_ELEMENT = Code("GK692", "cover-element", WARNING, Text("封面没有{what_zh}", "the cover lacks {what_en}"))
TITLE_FORM = Code("GK693", "title-form", WARNING, Text("{what_zh}", "{what_en}"))
EMPTY = Code("GK694", "empty-clause", WARNING, Text("“{title}”没有内容", "{title} has no content"))
BARE_LAW = Code(
    "GK695",
    "law-without-title-marks",
    WARNING,
    Text("法律法规的名称要加书名号：《{title}》", "the title of a law stands in 《{title}》"),
)
EDGE_SPACE = Code("GK696", "space-around-title", WARNING, Text("标题前后不留空格", "no blank before or after a title"))
UNUSED_ALLOWANCE = Code(
    "GK698",
    "unused-allowance",
    WARNING,
    Text("allow 允许的 {code} 没有出现", "{code} is allowed here but does not occur"),
)
UNKNOWN_ALLOWANCE = Code(
    "GK699",
    "unknown-allowance",
    ERROR,
    Text("{code} 不是可以允许的起草规则", "{code} is no drafting rule that can be allowed"),
)
