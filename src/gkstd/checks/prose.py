"""GK601 to GK608: numbers and references inside the own standards, and what their tables and figures show.

In: a context. Out: what `model.prose.numbering` could not number or resolve, with its place in the text.
"""

from collections.abc import Iterator, Mapping
from typing import Any

from gkstd.checks.base import Context
from gkstd.checks.drafting.facts import Source, facts_of
from gkstd.diagnostics import Diagnostic, Text
from gkstd.diagnostics.codes import drafting
from gkstd.model.hints import did_you_mean
from gkstd.model.prose.place import Place
from gkstd.model.prose.slips import Slip
from gkstd.text import Span

SOURCES = {
    "catalog": Text("领域", "domain"),
    "table": Text("表", "table"),
    "form": Text("空白表格", "form"),
    "process": Text("流程", "process"),
}


def prose_numbers(ctx: Context) -> Iterator[Diagnostic]:
    """Dangling and ambiguous references, footnotes without marks, captions without tables, uneven rows."""
    for _, its in facts_of(ctx):
        for slip in its.slips:
            yield _finding(ctx, slip)


def prose_sources(ctx: Context) -> Iterator[Diagnostic]:
    """Tables and figures that show something the project does not have."""
    for _, its in facts_of(ctx):
        for shown in its.sources:
            yield from _source(ctx, shown)


def _source(ctx: Context, shown: Source) -> Iterator[Diagnostic]:
    project = ctx.project
    tables: dict[str, Mapping[str, object]] = {
        "catalog": project.domains,
        "table": project.tables,
        "form": project.forms,
        "process": project.processes,
    }
    kind, _, id = shown.source.partition(":")
    said, known = (id, tables[kind]) if kind in tables else (shown.source, project.images)
    if said in known:
        return
    what = SOURCES.get(kind, IMAGE)
    span = _span(ctx, shown.place, shown.within)
    hints = _outside(kind) if id and kind not in tables else did_you_mean(said, tuple(known))
    yield drafting.UNKNOWN_SOURCE.at(span, hints=hints, source=said, what_zh=what.zh, what_en=what.en)


IMAGE = Text("图像文件", "image file")


def _outside(scheme: str) -> tuple[Text, ...]:
    zh = f"不用 {scheme}: 取外面的内容：把图像文件放到 standards/images，这里写文件名"
    return (
        Text(zh, f"nothing is taken by {scheme}: from outside; put the file in standards/images and write its name"),
    )


def _finding(ctx: Context, slip: Slip) -> Diagnostic:
    first = Text("已在这里用过", "first used here")
    labels = ((_span(ctx, slip.other, None), first),) if slip.other else ()
    hints = did_you_mean(slip.word, slip.known) if slip.word else ()
    values: dict[str, Any] = dict(slip.values)
    return slip.code.at(_span(ctx, slip.place, slip.within), labels=labels, hints=hints, **values)


def _span(ctx: Context, place: Place, within: tuple[int, int] | None) -> Span:
    return ctx.places.span(place.kind, place.id, *place.path, within=within)
