"""A published chart leads to the pages of its items and processes."""

from msgspec.structs import replace

from gkstd.model.project import Project
from gkstd.render.site.chart_links import linked
from gkstd.render.site.page import Page
from gkstd.render.site.pages import pages
from gkstd.render.site.processes import ProcessPage

ITEM = b'<a class="fc-link" data-item="%s"><text>x</text></a>'


def page(project: Project) -> Page:
    return next(page for page in pages(project) if page.path == "processes/eia-approval.html")


def test_an_item_has_its_address(project: Project) -> None:
    shown = page(project)
    assert isinstance(shown.view, ProcessPage)
    item = next(item for step in shown.view.process.steps for item in step.discloses)
    svg = linked(ITEM % item.id.encode(), shown).decode()
    assert f'href="../items/{item.index}.html" target="_top"' in svg
    assert svg.replace(f' href="../items/{item.index}.html" target="_top"', "").encode() == ITEM % item.id.encode()


def test_a_process_that_is_called_has_its_address(project: Project) -> None:
    shown = page(project)
    assert isinstance(shown.view, ProcessPage)
    first, *rest = shown.view.process.steps
    called = replace(shown.view.process, steps=(replace(first, process="hearing"), *rest))
    shown = replace(shown, view=replace(shown.view, process=called))
    assert b'href="../processes/hearing.html"' in linked(b'<a class="fc-link" data-process="hearing">', shown)


def test_what_the_process_does_not_name_leads_nowhere(project: Project) -> None:
    svg = ITEM % b"something-else"
    assert linked(svg, page(project)) == svg


def test_other_pages_leave_pictures_alone(project: Project) -> None:
    home = next(page for page in pages(project) if page.path == "index.html")
    assert linked(ITEM % b"eia-acceptance", home) == ITEM % b"eia-acceptance"
