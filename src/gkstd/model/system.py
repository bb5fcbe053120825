"""标准体系: the tree of branches that all standards of the edition belong to (GB/T 13016—2018, 体系结构).

A standard names its branch by title (`system`). A project that draws no tree has the branches its standards name, in a row.
"""

from collections.abc import Iterator, Mapping

from msgspec import Struct

LEVELS: tuple[tuple[str, str], ...] = (
    ("GB", "国家标准"), ("ISO", "国际标准"), ("IEC", "国际标准"), ("DB", "地方标准"), ("T/", "团体标准"), ("Q/", "企业标准"),
)  # fmt: skip
"""By the beginning of the number; all others are industry standards."""
ORDER = ("国际标准", "国家标准", "行业标准", "地方标准", "团体标准", "企业标准")


class Branch(Struct, frozen=True):
    """A box of the tree. `code` numbers it and its standards."""

    code: str
    title: str
    branches: tuple["Branch", ...] = ()


class System(Struct, frozen=True):
    """The tree. `related` stands beside it, joined by a dashed line; `note` is 编制说明 (Markdown)."""

    title: str
    note: str = ""
    related: tuple[str, ...] = ()
    branches: tuple[Branch, ...] = ()

    def all(self) -> Iterator[Branch]:
        """Every branch, each before those below it."""
        yield from below(self.branches)


def below(branches: tuple[Branch, ...]) -> Iterator[Branch]:
    """These and all under them, in order of print."""
    for branch in branches:
        yield branch
        yield from below(branch.branches)


def level_of(number: str) -> str:
    """国家标准, 行业标准 … by the code of a number."""
    return next((level for code, level in LEVELS if number.startswith(code)), "行业标准")


def flat(title: str, names: Mapping[str, None]) -> System:
    """The system of a project that draws no tree."""
    return System(title, branches=tuple([Branch(str(n), name) for n, name in enumerate(names, 1)]))
