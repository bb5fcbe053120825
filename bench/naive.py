"""The handbooks and standards of a project as a first script would print them: one process, one document after another.

    python bench/naive.py PROJECT OUT

In: the same project, and of it the same HTML and the same charts as `gkstd build workbooks standards` prints, so that the
content is equal to the letter: catalogs, standards in full, step tables, forms, laws, and each chart as an SVG picture. Out:
a PDF for each workbook and each standard. What is naive is how it is printed: tables find their own column widths, lists in
cells are lists, dots are made by leader(), fonts are those of the system, every style sheet is parsed for every document,
and the files are plain PDF, without tags, archive profile or drafts' mark. Nothing is slower than such a script would be.
"""

import re
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

from weasyprint import HTML

from gkstd.build.stock import stock
from gkstd.model.project import Project
from gkstd.render.base import Job, Output, Renderer, Target
from gkstd.render.flowchart import print as sheets
from gkstd.render.paged import charts, html
from gkstd.render.templates import TemplateSet
from gkstd.render.views.process import process_view
from gkstd.render.views.standard import standard_view
from gkstd.render.views.workbook import workbook_view
from gkstd.source.load import load

STYLE = """
@page { size: A4; margin: 2.5cm; @top-center { content: string(chapter) } @bottom-center { content: counter(page) } }
@page wide { size: A4 landscape }
@page front { @bottom-center { content: counter(page, upper-roman) } }
body { font-family: "Noto Serif CJK SC", serif; font-size: 11pt; line-height: 1.7; text-align: justify }
h1, h2, h3, h4, h5, h6, th, strong { font-family: "Noto Sans CJK SC", sans-serif; font-weight: normal }
h1 { string-set: chapter content() }
p { text-indent: 2em; margin: 0 }
a { color: inherit; text-decoration: none }
table { border-collapse: collapse; width: 100%; font-size: 9pt; line-height: 1.4 }
th, td { border: .5pt solid; padding: 2pt; white-space: pre-line }
td ul { margin: 0; padding: 0; list-style: none }
thead { display: table-header-group }
tr { break-inside: avoid }
img { max-width: 100%; max-height: 22cm }
.cover, .part, .process, .annex, .front { break-before: page }
.part .standard + .standard { break-before: page }
.wide, .annex-wide, .catalog-page { page: wide }
.catalog { font-size: 8pt }
.contents { break-before: page; page: front }
.contents .line a::after { content: leader('.') target-counter(attr(href), page) }
.footnote { float: footnote }
.of-next { display: none }
[class*=lines-] { height: 3em }
"""
_CELL = re.compile(r"(<td[^>]*>)([^<\n]+(?:\n[^<\n]+)+)(?=<)")
_COLUMNS = re.compile(r"<colgroup>.*?</colgroup>", re.DOTALL)


def main(root: Path, out: Path) -> None:
    """Print everything that the project's workbooks and standards hold."""
    project = load(root).project
    if project is None:
        sys.exit("the project cannot be read")
    out.mkdir(parents=True, exist_ok=True)
    for name, data in project.images.items():
        _save(out / "site/images" / name, data)
    views = {id: process_view(project, id)[0] for id in project.processes}
    for made in _rendered(sheets, [Target(f"sheets/{id}", "flowchart.sheets", view) for id, view in views.items()]):
        _save(out / made.path, made.data)
    pictures = {str(path.relative_to(out)): path.read_bytes() for path in sorted(out.rglob("*.svg"))}
    for target in _documents(project):
        text = ""
        for made in _rendered(html, [target]):
            text = made.data.decode() if made.path.endswith(".html") else text
            _save(out / made.path, made.data)
        write(naively(charts.spread(text, pictures)), out, target.name)


def write(text: str, out: Path, name: str) -> None:
    """One document."""
    HTML(string=text, base_url=str(out) + "/").write_pdf(out / f"{name.replace('/', '-')}.pdf")


def naively(text: str) -> str:
    """The markup of a book without the care that was taken for the engine, in the style of this script."""
    text = _CELL.sub(lambda cell: cell[1] + _list(cell[2].split("\n")), _COLUMNS.sub("", text))
    return text.replace("gkstd:", "").replace("<head>", f"<head><style>{STYLE}</style>", 1)


def _list(lines: Sequence[str]) -> str:
    return "<ul>" + "".join(f"<li>{line}</li>" for line in lines) + "</ul>"


def _documents(project: Project) -> Iterator[Target]:
    for id in project.workbooks:
        yield Target(f"workbooks/{id}", "paged.html", workbook_view(project, id)[0])
    for id in project.documents:
        yield Target(f"standards/{id}", "paged.html", standard_view(project, id)[0])


def _rendered(renderer: Renderer, targets: Sequence[Target]) -> list[Output]:
    made = renderer.render([Job(target) for target in targets], TemplateSet(stock()))
    return [output for artifact in made for output in artifact.outputs]


def _save(path: Path, data: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data)


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
