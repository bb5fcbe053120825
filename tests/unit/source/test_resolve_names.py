"""Printed names to register entries: names, aliases, spellings, dates, and what is said of those that lead nowhere."""

from collections.abc import Callable

import pytest

from gkstd.source.load import Loaded

Edit = Callable[..., Loaded]
Where = Callable[[Loaded, str], list[str]]
ITEMS = "standards/items/demo.yaml"
LAWS = "standards/registers/laws.yaml"
BODIES = "standards/registers/bodies.yaml"
PROJECT = "gkstd.yaml"


def hints(loaded: Loaded, code: str) -> list[str]:
    return [hint.en for d in loaded.diagnostics if d.code == code for hint in d.hints]


def test_the_smallest_project_is_clean(edit: Edit) -> None:
    loaded = edit(PROJECT)
    assert loaded.diagnostics == ()
    assert loaded.complete


def test_names_and_aliases_lead_to_the_same_body_and_print_as_written(edit: Edit) -> None:
    project = edit(PROJECT).project
    assert project is not None
    written = [(body.written, body.body) for item in project.items.values() for body in item.bodies]
    assert written == [("县城乡规划局", "plan-bureau"), ("县规划局", "plan-bureau")]


@pytest.mark.parametrize("spelling", ["县 城乡规划局", "plan-bureau", "县城乡规划局 "])
def test_spaces_and_ids_do_not_matter(edit: Edit, spelling: str) -> None:
    project = edit(ITEMS, ("body: 县城乡规划局", f"body: {spelling}")).project
    assert project is not None
    assert project.items["plan-draft"].bodies[0].body == "plan-bureau"


def test_a_misspelt_body_is_reported_with_the_nearest_name(edit: Edit, where: Where) -> None:
    loaded = edit(ITEMS, ("body: 县城乡规划局", "body: 县城乡归划局"))
    assert where(loaded, "GK204") == [f"{ITEMS}:14:15"]
    assert hints(loaded, "GK204") == ["did you mean `县城乡规划局`?"]


def test_an_unknown_body_in_a_list_is_found_at_its_own_place(edit: Edit, where: Where) -> None:
    loaded = edit(ITEMS, ("body: 县城乡规划局", "body: [县城乡规划局, 省发展改革委]"))
    assert where(loaded, "GK204") == [f"{ITEMS}:14:24"]
    assert "standards/registers/bodies.yaml" in hints(loaded, "GK204")[0]


def test_a_name_two_bodies_bear_means_the_one_alive_on_the_day(edit: Edit) -> None:
    change = ("name: 县自然资源局", "name: 县自然资源局\n    aliases: [县规划局]")
    project = edit(BODIES, change).project
    assert project is not None
    assert project.items["plan-approved"].bodies[0].body == "plan-bureau"


def test_a_name_passes_to_the_successor_when_the_day_comes(edit: Edit) -> None:
    edit(BODIES, ("name: 县自然资源局", "name: 县自然资源局\n    aliases: [县规划局]"))
    project = edit(PROJECT, ("as_of: 2018-12-31", "as_of: 2019-01-15")).project
    assert project is not None
    assert project.items["plan-approved"].bodies[0].body == "resource-bureau"


def test_a_name_two_living_bodies_bear_is_ambiguous(edit: Edit, where: Where) -> None:
    loaded = edit(
        BODIES, ("  - id: applicant", "  - {id: other, name: 另一局, aliases: [县规划局]}\n  - id: applicant")
    )
    assert where(loaded, "GK207") == [f"{ITEMS}:23:15"]
    (found,) = (d for d in loaded.diagnostics if d.code == "GK207")
    assert "plan-bureau" in found.message.en
    assert "other" in found.message.en
    assert {span.file for span, _ in found.labels} == {BODIES}


@pytest.mark.parametrize(
    ("day", "law"),
    [
        ("2007-01-01", "disclosure-2007"),  # before both: the first written
        ("2018-12-31", "disclosure-2007"),
        ("2019-05-14", "disclosure-2007"),
        ("2019-05-15", "disclosure-2019"),
        ("2026-11-23", "disclosure-2019"),
    ],
)
def test_of_two_laws_of_one_title_the_day_decides(edit: Edit, day: str, law: str) -> None:
    loaded = edit(PROJECT, ("as_of: 2018-12-31", f"as_of: {day}"))
    assert loaded.project is not None
    assert loaded.project.items["plan-approved"].basis[0].law == law
    assert not [d for d in loaded.diagnostics if d.code == "GK207"]


