"""The lint never fails, and what it says stands in the text, whatever the text is."""

import re

from drafts import document, findings
from hypothesis import example, given, settings
from hypothesis import strategies as st

from gkstd.checks.drafting.found import Found
from gkstd.model.document import Annex, Term
from gkstd.model.prose.place import Place

PIECES = st.sampled_from(
    ["应", "不应", "必须", "可以", "宜", "等", "约", "附录A", "见表1", "图2", "第9章", "按5.2.1的", "3-5个工作日", "45～60%", "《", "》", "“", "”", "、", "。",
     "；", "：", ",", ".", "(", ")", "GB/T 1.1-2009", "GBT 1", "〔", "[2017]42号", "\n", "\n\n", "- ", "1. ", "  - ", "注：", "示例：", "表：甲 {#a}\n\n",
     "| a | b |\n|---|---|\n| 1 | ^ |\n", "图：乙 {#b}\n\n![x](process:y)\n", "[](#a)", "[甲](#b)", "[^1]", "[^1]: ", "**", "`", "```\n", "# ", "式：a {#c}\n", " ", "　", "公开"]
)  # fmt: skip
FIELD = re.compile(r"\{(\w+)\}")
MAIN = Place("clause", "d/main", ("text",))
TEXTS = st.one_of(st.text(max_size=80), st.lists(PIECES, max_size=24).map("".join))


def is_said(found: Found) -> bool:
    """Whether the message has all its values, in both languages."""
    message, values = found.code.message, dict(found.values)
    return bool(values.keys() >= set(FIELD.findall(message.zh + message.en))) and all(
        map(bool, (message.zh, message.en))
    )


@given(TEXTS, st.sampled_from(["2009", "2020"]))
@settings(deadline=None, max_examples=300)
@example("公开\n信息,\n应公开", "2009")
@example("\\《\\*甲\\*》、《乙》", "2009")
def test_any_text(text: str, edition: str) -> None:
    for found in findings(document(text, edition)):
        assert is_said(found)
        if found.place == MAIN and found.within is not None:
            assert 0 <= found.within[0] <= found.within[1] <= len(text)
            for mend in found.mends:
                assert text[slice(*mend.within)] == mend.old != mend.new


@given(TEXTS.filter(bool), TEXTS.filter(bool))
@settings(deadline=None, max_examples=100)
def test_any_text_elsewhere(text: str, other: str) -> None:
    term = Term("t", text, other, (other,), text, (other, text), "")
    made = document("公开信息。", "2020")
    clauses = (
        *made.clauses[:2],
        type(made.clauses[2])("terms", "3", "terms", text, "", (), (term, term), ()),
        *made.clauses[3:],
    )
    annex = Annex("x", "A", other, False, text, (made.clauses[-1],), "", "")
    foreword = type(made.foreword)("", "", (), (), text)
    told = findings(
        document(
            "",
            "2020",
            clauses=clauses,
            annexes=(annex,),
            foreword=foreword,
            introduction=other,
            title=text,
            bibliography=(text,),
        )
    )
    assert all(map(is_said, told))
    assert told, "at least the empty text is a fault"


def test_a_paragraph_that_ends_in_markup_is_ended_after_it() -> None:
    """The mark that is written there, not what is printed, is what an editor is told to change."""
    for text, end in (("公开见[](#main)", ")"), ("公开**信息**", "*"), ("公开信息,", ",")):
        (found,) = [found for found in findings(document(text)) if found.code.id == "GK679"]
        (mend,) = found.mends
        assert (mend.old, mend.new) == (end, "。" if end == "," else f"{end}。")
