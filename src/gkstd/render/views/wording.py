"""The fixed sentences of GB/T 1.1 by drafting edition.

In: the edition a standard is drafted under. Out: its sentences. Source: GB/T 1.1—2009 and GB/T 1.1—2020, clauses on
foreword, normative references, terms and annexes. A standard of 2018 keeps the words of 2009.
"""

from msgspec import Struct

from gkstd.model.document import Foreword


class Wording(Struct, frozen=True):
    """Sentences that differ, or may come to differ, between editions; `self` is how a document calls itself."""

    self: str
    basis: str
    patents: str
    references: str
    no_references: str
    terms: str
    no_terms: str
    normative: str
    informative: str
    class_mark: str
    first_issue: str


_2009 = Wording(
    self="本标准",
    basis="本标准按照GB/T 1.1—2009给出的规则起草。",
    patents="",
    references=(
        "下列文件对于本文件的应用是必不可少的。凡是注日期的引用文件，仅注日期的版本适用于本文件。"
        "凡是不注日期的引用文件，其最新版本（包括所有的修改单）适用于本文件。"
    ),
    no_references="本文件没有规范性引用文件。",
    terms="下列术语和定义适用于本文件。",
    no_terms="本文件没有需要界定的术语和定义。",
    normative="（规范性附录）",
    informative="（资料性附录）",
    class_mark="",
    first_issue="",
)
_2020 = Wording(
    self="本文件",
    basis="本文件按照GB/T 1.1—2020《标准化工作导则　第1部分：标准化文件的结构和起草规则》的规定起草。",
    patents="请注意本文件的某些内容可能涉及专利。本文件的发布机构不承担识别专利的责任。",
    references=(
        "下列文件中的内容通过文中的规范性引用而构成本文件必不可少的条款。其中，注日期的引用文件，仅该日期对应的版本"
        "适用于本文件；不注日期的引用文件，其最新版本（包括所有的修改单）适用于本文件。"
    ),
    no_references="本文件没有规范性引用文件。",
    terms="下列术语和定义适用于本文件。",
    no_terms="本文件没有需要界定的术语和定义。",
    normative="（规范性）",
    informative="（资料性）",
    class_mark="CCS ",
    first_issue="本文件为首次发布。",
)


def wording(drafting: str) -> Wording:
    """The sentences of the edition, given as GB/T 1.1—2009 or GB/T 1.1—2020."""
    return _2020 if drafting.endswith("2020") else _2009


def foreword(given: Foreword, words: Wording, replaces: tuple[str, ...] = ()) -> tuple[str, ...]:
    """前言 without the editor's own text, which stands after the first sentence: paragraphs in the order of GB/T 1.1.

    The history of editions is told since 2020; that of replaced standards is the editor's to tell.
    """
    proposed = [f"{words.self}由{given.proposed_by}提出。"] if given.proposed_by else []
    managed = [f"{words.self}由{given.managed_by}归口。"] if given.managed_by else []
    if proposed and given.proposed_by == given.managed_by:
        proposed, managed = [f"{words.self}由{given.proposed_by}提出并归口。"], []
    drafted = [f"{words.self}起草单位：{'、'.join(given.drafted_by)}。"] if given.drafted_by else []
    drafters = [f"{words.self}主要起草人：{'、'.join(given.drafters)}。"] if given.drafters else []
    patents = [words.patents] if words.patents else []
    replaced = [f"{words.self}代替{'、'.join(replaces)}。"] if replaces else []
    history = [words.first_issue] if words.first_issue and not replaces else []
    return (words.basis, *replaced, *patents, *proposed, *managed, *drafted, *drafters, *history)
