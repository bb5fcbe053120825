"""What is remembered of a standard holds for the same text and the same answers only."""

from datetime import date
from itertools import permutations
from pathlib import Path

import msgspec
import pytest
from drafts import document
from msgspec.structs import replace

from gkstd.build.check import check
from gkstd.checks.drafting import facts
from gkstd.checks.drafting.facts import Facts
from gkstd.checks.drafting.looks import Elsewhere
from gkstd.diagnostics import Diagnostic
from gkstd.model.document import Clause, Document, Term
from gkstd.model.project import Project
from gkstd.source.load import Loaded, load

LOADED = load(Path(__file__).parents[4])
assert LOADED.project is not None
PROJECT: Project = LOADED.project


def known(remembered: dict[str, Facts]) -> dict[str, Facts]:
    """As it comes back from the disk."""
    return msgspec.json.decode(msgspec.json.encode(remembered), type=dict[str, Facts])


def worked(loaded: Loaded, remembered: dict[str, Facts]) -> int:
    """How many standards were worked out; the findings are those of a run that remembers nothing."""
    count: list[int] = []
    with pytest.MonkeyPatch.context() as patch:
        real = facts._work
        patch.setattr(facts, "_work", lambda documents, elsewhere: _counted(real, count, documents, elsewhere))
        found = check(loaded, None, remembered)
    assert found == check(loaded)
    return sum(count)


def _counted(real: object, count: list[int], documents: object, elsewhere: object) -> list[Facts]:
    done: list[Facts] = real(documents, elsewhere)  # type: ignore[operator]
    count.append(len(done))
    return done


def first() -> dict[str, Facts]:
    remembered: dict[str, Facts] = {}
    assert worked(LOADED, remembered) == len(PROJECT.documents) == len(remembered)
    return known(remembered)


def changed(**fields: object) -> Loaded:
    return replace(LOADED, project=replace(PROJECT, **fields))


def test_the_same_standards_are_known() -> None:
    assert worked(LOADED, first()) == 0


def test_a_standard_written_otherwise_is_worked_out() -> None:
    id, document = next(iter(PROJECT.documents.items()))
    other = replace(document, introduction="规划成果必须公开。")
    remembered = first()
    assert worked(changed(documents={**PROJECT.documents, id: other}), remembered) == 1
    assert len(remembered) == len(PROJECT.documents)  # what it was before is forgotten


def test_another_law_asks_all_of_them_anew() -> None:
    id, law = next(iter(PROJECT.laws.items()))
    assert worked(changed(laws={**PROJECT.laws, id: replace(law, title="政府信息")}), first()) == len(PROJECT.documents)


def test_what_was_looked_up_is_looked_up_again() -> None:
    remembered = first()
    asked = [question for its in remembered.values() for question, _ in its.looks]
    reference = next(question[1] for question in asked if question[0] == "issued")
    entry = replace(PROJECT.references[reference], issued=date(2030, 1, 1))
    askers = sum(("issued", reference) in [question for question, _ in its.looks] for its in remembered.values())
    assert worked(changed(references={**PROJECT.references, reference: entry}), remembered) == askers > 0


def test_what_a_standard_shows_counts_where_it_was_read() -> None:
    """A term that is used in the catalog of an annex only: once its item has another title, it is used nowhere."""
    document = next(one for one in PROJECT.documents.values() if any(annex.catalog for annex in one.annexes))
    catalog = next(annex.catalog for annex in document.annexes if annex.catalog)
    item = next(item for item in PROJECT.items.values() if item.domain == catalog)
    term = Term("used-there", "只在目录里用的词", "word of the catalog", (), "只在附录的目录里使用的词。", (), "")
    own = replace(document, clauses=(*document.clauses, Clause("more", "9", "terms", "更多", "", (), (term,), ())))
    documents = {**PROJECT.documents, own.id: own}

    def titled(title: str) -> Loaded:
        return changed(documents=documents, items={**PROJECT.items, item.id: replace(item, title=title)})

    def unused(found: tuple[Diagnostic, ...]) -> bool:
        return any(one.code == "GK651" and term.term in one.message.zh for one in found)

    remembered = first()
    assert worked(titled(term.term), remembered) == 1
    assert ("shown", "catalog", catalog) in {question for its in remembered.values() for question, _ in its.looks}
    assert not unused(check(titled(term.term), None, known(remembered)))
    assert unused(check(titled(item.title), None, known(remembered)))
    assert worked(titled(item.title), remembered) == 1


def test_what_is_found_in_one_does_not_depend_on_the_others() -> None:
    documents = list(PROJECT.documents.values())
    alone = [facts._work([one], Elsewhere(PROJECT))[0] for one in documents]
    assert facts._work(documents, Elsewhere(PROJECT)) == alone


def test_standards_of_two_editions_are_judged_each_by_its_own() -> None:
    """Whatever the rules ask of all standards together."""
    texts = ("本标准必须公开。", "信息应公开，5.1 公开。", "（1）公开２０日。", "公开。")
    for first, second in permutations(texts, 2):
        other = msgspec.json.encode(replace(document(second, "2020"), id="other")).decode().replace("本文件", "本标准")
        pair = [document(first, "2009"), msgspec.json.decode(other, type=Document)]
        for made in (pair, pair[::-1]):
            together = facts._work(made, Elsewhere(PROJECT))
            assert together == [facts._work([one], Elsewhere(PROJECT))[0] for one in made]


def test_items_that_nobody_asked_about_change_nothing() -> None:
    remembered = first()
    shown = {question[2] for its in remembered.values() for question, _ in its.looks if question[0] == "shown"}
    item = next(item for item in PROJECT.items.values() if item.domain not in shown)
    loaded = changed(items={**PROJECT.items, item.id: replace(item, title=f"{item.title}改")})
    assert worked(loaded, remembered) == 0
