"""索引: the terms of a standard in Chinese by 汉语拼音, then in English, each with the number of its entry.

In: a document. Out: lines in order. The common characters of GB 2312 stand in it by their sound, so its code orders them.
"""

from msgspec import Struct

from gkstd.model.document import Document
from gkstd.model.prose.passages import term_number


class IndexLine(Struct, frozen=True):
    """One line: a name, the number of its entry and the id of the term; `english` names come after all Chinese ones."""

    name: str
    number: str
    id: str
    english: bool


def term_index(document: Document) -> tuple[IndexLine, ...]:
    """Terms and admitted terms, then their English equivalents."""
    chinese: list[IndexLine] = []
    english: list[IndexLine] = []
    for clause in document.clauses:
        for term in clause.terms:
            number = term_number(clause, term)
            chinese += [IndexLine(name, number, term.id, english=False) for name in (term.term, *term.admitted)]
            english += [IndexLine(term.english, number, term.id, english=True)] if term.english else []
    return (*sorted(chinese, key=_by_sound), *sorted(english, key=lambda line: line.name.casefold()))


def _by_sound(line: IndexLine) -> tuple[bytes, str]:
    return line.name.encode("gb18030", "replace"), line.number