def test_the_number_decides_where_it_is_written(edit: Edit) -> None:
    loaded = edit(ITEMS, ("《中华人民共和国政府信息公开条例》", "《中华人民共和国政府信息公开条例》（国令第711号）"))
    assert loaded.project is not None
    assert loaded.project.items["plan-approved"].basis[0].law == "disclosure-2019"


def test_a_number_no_edition_bears_is_a_mismatch(edit: Edit, where: Where) -> None:
    loaded = edit(ITEMS, ("《中华人民共和国政府信息公开条例》", "《中华人民共和国政府信息公开条例》（国令第999号）"))
    assert where(loaded, "GK211") == [f"{ITEMS}:21:18"]
    (found,) = (d for d in loaded.diagnostics if d.code == "GK211")
    assert "国务院令第492号" in found.message.en
    assert "国务院令第711号" in found.message.en


def test_the_number_of_a_revision_belongs_to_its_law(edit: Edit) -> None:
    loaded = edit(
        ITEMS, ("《中华人民共和国城乡规划法》第二十六条", "《中华人民共和国城乡规划法》（主席令第23号）第二十六条")
    )
    assert loaded.diagnostics == ()


def test_an_alias_of_a_law_is_enough(edit: Edit) -> None:
    project = edit(ITEMS, ("《中华人民共和国城乡规划法》第二十六条", "《城乡规划法》第二十六条")).project
    assert project is not None
    assert project.items["plan-draft"].basis[0].law == "plan-law"


def test_a_misspelt_law_is_found_inside_its_citation(edit: Edit, where: Where) -> None:
    loaded = edit(ITEMS, ("《中华人民共和国城乡规划法》第二十六条", "《中华人民共和国城乡归划法》第二十六条"))
    assert where(loaded, "GK205") == [f"{ITEMS}:12:18"]
    assert hints(loaded, "GK205") == ["did you mean `中华人民共和国城乡规划法`?"]


@pytest.mark.parametrize(
    ("written", "printed", "entry"),
    [
        ("GB/T 1.1—2009", "GB/T 1.1—2009", "gbt-1-1-2009"),
        ("GB/T 1.1-2009", "GB/T 1.1—2009", "gbt-1-1-2009"),
        ("GB/T 1.1", "GB/T 1.1", "gbt-1-1-2009"),
        ("GB/T 1.1—2020", "GB/T 1.1—2020", "gbt-1-1-2020"),
    ],
)
def test_standards_are_known_by_number_and_undated_ones_by_the_day(
    edit: Edit, written: str, printed: str, entry: str
) -> None:
    project = edit("standards/documents/catalog.yaml", ("[GB/T 1.1—2009]", f"[{written}]")).project
    assert project is not None
    (cited,) = project.documents["catalog"].clauses[1].references
    assert (cited.number, cited.reference) == (printed, entry)


def test_an_unknown_standard_gets_the_nearest_number(edit: Edit, where: Where) -> None:
    loaded = edit("standards/documents/catalog.yaml", ("[GB/T 1.1—2009]", "[GB/T 1.1—2008]"))
    assert where(loaded, "GK206") == ["standards/documents/catalog.yaml:9:18"]
    assert hints(loaded, "GK206") == ["did you mean `GB/T 1.1—2009`?"]


def test_names_are_not_called_unknown_when_their_register_could_not_be_read(edit: Edit) -> None:
    loaded = edit(LAWS, ("laws:", "laws: ["))
    assert {d.code for d in loaded.diagnostics} == {"GK001"}
    loaded = edit(BODIES, ("bodies:", "bodies: !x"))
    assert {d.code for d in loaded.diagnostics} == {"GK001", "GK003"}


def test_an_own_standard_is_cited_by_its_number(edit: Edit) -> None:
    loaded = edit("standards/documents/catalog.yaml", ("[GB/T 1.1—2009]", "[DB610824/T 1-2018, DB610824/T 1]"))
    assert loaded.project is not None
    assert [d.code for d in loaded.diagnostics] == []
    own = next(iter(loaded.project.documents.values()))
    cited = [c for clause in own.clauses for c in clause.references]
    assert [(c.reference, c.document, c.title) for c in cited] == [("", own.id, own.title)] * 2
