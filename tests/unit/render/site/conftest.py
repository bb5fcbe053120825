"""The sample edition as files, and parsed."""

import pytest
from site_helpers import Build, Parsed, Site, data_beside, job, places, with_everything

from gkstd.model.project import Project
from gkstd.render.site import renderer
from gkstd.render.site.pages import pages
from gkstd.render.templates import TemplateSet


@pytest.fixture(scope="session")
def build(templates: TemplateSet) -> Build:
    """A project's site as files by path."""

    def files(project: Project) -> Site:
        every = list(pages(project))
        artifacts = renderer.render([job(page) for page in every], templates)
        made = {o.path: o.data for artifact in artifacts for o in artifact.outputs} | data_beside(project, every)
        return {path.removeprefix("site/"): data for path, data in made.items()}

    return files


@pytest.fixture(scope="session")
def complete(project: Project) -> Project:
    """The sample edition with everything a page can show."""
    return with_everything(project)


@pytest.fixture(scope="session")
def at(complete: Project) -> dict[str, str]:
    """A page of each kind (`KINDS`) of it."""
    return places(complete)


@pytest.fixture(scope="session")
def complete_site(build: Build, complete: Project) -> Site:
    """Its site."""
    return build(complete)


@pytest.fixture(scope="session")
def site(build: Build, project: Project) -> Site:
    """The sample edition's site."""
    return build(project)


@pytest.fixture(scope="session")
def parsed(site: Site) -> dict[str, Parsed]:
    """Its pages, parsed."""
    return {path: Parsed(data.decode()) for path, data in site.items() if path.endswith(".html")}
