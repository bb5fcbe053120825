"""Pages to bytes: Jinja2 templates in a sandbox, autoescaped; other files as they are.

In: jobs whose payload is a `Page`. Out: artifacts, each with the page and the charts published beside it. Never sees the
model, never writes.
"""

from collections.abc import Mapping, Sequence
from pathlib import PurePosixPath
from typing import TYPE_CHECKING

from markupsafe import Markup

from gkstd.diagnostics.codes.build import TEMPLATE
from gkstd.model.prose.tree import Footnote
from gkstd.render import prose
from gkstd.render.base import Artifact, Finding, Job, Output
from gkstd.render.markup import markup
from gkstd.render.numbers import unbroken
from gkstd.render.site import address, chart_links, codes, handbooks, links
from gkstd.render.site.beside import stem
from gkstd.render.site.columns import FURTHER, NAVIGATION
from gkstd.render.site.downloads import BookFile
from gkstd.render.site.handbooks import PdfFile
from gkstd.render.site.page import Page
from gkstd.render.site.search.pack import IndexView, ShardView
from gkstd.render.site.search.script import script
from gkstd.render.site.words import field_names, phrases
from gkstd.render.templates import TemplateSet, faults, freeze, told

if TYPE_CHECKING:
    from jinja2 import Environment

BATCH = 100

POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; base-uri 'none'; form-action 'self'; "
    "object-src 'none'"
)
"""Content security policy: scripts and styles are files of the site, and nothing comes from another host."""

"""What a wrong template raises while it is compiled or run."""

_COMPILED = {".html", ".xml", ".txt"}


def render(jobs: Sequence[Job], templates: TemplateSet) -> list[Artifact]:
    """One environment for each root template: its pages share what it read, noted once it has rendered them all."""
    rooms: dict[str, _Room] = {}
    made = []
    for job in jobs:
        page = _page(job)
        room = rooms.get(page.template) or rooms.setdefault(page.template, _Room(page.template, templates))
        made.append((job, page, room, room.render(page, handbooks.files(job))))
    return [_artifact(job, page, room, answer) for job, page, room, answer in made]


class _Room:
    """A root template with its own environment; `reads` grows as the environment looks things up."""

    def __init__(self, name: str, templates: TemplateSet) -> None:
        self.name = name
        self.templates = templates
        self.reads: dict[str, str | None] = {}
        self.environment = _furnish(templates.environment(self.reads))

    def render(self, page: Page, files: Mapping[str, PdfFile]) -> bytes | Finding:
        """The page, or what is wrong with the template: a project may bring its own."""
        if isinstance(page.view, BookFile):
            return files[page.view.source].data
        if isinstance(page.view, IndexView | ShardView):
            return script(page.view)
        if PurePosixPath(self.name).suffix not in _COMPILED:
            return self.templates.text(self.name, self.reads).encode()
        try:
            text = self.environment.get_template(self.name).render(
                page=page, site=page.frame, head=page.head, view=page.view, root=page.root, files=files
            )
        except faults() as fault:
            return Finding(TEMPLATE, values=told(fault, self.name))
        return text.encode("utf-8", "replace")


def _artifact(job: Job, page: Page, room: _Room, answer: bytes | Finding) -> Artifact:
    reads = freeze(room.reads)
    if isinstance(answer, Finding):
        return Artifact(job.target.name, (), reads, (answer,))
    beside = [Output(f"site/{stem(page.path)}.jsonld", page.linked.encode())] if page.linked else []
    return Artifact(job.target.name, (Output(f"site/{page.path}", answer), *beside, *_charts(job, page)), reads)


def _furnish(environment: "Environment") -> "Environment":
    """What all site templates may call: addresses, Markdown, the navigation, the policy."""
    environment.filters.update(prose.filters())
    environment.filters.update(markdown=_markdown, say=_say, unbroken=unbroken, phrases=phrases)
    environment.globals.update(
        domain_path=address.of_domain,
        item_path=address.of_item,
        law_path=address.of_law,
        process_path=address.of_process,
        chart_path=address.of_chart,
        image_path=address.of_image,
        search_path=address.of_search,
        citing=links.citing,
        reference_path=address.of_reference,
        standard_path=address.of_document,
        category_anchor=address.category_anchor,
        clause_anchor=address.clause_anchor,
        term_anchor=address.term_anchor,
        annex_anchor=address.annex_anchor,
        step_anchor=address.step_anchor,
        field_names=field_names,
        navigation=NAVIGATION,
        further=FURTHER,
        qr=codes.qr,
        policy=POLICY,
    )
    return environment


def _markdown(text: str, *, under: int = 1) -> Markup:
    return unbroken(markup(text, under=under))


def _say(
    pieces: prose.Pieces,
    prefix: str = "",
    notes: dict[str, Footnote] | None = None,
    cite: prose.Cite = prose.nothing_cited,
) -> Markup:
    return unbroken(prose.say(pieces, prefix, notes, cite))


def _page(job: Job) -> Page:
    payload = job.target.payload
    if not isinstance(payload, Page):
        raise TypeError(f"{job.target.name}: a site target carries a Page")
    return payload


def _charts(job: Job, page: Page) -> list[Output]:
    """The pictures of the needed targets, published beside the page so that the folder works alone."""
    folder = PurePosixPath("site", page.path).parent
    pictures = [output for artifact in job.inputs for output in artifact.outputs if output.path.endswith(".svg")]
    return [
        Output(str(folder / PurePosixPath(picture.path).name), chart_links.linked(picture.data, page))
        for picture in pictures
    ]
