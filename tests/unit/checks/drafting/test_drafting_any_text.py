"""The lint never fails, and what it says stands in the text, whatever the text is."""

from drafts import document, findings
from hypothesis import example, given, settings
from hypothesis import strategies as st

from gkstd.model.document import Annex, Term

PIECES = st.sampled_from(
    ["应", "不应", "必须", "可以", "宜", "等", "约", "附录A", "见表1", "图2", "第9章", "按5.2.1的", "3-5个工作日", "45～60%", "《", "》", "“", "”", "、", "。",
     "；", "：", ",", ".", "(", ")", "GB/T 1.1-2009", "GBT 1", "〔", "[2017]42号", "\n", "\n\n", "- ", "1. ", "  - ", "注：", "示例：", "表：甲 {#a}\n\n",
     "| a | b |\n|---|---|\n| 1 | ^ |\n", "图：乙 {#b}\n\n![x](process:y)\n", "[](#a)", "[甲](#b)", "[^1]", "[^1]: ", "**", "`", "```\n", "# ", "式：a {#c}\n", " ", "　", "公开"]
)  # fmt: skip
TEXTS = st.one_of(st.text(max_size=80), st.lists(PIECES, max_size=24).map("".join))


@given(TEXTS, st.sampled_from(["2009", "2020"]))
@settings(deadline=None, max_examples=300)
@example("公开\n信息,\n应公开", "2009")
@example("\\《\\*甲\\*》、《乙》", "2009")
def test_any_text(text: str, edition: str) -> None:
    for found in findings(document(text, edition)):
        if found.within is not None and found.place.id == "d/main" and found.place.path == ("text",):
            assert 0 <= found.within[0] <= found.within[1] <= len(text)
            for mend in found.mends:
                assert 0 <= mend.within[0] < mend.within[1] <= len(text)
        assert {found.code.message.fill(**dict(found.values)).zh}


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
    findings(
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
