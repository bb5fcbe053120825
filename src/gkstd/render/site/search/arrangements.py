"""Tables and published figures as entries: a row is a passage.

In: the view of the page. Out: entries, each with the address of its place on the page.
"""

from collections.abc import Iterator

from gkstd.render.site.arrangements import ArrangementsView, FigureGroup, Sheet
from gkstd.render.site.search.entry import Entry, Passage, in_a_row

KIND = "工作安排"


def arrangements(path: str, view: ArrangementsView) -> Iterator[Entry]:
    """The figures as one entry, then each table in full; the others are found with their standards."""
    if view.figures:
        passages = tuple([Passage(group.title or "数字", _group(group)) for group in view.figures])
        yield Entry(f"{path}#figures", KIND, "公布的数字", passages=passages)
    for sheet in view.sheets:
        yield Entry(f"{path}#{sheet.anchor}", KIND, sheet.title, passages=tuple(_passages(sheet)))


def _group(group: FigureGroup) -> str:
    lines = [[f"{one.title}{one.value}", one.source, one.day, one.note] for one in group.figures]
    return in_a_row(["，".join([text for text in line if text]) for line in lines])


def _passages(sheet: Sheet) -> Iterator[Passage]:
    for text in (sheet.summary, sheet.note):
        if text:
            yield Passage("说明", text, prose=True)
    yield Passage("栏目", "、".join([column.title for column in sheet.columns]))
    for number, row in enumerate(sheet.rows, 1):
        yield Passage(f"第{number}行", in_a_row([cell.text for cell in row if cell.text]))
    if sheet.source:
        yield Passage("资料来源", sheet.source)
