"""Values as they are printed. In: parsed values of the model. Out: text. Never decides anything."""

import re
from collections.abc import Iterable
from datetime import date

from gkstd.model.register import Law, Reference
from gkstd.model.values.citation import Citation, format_citation
from gkstd.model.values.citation_place import Place, format_places
from gkstd.model.values.limit import Duration, Limit

TICK = "√"
PENDING = "（待核）"
"""After a value that is not yet confirmed, where no small mark can stand: in a chart, in plain text."""
REQUIRED, OPTIONAL = "■", "□"


_GAP = re.compile(r"(?<=[^\x00-\x7f]) (?=[^\x00-\x7f])")


def title(text: str) -> str:
    """The title of a standard: between its elements (引导要素, 主体要素, 补充要素) stands a full-width space (GB/T 1.1)."""
    return _GAP.sub("　", text)


def day(value: date | None) -> str:
    """2018年12月31日, without padding (GB/T 15835); "" for no date."""
    return f"{value.year}年{value.month}月{value.day}日" if value else ""


def partial_day(value: str) -> str:
    """Day, month or year of issue as far as it is known: 2016年1月; "" for none."""
    marks = ("年", "月", "日")
    return "".join([f"{int(number)}{mark}" for number, mark in zip(value.split("-"), marks, strict=False) if number])


def iso(value: date | None) -> str:
    """2018-12-31, the form of GB/T 1.1 covers; "" for no date."""
    return value.isoformat() if value else ""


def citation(value: Citation) -> str:
    """《…》第二十一条."""
    return format_citation(value)


def article(value: Citation) -> str:
    """第二十一条第二款; "" when the law is cited as a whole."""
    return format_places(value.places)


def articles(values: Iterable[Citation]) -> tuple[str, ...]:
    """Every article cited, once each and in the order of the law, three or more in a row as 第七条至第十条; 款 and 项 are left
    to the places that cite them.
    """
    places = sorted(
        {(place.article, place.sub_article or 0) for value in values for place in value.places if place.article}
    )
    runs: list[list[tuple[int, int]]] = []
    for article, sub in places:
        if runs and not sub and runs[-1][-1] == (article - 1, 0):
            runs[-1].append((article, sub))
        else:
            runs.append([(article, sub)])
    return tuple([text for run in runs for text in _run([format_places((Place(a, s or None),)) for a, s in run])])


def _run(articles: list[str]) -> list[str]:
    return [f"{articles[0]}至{articles[-1]}"] if len(articles) > 2 else articles


def limit(value: Limit) -> str:
    """公开时限 as the editor wrote it."""
    return value.text


def duration(value: Duration | None) -> str:
    """25个工作日, as written; "" for none."""
    return value.text if value else ""


def doubted(text: str, fields: Iterable[str], *asked: str) -> str:
    """The text of a field, marked if the field is among the unconfirmed `fields`; "" stays ""."""
    return f"{text}{PENDING}" if text and any(field in fields for field in asked) else text


def titled(law: Law) -> str:
    """The title in 《》, inner marks as 〈〉."""
    inner = law.title.replace("《", "〈").replace("》", "〉")
    return f"《{inner}》"


def standard(reference: Reference) -> str:
    """Number and title with a full-width space between, as in 规范性引用文件."""
    return f"{reference.number}　{reference.title}"
