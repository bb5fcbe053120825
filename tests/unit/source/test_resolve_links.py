"""Ids: unique within their kind, equal to the file's name, and every link leads to something of the right kind."""

from collections.abc import Callable
from pathlib import Path

import pytest

from gkstd.source.load import Loaded, load

Edit = Callable[..., Loaded]
Where = Callable[[Loaded, str], list[str]]
ITEMS = "standards/items/demo.yaml"
PROCESS = "standards/processes/approval.yaml"
DOCUMENT = "standards/documents/catalog.yaml"
WORKBOOK = "standards/workbooks/demo.yaml"
BODIES = "standards/registers/bodies.yaml"
LAWS = "standards/registers/laws.yaml"
REFERENCES = "standards/registers/references.yaml"


@pytest.mark.parametrize(
    ("file", "old", "new"),
    [
        (ITEMS, "code: GH", "code: GH\nstandard: nowhere"),
        (ITEMS, "body: 县规划局", "body: 县规划局\n        standard: nowhere"),
        (PROCESS, "domain: demo", "domain: nowhere"),
        (PROCESS, "discloses: [plan-draft]", "discloses: [plan-draft, nowhere]"),
        (PROCESS, "title: 公示草案,", "title: 公示草案, process: nowhere,"),
        (DOCUMENT, "clauses:\n", "domain: nowhere\nclauses:\n"),
        (DOCUMENT, "    references: [GB/T 1.1—2009]\n", "annexes:\n  - {id: a, title: 附录, catalog: nowhere}\n"),
        (DOCUMENT, "    references: [GB/T 1.1—2009]\n", "annexes:\n  - {id: a, title: 附录, process: nowhere}\n"),
        (WORKBOOK, "domain: demo\nparts:", "domain: nowhere\nparts:"),
        (WORKBOOK, "ids: [catalog]", "ids: [catalog, nowhere]"),
        (WORKBOOK, "ids: [approval]", "ids: [nowhere]"),
        (WORKBOOK, "kind: catalog, domain: demo", "kind: catalog, domain: nowhere"),
        (BODIES, "kind: 参与方", "kind: 参与方\n    parent: nowhere"),
        (BODIES, "successors: [resource-bureau]", "successors: [resource-bureau, nowhere]"),
        (LAWS, "successors: [disclosure-2019]", "successors: [nowhere]"),
        (REFERENCES, "successors: [gbt-1-1-2020]", "successors: [nowhere]"),
    ],
)
def test_a_link_that_leads_nowhere_is_found_at_its_place(edit: Edit, file: str, old: str, new: str) -> None:
    loaded = edit(file, (old, new))
    (found,) = (d for d in loaded.diagnostics if d.code == "GK203")
    text = loaded.files[file].text
    assert (found.span.file, found.span.start) == (file, text.index("nowhere"))
    assert text[found.span.start : found.span.end] == "nowhere"


def test_dangling_links_are_emptied_so_that_later_stages_need_not_ask(edit: Edit) -> None:
    project = edit(WORKBOOK, ("ids: [catalog]", "ids: [catalogue]"), ("ids: [approval]", "ids: [aproval]")).project
    assert project is not None
    parts = project.workbooks["demo"].parts
    assert [getattr(part, "ids", None) for part in parts] == [None, None, (), (), None]


def test_links_are_not_called_dangling_when_the_files_they_lead_to_could_not_be_read(edit: Edit) -> None:
    loaded = edit(PROCESS, ("lanes:", "lane:"))
    assert {d.code for d in loaded.diagnostics} == {"GK101"}


