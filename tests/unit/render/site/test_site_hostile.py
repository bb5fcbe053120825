"""Text is text: whatever an editor writes appears literally, and never as markup, script or path."""

import json
from datetime import date
from pathlib import Path
from xml.etree import ElementTree

import pytest
from msgspec.structs import replace
from site_helpers import Build, Parsed, job, poison

from gkstd.model.item import Change
from gkstd.model.project import Project
from gkstd.render.site import renderer
from gkstd.render.site.address import of_item, safe
from gkstd.render.site.pages import pages
from gkstd.render.templates import TemplateSet
from gkstd.source.load import load

ROOT = Path(__file__).parents[4]

EVIL = "\"'><script>alert(1)</script><img src=x onerror=alert(2)>{{ 7*7 }}{% raw %}&amp;</title>"


@pytest.fixture(scope="module")
def poisoned(build: Build, project: Project) -> dict[str, Parsed]:
    identity = replace(project.identity, expected={})
    files = build(poison(replace(project, identity=identity), EVIL))
    return {path: Parsed(data.decode()) for path, data in files.items() if path.endswith(".html")}


def test_nothing_runs(poisoned: dict[str, Parsed], parsed: dict[str, Parsed]) -> None:
    for path, page in poisoned.items():
        assert page.all("script") == parsed[path].all("script"), path
        assert not [attrs for _, attrs in page.tags if any(name.startswith("on") for name in attrs)], path
        assert (page.broken, page.open) == ([], []), path
        assert len(page.all("img")) == len(parsed[path].all("img")), path


def test_text_appears_literally(poisoned: dict[str, Parsed]) -> None:
    page = poisoned["items/610824-HB-2018-0001.html"]
    assert f"环评文件受理情况{EVIL}" in page.pieces
    assert page.metas["ArticleTitle"] == f"环评文件受理情况{EVIL}"
    assert page.title.startswith(f"环评文件受理情况{EVIL}（610824")
    for path in ("domains/environment.html", "laws/eia-law.html", "bodies/county-environment-bureau.html"):
        assert EVIL in poisoned[path].text, path


def test_nothing_runs_in_what_only_the_whole_edition_has(templates: TemplateSet) -> None:
    """Services, tables, figures, tasks, changes, the system of standards; linked data, feeds and the search as well."""
    project = load(ROOT).project
    assert project
    first = next(iter(project.items))
    changed = replace(project.items[first], changes=(Change(date(2018, 12, 1), "改了公示期"),), parent="环评审批")
    project = replace(project, items={**project.items, first: changed})
    kinds = {"date": "text"}  # a day and a number are refused where they are read
    plain = {
        table.id: replace(
            table,
            columns=tuple(
                [replace(column, kind=kinds.get(column.kind, column.kind), total=False) for column in table.columns]
            ),
        )
        for table in project.tables.values()
    }
    project = replace(project, tables=plain)
    evil = poison(replace(project, identity=replace(project.identity, expected={})), EVIL)
    shown = {"services", "towns", "changes.html", "changes.xml", "arrangements.html", "standard-system.html", "index.html",
             "search", "domains", "workbooks", "search.html"}  # fmt: skip
    true_pages = {page.path: page for page in pages(project)}
    for other in pages(evil):
        one = true_pages.get(other.path)
        if one is None or one.path.split("/")[0] not in shown or other.needs:
            continue
        true, false = (artifact.outputs for artifact in renderer.render([job(one), job(other)], templates))
        assert [o.path for o in true] == [o.path for o in false]
        text = false[0].data.decode()
        if one.path.endswith(".html"):
            was, now = Parsed(true[0].data.decode()), Parsed(text)
            assert (now.broken, now.open) == ([], []), one.path
            assert {tag for tag, _ in now.tags} <= {tag for tag, _ in was.tags}, one.path
            assert len(now.all("img")) == len(was.all("img")), one.path
            assert not [a for _, a in now.tags if any(name.startswith("on") or name == "style" for name in a)], one.path
            assert now.all("script") == was.all("script"), one.path
        elif one.path.endswith(".xml"):
            ElementTree.fromstring(text)
        else:
            assert json.loads(text[text.index("(") + 1 : -3].partition(",")[2] if "text-" in one.path else text[12:-3])
        for linked in false[1:]:
            assert linked.path.endswith(".svg") or json.loads(linked.data)


@pytest.mark.parametrize(
    "index", ["../../etc/passwd", "000014349/2017-00110", "a b", "..", "%2e%2e", "〔2018〕1号", "\\x"]
)
def test_an_index_number_is_never_a_path(index: str) -> None:
    path = of_item(index, "x")
    assert path.startswith("items/") and path.endswith(".html")
    assert not set(path.removeprefix("items/").removesuffix(".html")) & set("/\\.% :")


def test_different_numbers_have_different_addresses() -> None:
    numbers = ["a/b", "a_b", "a_2f_b", "a-b", "ab", "a__b", "A-b", "a／b"]
    assert len({safe(number) for number in numbers}) == len(numbers)
    assert of_item("", "x-1") != of_item("x-1", "")
    assert of_item("", "x-1") != of_item("_x-1", "")
