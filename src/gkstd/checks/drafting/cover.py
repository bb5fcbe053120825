"""GK688, GK689: what stands on the cover (GB/T 1.1—2020, 8.1): ICS, CCS, dates, and the year of the number."""

from collections.abc import Iterator

from gkstd.checks.drafting.desk import Desk, of_document
from gkstd.checks.drafting.found import Found
from gkstd.checks.drafting.lazy import Lazy
from gkstd.diagnostics import Text
from gkstd.diagnostics.codes import lint_text

FORMS = (
    (
        "ics",
        "ICS",
        Lazy(r"[0-9]{2}(?:\.[0-9]{3}(?:\.[0-9]{2})?)?(?:[；;、 ]+[0-9]{2}(?:\.[0-9]{3}(?:\.[0-9]{2})?)?)*"),
        "03.160",
    ),
    ("ccs", "CCS", Lazy(r"[A-Z] ?[0-9]{2}(?:/[0-9]{2})?"), "A 16"),
)
EARLY = Text("实施日期早于发布日期", "the standard takes effect before it is issued")
YEAR = Text("标准号的年代号与发布日期的年份不同", "the year of the number is not that of the date of issue")
WITHDRAWN = Text("废止日期早于实施日期", "the standard is withdrawn before it takes effect")


def class_forms(desk: Desk) -> Iterator[Found]:
    """03.160 and A 16."""
    for field, what, pattern, example in FORMS:
        value = getattr(desk.draft.document, field)
        if value and not pattern.fullmatch(value):
            values = (("what", what), ("value", value), ("example", example))
            yield Found(lint_text.CLASS_FORM, of_document(desk, field), values=values)


def dates(desk: Desk) -> Iterator[Found]:
    """Issued, then in force, then withdrawn; numbered by the year of issue."""
    document = desk.draft.document
    issued, effective, withdrawn = document.issued, document.effective, document.withdrawn
    year = document.number.rpartition("—")[2]
    if issued and effective and effective < issued:
        yield _wrong(desk, "effective", EARLY)
    if withdrawn and effective and withdrawn < effective:
        yield _wrong(desk, "withdrawn", WITHDRAWN)
    if issued and "—" in document.number and year.isdigit() and int(year) != issued.year:
        yield _wrong(desk, "number", YEAR)


def _wrong(desk: Desk, field: str, what: Text) -> Found:
    return Found(lint_text.DATES, of_document(desk, field), values=(("what_zh", what.zh), ("what_en", what.en)))
