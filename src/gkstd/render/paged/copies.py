"""What a profile gives beside the PDF: for press a preflight report, for an office the booklet.

In: the finished PDF. Out: the files of its target.
"""

from gkstd.render.base import Output
from gkstd.render.paged.booklet import booklet
from gkstd.render.paged.preflight import as_json, as_text, preflight
from gkstd.render.views.issue import Issue


def outputs(name: str, data: bytes, issue: Issue) -> tuple[Output, ...]:
    """The PDF first; `name` is its path without the ending."""
    made = Output(f"{name}.pdf", data)
    if issue.profile == "press":
        report = preflight(data, issue)
        title = name.rpartition("/")[2]
        told = (
            Output(f"{name}.preflight.json", as_json(report)),
            Output(f"{name}.preflight.txt", as_text(report, title)),
        )
        return (made, *told)
    if issue.profile == "office":
        return (made, Output(f"{name}.booklet.pdf", booklet(data)))
    return (made,)
