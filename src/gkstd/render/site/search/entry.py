"""What can be found: one entry for each page about one thing, with the words a reader sees there.

In: nothing. Out: plain frozen values that travel to a worker and into a fingerprint.
"""

from collections.abc import Iterable

from msgspec import Struct

KINDS = ("事项", "服务", "领域", "流程", "标准", "依据", "主体", "工作安排")
"""Kinds of entries in the order in which equal hits are listed."""

FACETS = {
    "domain": "公开领域",
    "topic": "主题分类",
    "stage": "五公开",
    "body": "公开主体",
    "level": "公开层级",
    "channel": "公开渠道",
    "audience": "公开对象",
    "method": "公开方式",
}
"""Fields with a closed set of values: key in addresses → label."""


_ENDED = ("。", "；", "！", "？", "：")


class Passage(Struct, frozen=True):
    """A piece of a page: the heading it stands under, its text (Markdown where `prose`), its place ("" is the page)."""

    label: str
    text: str
    anchor: str = ""
    prose: bool = False


class Entry(Struct, frozen=True):
    """A page, or a line of a list with an address of its own.

    `number` is index number, document number or number of a standard; `date` is ISO as far as it is known; `also` are
    other names; `facets` are (key of `FACETS`, values).
    """

    path: str
    kind: str
    title: str
    number: str = ""
    date: str = ""
    also: tuple[str, ...] = ()
    facets: tuple[tuple[str, tuple[str, ...]], ...] = ()
    passages: tuple[Passage, ...] = ()

    def values(self, facet: str) -> tuple[str, ...]:
        """The values of one facet."""
        return next((values for key, values in self.facets if key == facet), ())

    @property
    def size(self) -> int:
        """Characters of text, as far as the packing needs to know."""
        return sum([len(passage.text) for passage in self.passages])


def in_a_row(texts: Iterable[str]) -> str:
    """Several texts as one passage; what has its own mark at the end needs none between."""
    some = list(texts)
    return "".join([text if text.endswith(_ENDED) else f"{text}；" for text in some[:-1]] + some[-1:])
