"""What wordings mean that were read before: limits, citations, numbers and durations are written alike in edition after edition.

In: what is remembered. Out: values, and what to remember next time. The parsers are functions of a text alone; a wording with
a fault is read anew, so that its finding is made where it stands.
"""

from collections.abc import Callable, Mapping
from typing import Any

from msgspec import Struct, structs

from gkstd.model.values.citation import Citation, parse_citation
from gkstd.model.values.docnumber import normalise_document_number
from gkstd.model.values.duration import parse_duration
from gkstd.model.values.fault import Fault
from gkstd.model.values.limit import parse_limit
from gkstd.model.values.stdnumber import StandardNumber, parse_standard_number
from gkstd.model.values.term import Duration, Limit

Read = tuple[Any, tuple[Fault, ...]]
Key = tuple[Callable[[str], Read], str]


class Wordings(Struct, frozen=True):
    """Texts and what each stands for, by the parser that reads them."""

    limits: Mapping[str, Limit] = {}
    citations: Mapping[str, Citation] = {}
    numbers: Mapping[str, str] = {}
    durations: Mapping[str, Duration] = {}
    standards: Mapping[str, StandardNumber] = {}

    def read(self) -> dict[Key, Read]:
        """As the parsers would give them."""
        return {
            (parser, text): (value, ())
            for parser, name in PARSERS.items()
            for text, value in getattr(self, name).items()
        }


PARSERS: Mapping[Callable[[str], Read], str] = {
    parse_limit: "limits",
    parse_citation: "citations",
    normalise_document_number: "numbers",
    parse_duration: "durations",
    parse_standard_number: "standards",
}
"""Those that take longer than remembering."""


def faultless(read: Mapping[Key, Read]) -> Wordings:
    """What is worth remembering of everything that was read."""
    found: dict[str, dict[str, Any]] = {name: {} for name in structs.asdict(Wordings())}
    for (parser, text), (value, faults) in read.items():
        if parser in PARSERS and not faults and value is not None:
            found[PARSERS[parser]][text] = value
    return Wordings(**found)
