"""The handbooks and standards of a project as a first script would print them: one process, one HTML string a document.

    python bench/naive.py PROJECT OUT

In: the same model that `gkstd build` reads. Out: a PDF for each workbook and each standard. Everything a quick script
does: tables left to find their own column widths, dots by leader(), the fonts of the system, no cache. It prints less
than gkstd does (no charts, no site, no data), so that a comparison with it flatters gkstd in nothing.
"""

import sys
from html import escape
from pathlib import Path

from weasyprint import HTML

from gkstd.model import workbook as parts
from gkstd.model.document import Clause, Document
from gkstd.model.item import Item
from gkstd.model.process import Process
from gkstd.model.project import Project
from gkstd.model.workbook import Workbook
from gkstd.source.load import load

STYLE = """
@page { size: A4; margin: 2.5cm; @top-center { content: string(chapter) } @bottom-center { content: counter(page) } }
@page wide { size: A4 landscape }
body { font-family: "Noto Serif CJK SC", serif; font-size: 10.5pt; text-align: justify }
h1 { string-set: chapter content(); break-before: page; font-family: "Noto Sans CJK SC", sans-serif }
.wide { page: wide; font-size: 8pt }
table { border-collapse: collapse } th, td { border: .5pt solid; padding: 2pt } thead { display: table-header-group }
.toc a::after { content: leader('.') target-counter(attr(href), page) }
"""
HEADS = (
    "序号",
    "一级事项",
    "二级事项",
    "公开内容（要素）",
    "公开依据",
    "公开时限",
    "公开主体",
    "公开渠道和载体",
    "公开对象",
    "公开方式",
    "公开层级",
)


def main(root: Path, out: Path) -> None:
    """Print everything that the project's workbooks and standards hold."""
    project = load(root).project
    if project is None:
        sys.exit("the project cannot be read")
    out.mkdir(parents=True, exist_ok=True)
    pages = 0
    for book in project.workbooks.values():
        pages += write(out / f"{book.id}.pdf", book.title, chapters(project, book))
    for document in project.documents.values():
        pages += write(out / f"standard-{document.id}.pdf", document.title, [(document.title, standard(document))])
    print(pages)


def write(path: Path, title: str, listed: list[tuple[str, str]]) -> int:
    """One document with its table of contents; the number of its pages."""
    lines = "".join(f'<div class="toc"><a href="#c{n}">{escape(head)}</a></div>' for n, (head, _) in enumerate(listed))
    body = "".join(f'<h1 id="c{n}">{escape(head)}</h1>{text}' for n, (head, text) in enumerate(listed))
    html = f'<html lang="zh"><style>{STYLE}</style><body><h1>{escape(title)}</h1><h1>目录</h1>{lines}{body}'
    document = HTML(string=html).render()
    document.write_pdf(path)
    return len(document.pages)


def chapters(p: Project, book: Workbook) -> list[tuple[str, str]]:
    """Title and HTML of each part."""
    made: list[tuple[str, str]] = []
    for part in book.parts:
        match part:
            case parts.TextPart():
                made.append((part.title, f"<p>{escape(part.text)}"))
            case parts.Catalog():
                made.append((part.title or p.domains[part.domain].title, catalog(p, part.domain)))
            case parts.Standards():
                made += [(p.documents[i].title, standard(p.documents[i])) for i in part.ids]
            case parts.Flowcharts():
                made += [(p.processes[i].title, steps(p.processes[i])) for i in part.ids]
            case parts.Laws():
                cited = {b.citation.title for i in p.items.values() if i.domain == book.domain for b in i.basis}
                made.append((part.title, "".join(f"<p>{escape(title)}" for title in sorted(cited))))
            case _:
                pass
    return made


def catalog(p: Project, domain: str) -> str:
    """The catalog as one table."""
    names = {c.id: c.title for c in p.domains[domain].categories}
    rows = "".join(row(p.items[i], names[p.items[i].category]) for i in p.domains[domain].items)
    return f'<table class="wide"><thead><tr>{"".join(f"<th>{h}" for h in HEADS)}</thead>{rows}</table>'


def row(i: Item, category: str) -> str:
    """One item."""
    channels = [str(use.channel.value if hasattr(use.channel, "value") else use.channel) for use in i.channels.required]
    cells = (
        str(i.serial), category, i.title, lines([e.text for e in i.content]), lines([b.citation.title for b in i.basis]),
        escape(i.limit.text), lines([b.written for b in i.bodies]), lines(channels), str(i.audience.kind), str(i.method.value),
        lines([level.value for level in i.levels]),
    )  # fmt: skip
    return "<tr>" + "".join(f"<td>{cell}" for cell in cells)


def lines(words: list[str]) -> str:
    """A list in a cell."""
    return "<ul>" + "".join(f"<li>{escape(word)}" for word in words) + "</ul>"


def standard(d: Document) -> str:
    """The clauses of a standard."""
    return "".join(clause(c) for c in d.clauses) + "".join(clause(c) for a in d.annexes for c in a.clauses)


def clause(c: Clause) -> str:
    """One clause and those below it."""
    terms = "".join(f"<p>{escape(t.term)}：{escape(t.definition)}" for t in c.terms)
    cited = "".join(f"<p>{escape(r.number)} {escape(r.title)}" for r in c.references)
    return f"<h2>{c.number} {escape(c.title)}</h2><p>{escape(c.text)}{terms}{cited}" + "".join(map(clause, c.clauses))


def steps(process: Process) -> str:
    """A process as a table of its steps."""
    return (
        "<table>"
        + "".join(f"<tr><td>{escape(s.lane)}<td>{escape(s.title)}<td>{escape(s.limit_text)}" for s in process.steps)
        + "</table>"
    )


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
