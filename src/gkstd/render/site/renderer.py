"""Pages to bytes: Jinja2 templates in a sandbox, autoescaped; other files as they are.

In: jobs whose payload is a `Page`. Out: artifacts, each with the page and the charts published beside it. Never sees the
model, never writes.
"""

from collections.abc import Sequence
from pathlib import PurePosixPath
from typing import TYPE_CHECKING

from gkstd.render.base import Artifact, Job, Output
from gkstd.render.markup import markup
from gkstd.render.site import address
from gkstd.render.site.columns import NAVIGATION
from gkstd.render.site.page import Page
from gkstd.render.templates import TemplateSet, freeze

if TYPE_CHECKING:
    from jinja2 import Environment, Template

BATCH = 100

POLICY = (
    "default-src 'none'; style-src 'self'; img-src 'self' data:; base-uri 'none'; form-action 'none'; object-src 'none'"
)
"""Content security policy: there is no script at all, and nothing comes from another host."""

_COMPILED = {".html", ".xml", ".txt"}


def render(jobs: Sequence[Job], templates: TemplateSet) -> list[Artifact]:
    """One environment for each root template: its pages share what it read, noted once it has rendered them all."""
    rooms: dict[str, _Room] = {}
    outputs = []
    for job in jobs:
        page = _page(job)
        room = rooms.get(page.template) or rooms.setdefault(page.template, _Room(page.template, templates))
        outputs.append((Output(f"site/{page.path}", room.render(page)), *_charts(job, page)))
    return [
        Artifact(job.target.name, output, freeze(rooms[_page(job).template].reads))
        for job, output in zip(jobs, outputs, strict=True)
    ]


class _Room:
    """A root template with its own environment; `reads` grows as the environment looks things up."""

    def __init__(self, name: str, templates: TemplateSet) -> None:
        self.name = name
        self.templates = templates
        self.reads: dict[str, str | None] = {}
        self.compiled = self._compile() if PurePosixPath(name).suffix in _COMPILED else None

    def _compile(self) -> "Template":
        return _furnish(self.templates.environment(self.reads)).get_template(self.name)

    def render(self, page: Page) -> bytes:
        if self.compiled is None:
            return self.templates.text(self.name, self.reads).encode()
        return self.compiled.render(page=page, site=page.frame, head=page.head, view=page.view, root=page.root).encode()


def _furnish(environment: "Environment") -> "Environment":
    """What all site templates may call: addresses, Markdown, the navigation, the policy."""
    environment.filters["markdown"] = markup
    environment.globals.update(
        item_path=address.of_item,
        law_path=address.of_law,
        process_path=address.of_process,
        reference_path=address.of_reference,
        category_anchor=address.category_anchor,
        clause_anchor=address.clause_anchor,
        term_anchor=address.term_anchor,
        annex_anchor=address.annex_anchor,
        step_anchor=address.step_anchor,
        navigation=NAVIGATION,
        policy=POLICY,
    )
    return environment


def _page(job: Job) -> Page:
    payload = job.target.payload
    if not isinstance(payload, Page):
        raise TypeError(f"{job.target.name}: a site target carries a Page")
    return payload


def _charts(job: Job, page: Page) -> list[Output]:
    """The pictures of the needed targets, published beside the page so that the folder works alone."""
    folder = PurePosixPath("site", page.path).parent
    pictures = [output for artifact in job.inputs for output in artifact.outputs if output.path.endswith(".svg")]
    return [Output(str(folder / PurePosixPath(picture.path).name), picture.data) for picture in pictures]