@pytest.mark.parametrize(
    ("file", "old", "new", "place", "first"),
    [
        (ITEMS, "id: plan-approved", "id: plan-draft", "17:13", "8:13"),
        (PROCESS, "{id: publish,", "{id: show,", "10:10", "9:10"),
        (DOCUMENT, "id: refs", "id: scope", "6:9", "5:10"),
        (BODIES, "id: resource-bureau", "id: plan-bureau", "7:9", "2:9"),
    ],
)
def test_an_id_given_twice_shows_the_first(
    edit: Edit, where: Where, file: str, old: str, new: str, place: str, first: str
) -> None:
    loaded = edit(file, (old, new))
    assert where(loaded, "GK201") == [f"{file}:{place}"]
    (found,) = (d for d in loaded.diagnostics if d.code == "GK201")
    assert ["{}:{}".format(*loaded.files[span.file].locate(span.start)) for span, _ in found.labels] == [first]


def test_ids_are_unique_per_kind_only(edit: Edit) -> None:
    assert edit(ITEMS, ("id: plans", "id: plan-draft")).diagnostics == ()


@pytest.mark.parametrize(
    ("file", "old", "new"),
    [
        (ITEMS, "domain: demo", "domain: other"),
        (PROCESS, "id: approval", "id: other"),
        (DOCUMENT, "id: catalog", "id: other"),
        (WORKBOOK, "id: demo", "id: other"),
    ],
)
def test_a_file_is_named_as_the_object_in_it(edit: Edit, where: Where, file: str, old: str, new: str) -> None:
    column = len(old.partition(": ")[0]) + 3
    loaded = edit(file, (old, new))
    assert where(loaded, "GK210") == [f"{file}:1:{column}"]


@pytest.mark.parametrize(
    "index",
    ["610824-GH-18-0001", "610825-GH-2018-0001", "610824-HB-2018-0001", "610824-GH-2018-00001", "610824-gh-2018-0001"],
)
def test_an_index_number_off_the_scheme(edit: Edit, where: Where, index: str) -> None:
    assert where(edit(ITEMS, ("610824-GH-2018-0001", index)), "GK208") == [f"{ITEMS}:10:16"]


def test_an_index_number_used_twice(edit: Edit, where: Where) -> None:
    loaded = edit(ITEMS, ("610824-GH-2018-0002", "610824-GH-2018-0001"))
    assert where(loaded, "GK202") == [f"{ITEMS}:19:16"]


@pytest.mark.parametrize(
    "scheme", ["{region}-{place}-{serial}", "{region}", "serial", "{serial}-{serial}", "{region}-serial"]
)
def test_a_scheme_that_cannot_be_used_is_itself_the_fault(edit: Edit, where: Where, scheme: str) -> None:
    loaded = edit("gkstd.yaml", ("publisher:", f'index: {{scheme: "{scheme}"}}\npublisher:'))
    assert [d.code for d in loaded.diagnostics] == ["GK104"]
    assert where(loaded, "GK104") == ["gkstd.yaml:6:17"]


def test_a_scheme_may_leave_the_width_open(edit: Edit) -> None:
    loaded = edit("gkstd.yaml", ("publisher:", 'index: {scheme: "{region}-{domain}-{year}-{serial}"}\npublisher:'))
    assert loaded.diagnostics == ()


def test_domains_and_processes_come_as_the_project_lists_them(base: Path) -> None:
    _copy(base / ITEMS, "another", ("domain: demo", "domain: another"), ("plan", "draft"), ("GH", "XM"))
    _copy(base / PROCESS, "advice", ("id: approval", "id: advice"))
    by_file = load(base).project
    with (base / "gkstd.yaml").open("a", encoding="utf-8") as file:
        file.write("order: {domains: [demo], processes: [approval]}\n")
    listed = load(base).project
    assert by_file and [*by_file.domains] == ["another", "demo"]
    assert listed and [*listed.domains] == ["demo", "another"]
    assert [*listed.processes] == ["approval", "advice"]
    assert next(iter(listed.items.values())).domain == "demo"


def _copy(path: Path, name: str, *changes: tuple[str, str]) -> None:
    text = path.read_text("utf-8")
    for old, new in changes:
        text = text.replace(old, new)
    path.with_stem(name).write_text(text, "utf-8")
