"""PDF: the pages of a book or standard. With its neighbours that import it (`shelf`, `justify`, `quick` …), the only module that knows the print engine.

In: a document's HTML, the faces, and the flowcharts it shows, all in memory. Out: one tagged PDF. Nothing is fetched, no
clock is read; the same input gives the same bytes.
"""

import gc
import logging
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from functools import lru_cache
from multiprocessing.util import Finalize
from shutil import rmtree

from msgspec import Struct

from gkstd.diagnostics.codes.build import RENDER
from gkstd.render.base import Artifact, EnvironmentProblem, Finding, Job
from gkstd.render.paged import charts, contents, copies, draft, glyphs, memory, press
from gkstd.render.paged.faces import FAMILIES
from gkstd.render.paged.finish import SCREEN, finish
from gkstd.render.templates import TemplateSet, freeze
from gkstd.render.views.issue import Issue

try:
    import weasyprint
    from weasyprint.text.fonts import FontConfiguration

    from gkstd.render.paged import continued, justify, merge, quick, unbroken, write
    from gkstd.render.paged.shelf import RefusedError, Shelf
except OSError as error:
    raise EnvironmentProblem(
        "排版库 Pango", "the text layout library Pango", ("libpango-1.0-0", "libpangoft2-1.0-0", "libharfbuzz-subset0")
    ) from error

BATCH = 1

BOUND = "bound"
"""One more, for the profiles whose pages are bound."""
STYLES = ("page", "sizes", "text", "cover", "contents", "catalog", "standard", "flowchart", "laws", "grid", "system")
"""`paged/<name>.css` in cascade order, for every document: parsed once, they cost less than a choice for each."""


class Sheets(Struct, frozen=True):
    """Style and faces, ready for use by any number of documents of this process, and what the engine said of them."""

    css: weasyprint.CSS
    fonts: FontConfiguration
    complaints: tuple[str, ...]


def render(jobs: Sequence[Job], templates: TemplateSet) -> list[Artifact]:
    """A PDF for each job, at the path that is the target's name."""
    return [_artifact(job, templates) for job in jobs]


def _artifact(job: Job, templates: TemplateSet) -> Artifact:
    reads: dict[str, str | None] = {}
    name = job.target.name
    issue = job.target.payload if isinstance(job.target.payload, Issue) else SCREEN
    names = STYLES if issue.profile == SCREEN.profile else (*STYLES, BOUND)
    style = "\n".join([templates.text(f"paged/{name}.css", reads) for name in names])
    files = {output.path: output.data for artifact in job.inputs for output in artifact.outputs}
    if lacking := _lacking(files):
        return Artifact(name, (), freeze(reads), lacking)
    try:
        with _collected() as complaints:
            data, of_style = _print(files, style, issue)
    except write.StrayError as stray:
        return Artifact(name, (), freeze(reads), glyphs.findings(stray.chars, _faces(files)))
    except RefusedError as refused:
        return Artifact(name, (), freeze(reads), (_failed(name, f"不许取用 {refused}"),))
    if found := (*of_style, *complaints):
        return Artifact(name, (), freeze(reads), tuple([_failed(name, text) for text in dict.fromkeys(found)]))
    return Artifact(name, copies.outputs(name.removesuffix(".pdf"), data, issue), freeze(reads))


def _print(files: Mapping[str, bytes], style: str, issue: Issue) -> tuple[bytes, tuple[str, ...]]:
    """One document, and the engine's complaints of the style."""
    sheets = _sheets(style, tuple([(path, files[path]) for path in _face_names(files)]))
    with _quiet_collector():
        data = _laid_out(files, sheets, issue)
    return finish(data, issue, draft.watermark(files["fonts/hei.otf"]) if issue.draft else b""), sheets.complaints


def _laid_out(files: Mapping[str, bytes], sheets: Sheets, issue: Issue) -> bytes:
    """The pages as the engine writes them; nothing of them is left when they are finished."""
    html = next(data for path, data in files.items() if path.endswith(".html")).decode()
    pictures = {path: charts.in_our_faces(data) for path, data in files.items() if path.endswith(".svg")}
    images = {path.removeprefix("site/"): data for path, data in files.items() if path.startswith("site/images/")}
    if issue.profile == "press":
        html = charts.bars_in_one_ink(html)
        pictures = {path: charts.in_one_ink(data) for path, data in pictures.items()}
    shelf = Shelf(pictures | images | contents.DOT)
    rules = charts.rules(pictures) + (press.STYLE if issue.profile == "press" else "")
    own = weasyprint.CSS(string=rules, url_fetcher=shelf)
    with quick.quick(), justify.chinese(), unbroken.kept():
        document = weasyprint.HTML(string=charts.spread(html, pictures), url_fetcher=shelf)
        memory.give_back()
        pages = document.render(font_config=sheets.fonts, stylesheets=[sheets.css, own], pdf_tags=True)
        merge.merge(pages.pages)
        continued.continued(pages.pages)
        return write.write(pages)


def _lacking(files: Mapping[str, bytes]) -> tuple[Finding, ...]:
    """Characters of the text and its charts that no face has; looked for before anything is laid out."""
    return glyphs.missing(
        [data.decode() for path, data in files.items() if path.endswith((".html", ".svg"))], _faces(files)
    )


def _faces(files: Mapping[str, bytes]) -> tuple[bytes, ...]:
    return tuple([files[path] for path in _face_names(files)])


def _face_names(files: Mapping[str, bytes]) -> list[str]:
    return sorted(path for path in files if path.startswith("fonts/"))


@lru_cache(maxsize=2)
def _sheets(style: str, faces: tuple[tuple[str, bytes], ...]) -> Sheets:
    """Parsed once in a worker; documents share them without a trace in the bytes."""
    fonts = FontConfiguration()
    with _collected() as complaints:
        css = weasyprint.CSS(string=_named(faces) + style, font_config=fonts, url_fetcher=Shelf(dict(faces)))
    if fonts._folder:
        Finalize(fonts, rmtree, (fonts._folder, True), exitpriority=1)  # a worker ends without deleting its objects
    gc.freeze()
    return Sheets(css, fonts, tuple(complaints))


def _named(faces: Sequence[tuple[str, bytes]]) -> str:
    """The rules that give the faces the names the style sheets know them by."""
    roles = [(name.rpartition("/")[2].removesuffix(".otf"), name) for name, _ in faces]
    return "".join([f'@font-face {{ font-family: "{FAMILIES[r]}"; src: url("gkstd:{name}") }}\n' for r, name in roles])


@contextmanager
def _quiet_collector() -> Iterator[None]:
    """The collector rests, since layout makes very many objects that live to its end; then it takes them all."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        memory.give_back()
        if was_on:
            gc.enable()


class _Complaints(logging.Handler):
    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.texts: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.texts.append(record.getMessage())


@contextmanager
def _collected() -> Iterator[list[str]]:
    """What the engine complains of: a style that is not applied or a picture that is not shown must not go unseen."""
    logger = logging.getLogger("weasyprint")
    handler = _Complaints()
    before = logger.handlers[:]
    logger.handlers[:] = [handler]
    try:
        yield handler.texts
    finally:
        logger.handlers[:] = before


def _failed(target: str, why: str) -> Finding:
    return Finding(RENDER, values=(("target", target), ("why", why)))
