"""What a parser could not accept, where, and what was probably meant.

In: nothing. Out: `Fault` values and `WORDING`, the short sentence for each kind. Never raises, never prints.
"""

from msgspec import Struct


class Fault(Struct, frozen=True):
    """One thing wrong in a value.

    `start` and `end` are half-open character offsets into the text that was given, and `found` is exactly
    `text[start:end]`. `nearest`, when not empty, can be put in the place of `found`.
    """

    start: int
    end: int
    kind: str
    found: str
    nearest: str = ""


WORDING: dict[str, tuple[str, str]] = {
    "empty": ("值为空", "the value is empty"),
    "unknown-form": ("写法无法识别", "this form is not known"),
    "unknown-word": ("不是规定的用语", "not one of the standard terms"),
    "same-as-above": ("“同上”须写出所指内容", "write out what “same as above” stands for"),
    "several-values": (
        "一条只写一个值：方括号里用半角逗号“, ”分开，不用方括号的每条另起一行",
        "one entry holds one value: separate them by `, ` within brackets, or give each a line of its own",
    ),
    "inner-space": ("词中有空格", "there is a space inside a word"),
    "near-miss": ("用语或用字有误", "a word is miswritten"),
    "no-time": ("没有写明时间", "no time is stated"),
    "no-unit": ("数字后没有时间单位", "the number has no unit of time"),
    "no-relation": (
        "只有时长，没有说明是“内”“前”还是“公示”",
        "a length of time without “within”, “before” or “publicity”",
    ),
    "bad-number": ("数值无法采用", "the number cannot be used"),
    "range": ("须写一个确定的时长，不写范围", "write one length of time, not a range"),
    "number-without-title": ("只有文号，没有文件名称", "a document number without a title"),
    "several-titles": ("一条依据只写一个文件，请分成两条", "one entry cites one document: write two entries"),
    "nested-title": ("书名号内再用书名号时应为〈〉", "a title inside a title takes 〈〉"),
    "unclosed-title": ("书名号不成对", "the title marks do not pair"),
    "no-title-marks": ("文件名称须加书名号《》", "a title takes 《》"),
    "unknown-label": ("效力类别不是规定的用语", "the class label is not a standard one"),
    "unknown-note": ("括号内既不是文号也不是版本", "the brackets hold neither a number nor an edition"),
    "trailing-text": ("后面有多余的文字", "there is text left over"),
    "bracket-lost": ("文号缺年份括号", "the year has lost its brackets"),
    "no-serial-mark": ("文号缺“号”字", "the document number lacks 号"),
    "implausible-year": ("年份不可信", "the year is not plausible"),
    "two-digit-year": ("年份应写四位", "the year takes four digits"),
    "other-without-text": ("“其他”须注明渠道名称", "“其他” must name the channel"),
    "not-ticked": ("方框未选，不是使用的渠道", "an empty box is not a channel in use"),
    "not-disclosed": ("不予公开的信息不列入目录", "what is withheld is not listed"),
}
"""Each kind with its statement in Chinese and in English; the keys are stable."""
