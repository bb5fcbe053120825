"""GK609 to GK649: the drafting lint, structure, references, provisions and mentions.

Errors are mechanical structure, warnings sure wording, notes what is likely wrong. The clauses of GB/T 1.1 that the rules
come from are in `gkstd explain`; their numbers are from the printed text of 2020 and have not been confirmed.
"""

from gkstd.diagnostics.diagnostic import Code, Severity, Text

ERROR, WARNING, NOTE = Severity.ERROR, Severity.WARNING, Severity.NOTE

UNNUMBERED = Code(
    "GK609",
    "unnumbered-element",
    ERROR,
    Text("“{title}”不是章，也不是附录（字段：{field}）", "{title} is neither a clause nor an annex (field: {field})"),
)
MISSING_ELEMENT = Code("GK610", "missing-element", ERROR, Text("没有“{title}”一章", "there is no clause {title}"))
ELEMENT_ORDER = Code(
    "GK611", "element-order", ERROR, Text("“{title}”应为第{number}章", "the clause {title} has to be clause {number}")
)
ELEMENT_TITLE = Code(
    "GK612",
    "element-title",
    ERROR,
    Text(
        "这一章的标题应为“{title}”，kind 应为 {kind}",
        "a clause of the kind {kind} has the title {title}, and the other way round",
    ),
)
REPEATED_ELEMENT = Code(
    "GK613", "repeated-element", ERROR, Text("“{title}”一章已经有了", "there is a clause {title} already")
)
SCOPE_STATEMENT = Code(
    "GK614", "scope-statement", WARNING, Text("范围没有写明{what_zh}", "the scope does not say {what_en}")
)
TOO_DEEP = Code(
    "GK615",
    "too-deep",
    ERROR,
    Text("条的层次最多五级，{number} 过深", "clauses go five levels deep at most; {number} is deeper"),
)
HANGING = Code(
    "GK616",
    "hanging-paragraph",
    ERROR,
    Text(
        "悬置段：{number} 的标题与下一级条之间不能有文字",
        "a hanging paragraph: no text between the title of {number} and its first sub-clause",
    ),
)
SINGLE_CLAUSE = Code(
    "GK617", "single-subclause", ERROR, Text("{number} 只有一个下一级条", "{number} has a single sub-clause")
)
MIXED_TITLES = Code(
    "GK618",
    "mixed-titles",
    ERROR,
    Text("同一层次的条，有的有标题，有的没有", "of the clauses at this level some have titles and some have none"),
)
UNTITLED = Code("GK619", "chapter-without-title", ERROR, Text("章要有标题", "a chapter has a title"))
NOT_CITED = Code(
    "GK620",
    "reference-not-cited",
    ERROR,
    Text("{number} 列为规范性引用文件，文中没有引用", "{number} is listed as a normative reference and never cited"),
)
NOT_LISTED = Code(
    "GK621",
    "citation-not-listed",
    ERROR,
    Text("文中引用的 {number} 没有列入规范性引用文件", "{number} is cited and not listed as a normative reference"),
)
UNDATED_CLAUSE = Code(
    "GK622",
    "undated-clause-citation",
    ERROR,
    Text("引用具体章条（{clause}）要注日期：{number}", "a citation of a clause ({clause}) needs the year: {number}"),
)
OTHER_DATE = Code(
    "GK623",
    "citation-date-differs",
    ERROR,
    Text("文中写作 {number}，规范性引用文件中是 {listed}", "the text says {number}, the list of references {listed}"),
)
REFERENCE_ORDER = Code(
    "GK624", "reference-order", WARNING, Text("{number} 应排在 {before} 之前", "{number} belongs before {before}")
)
LISTED_TWICE = Code(
    "GK625",
    "reference-listed-twice",
    ERROR,
    Text("{number} 重复列出或者就是本标准", "{number} is listed twice or is this standard itself"),
)
OTHER_EDITION = Code(
    "GK626",
    "other-drafting-edition",
    WARNING,
    Text("本标准按 {drafting} 起草，这里却引用 {number}", "this standard follows {drafting} but cites {number} here"),
)
BOTH_LISTS = Code(
    "GK627",
    "reference-in-bibliography",
    WARNING,
    Text(
        "{number} 同时列在规范性引用文件和参考文献中", "{number} is both a normative reference and in the bibliography"
    ),
)
ONLY_INFORMATIVE = Code(
    "GK628",
    "reference-only-informative",
    WARNING,
    Text(
        "{number} 只在注、示例、资料性附录或者“参见”里提到，应列入参考文献",
        "{number} is only spoken of in notes, examples, informative annexes or with 参见: it belongs in the bibliography",
    ),
)
LATER = Code(
    "GK629",
    "later-reference",
    ERROR,
    Text(
        "本标准{issued}发布，不会引用其后的{number}",
        "issued on {issued}, this standard cannot refer to {number}, which came later",
    ),
)
MODAL = Code(
    "GK630",
    "modal-word",
    WARNING,
    Text("标准不用“{word}”，写作“{instead}”", "a standard does not say {word} but {instead}"),
)
MAY = Code(
    "GK631",
    "permission-word",
    WARNING,
    Text("标准不用“{word}”，写作“{instead}”", "a standard does not say {word} but {instead}"),
)
MISPLACED = Code(
    "GK632",
    "misplaced-requirement",
    WARNING,
    Text("{where_zh}不能有要求或推荐：“{word}”", "no requirement or recommendation in {where_en}: {word}"),
)
MIXED_MODALS = Code(
    "GK633", "mixed-modals", WARNING, Text("“{word}”把两种条款混在一起", "{word} mixes two types of provision")
)
DOUBLE_NEGATION = Code(
    "GK634",
    "double-negation",
    NOTE,
    Text("双重否定“{word}”，宜直接写明要求", "a double negation ({word}): say directly what is required"),
)
NO_VERIFICATION = Code(
    "GK635",
    "specification-without-verification",
    WARNING,
    Text(
        "名称为“规范”，没有证实方法（检查、检验、试验、评价等）的章条",
        "a 规范 without a clause on how its requirements are verified",
    ),
)
NO_TRACE = Code(
    "GK636",
    "procedure-without-steps",
    WARNING,
    Text("名称为“{kind}”，{what_zh}", "the title says {kind}, but {what_en}"),
)
SCOPE_VERB = Code(
    "GK637", "scope-verb", NOTE, Text("“{kind}”的范围宜写“{verb}了……”", "the scope of a {kind} says {verb}了……")
)
SAME_TITLE = Code(
    "GK638",
    "same-title",
    WARNING,
    Text("同一层次已有标题为“{title}”的条", "a clause at this level has the title {title} already"),
)
NOT_MENTIONED = Code(
    "GK640", "not-mentioned", ERROR, Text("文中没有提及{number}", "{number} is never mentioned in the text")
)
MENTION_ORDER = Code(
    "GK641",
    "mention-order",
    ERROR,
    Text(
        "{number}先于{before}提及，编号顺序应与提及的顺序一致",
        "{number} is mentioned before {before}: numbers follow the order of mention",
    ),
)
ANNEX_UNMENTIONED = Code(
    "GK642", "annex-not-mentioned", ERROR, Text("正文没有提及{number}", "{number} is never mentioned in the text")
)
ANNEX_ORDER = Code(
    "GK643",
    "annex-order",
    ERROR,
    Text(
        "{number}先于{before}提及，附录的顺序应与提及的顺序一致",
        "{number} is mentioned before {before}: annexes follow the order of mention",
    ),
)
NO_SUCH_PLACE = Code(
    "GK644", "no-such-place", ERROR, Text("本标准没有“{number}”", "there is no {number} in this standard")
)
TYPED = Code(
    "GK645",
    "typed-reference",
    NOTE,
    Text(
        "“{number}”是手写的编号，改为引用后增删章条时会自动更新",
        "{number} is typed by hand; a reference keeps up when clauses are added",
    ),
)
NATURE = Code(
    "GK646",
    "annex-nature",
    WARNING,
    Text(
        "{number}是{nature_zh}附录，这里却按{other_zh}附录提及",
        "{number} is an {nature_en} annex and is mentioned as an {other_en} one",
    ),
)
NO_CAPTION = Code(
    "GK647",
    "table-without-title",
    WARNING,
    Text("{what_zh}没有编号和标题", "the {what_en} has neither number nor title"),
)
RELATIVE = Code(
    "GK648",
    "relative-mention",
    WARNING,
    Text("“{word}”没有写明编号，用引用写出", "{word} names no number: write a reference"),
)
