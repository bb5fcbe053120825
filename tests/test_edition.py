"""What the reference edition says twice, in words beside data, agrees."""

from functools import cache
from pathlib import Path

import pytest

from gkstd.checks.uses import walk
from gkstd.model.project import Project
from gkstd.model.values.numerals import to_chinese
from gkstd.source.load import load

ROOT = Path(__file__).parent.parent


@cache
def edition() -> Project:
    """The project at the root of the repository."""
    project = load(ROOT).project
    assert project
    return project


@pytest.mark.parametrize("domain", [one.id for one in edition().domains.values() if one.level.value == "县级"])
def test_the_standard_of_a_domain_counts_what_its_catalog_holds(domain: str) -> None:
    catalog = edition().domains[domain]
    standard = edition().documents[catalog.standard]
    (clause,) = [one for one in walk(standard.clauses) if one.title == "事项目录"]
    assert f"{to_chinese(len(catalog.categories))}类" in clause.text
    assert f"共{to_chinese(len(catalog.items))}项" in clause.text
    assert [one.title for one in catalog.categories if one.title not in clause.text] == []


def test_the_training_plan_adds_up_to_the_published_figures() -> None:
    plan, figures = edition().tables["training-plan"], edition().figures
    totals = dict(zip([column.id for column in plan.columns], plan.totals, strict=True))
    assert totals["batches"] == figures["training-batches"].value
    assert totals["people"] == figures["training-people"].value
    assert str(len(plan.rows)) == figures["training-phases"].value


def test_the_assessment_sheet_weighs_what_was_published() -> None:
    sheet, weight = edition().tables["assessment-sheet"], edition().figures["assessment-weight"]
    totals = dict(zip([column.id for column in sheet.columns], sheet.totals, strict=True))
    assert totals["score"] == "100"
    assert float(totals["weight"]) == float(weight.value)


def test_handbooks_are_numbered_in_the_order_of_the_domains() -> None:
    books = {book.domain: book.volume for book in edition().workbooks.values() if book.domain}
    county = [one.id for one in edition().domains.values() if one.id in books]
    assert [books[domain] for domain in county] == list(range(2, 2 + len(county)))
