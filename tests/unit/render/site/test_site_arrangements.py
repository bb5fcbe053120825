"""制度与工作安排: every figure with its source, every table once, with heads that say what a cell is."""

import re
from pathlib import Path

import pytest
from site_helpers import Build, Parsed, job, with_tables

from gkstd.model.project import Project
from gkstd.render.site import renderer
from gkstd.render.site.arrangements import ArrangementsView
from gkstd.render.site.edition import edition
from gkstd.render.site.pages import pages
from gkstd.render.site.search.entries import entries
from gkstd.render.templates import TemplateSet
from gkstd.source.load import load

ROOT = Path(__file__).parents[4]
PATH = "arrangements.html"


@pytest.fixture
def arranged(project: Project) -> Project:
    return with_tables(project)


def test_a_table_has_heads_links_and_sums(build: Build, arranged: Project) -> None:
    page = Parsed(build(arranged)[PATH].decode())
    assert (page.broken, page.open) == ([], [])
    heads = [attrs["scope"] for attrs in page.all("th")]
    assert heads == ["col"] * 4 + ["rowgroup", "row"] + ["col"] * 5 + ["row"] * 3
    targets = {attrs["href"] for attrs in page.all("a") if attrs["href"].startswith(("bodies/county", "laws/dis"))}
    assert targets == {"bodies/county-environment-bureau.html", "laws/disclosure-regulation.html"}
    for said in ("约3527份", "公开报道", "（2018年5月9日）", "2018年6月", "42", "资料来源：编制单位整理"):
        assert said in page.pieces
    assert page.pieces.count("待核") == 2, "the figure and the table"
    assert "：本表各行尚未核实，使用前请与正式文本核对。" in page.pieces
    labels = [attrs.get("data-label") for attrs in page.all("td")]
    assert set(labels) == {"数值", "出处", "说明", "制定单位", "上位依据", "印发", "页数（页）"}


def test_what_there_is_not_has_no_page(build: Build, project: Project, parsed: dict[str, Parsed]) -> None:
    assert PATH not in build(project)
    assert not any("arrangements" in a["href"] for page in parsed.values() for a in page.all("a"))


def test_tables_and_figures_are_found(arranged: Project) -> None:
    whole = edition(arranged)
    found = [entry for entry in entries(whole, list(pages(arranged))) if entry.kind == "工作安排"]
    assert [entry.path for entry in found] == [f"{PATH}#figures", f"{PATH}#table-rules"]
    assert any("约" in passage.text and "公开报道" in passage.text for passage in found[0].passages)
    assert {"甲制度；县环保局；《条例》；2018年6月；12", "乙制度；某单位；30"} <= {p.text for p in found[1].passages}


def test_the_edition_shows_each_table_once(templates: TemplateSet) -> None:
    """In full or as an annex: what the county arranged for itself in full, what a standard lays down with the standard."""
    project = load(ROOT).project
    assert project
    shown = {page.path: page for page in pages(project)}
    view = shown[PATH].view
    assert isinstance(view, ArrangementsView)
    titles = [sheet.title for sheet in view.sheets] + [held.link.text for held in view.held]
    assert sorted(titles) == sorted([table.title for table in project.tables.values()])
    assert [len(sheet.rows) for sheet in view.sheets if sheet.title in ("公开制度", "平台制度")] == [15, 6]
    assert sum([len(group.figures) for group in view.figures]) == len(project.figures)
    for held in view.held:
        path, _, anchor = held.link.path.partition("#")
        (artifact,) = renderer.render([job(shown[path])], templates)
        assert re.search(f'id="{anchor}"', artifact.outputs[0].data.decode()), held
