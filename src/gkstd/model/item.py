"""领域 (domain) → 一级事项 (category) → 二级事项 (disclosure item): the official catalog."""

from datetime import date

from msgspec import Struct

from gkstd.model.values.audience import Audience
from gkstd.model.values.channel import ChannelUse
from gkstd.model.values.citation import Citation
from gkstd.model.values.level import Level
from gkstd.model.values.limit import Limit
from gkstd.model.values.method import Method
from gkstd.model.values.stage import Stage
from gkstd.model.values.topic import Topic


class Named(Struct, frozen=True):
    """A body as the editor wrote it (`written`, printed as is) and the register entry it stands for ("" if unknown)."""

    written: str
    body: str


class Basis(Struct, frozen=True):
    """公开依据: one citation and the register entry it stands for ("" if unknown)."""

    citation: Citation
    law: str


class Element(Struct, frozen=True):
    """公开内容（要素）: ● required or 〇 optional."""

    text: str
    required: bool


class Channels(Struct, frozen=True):
    """公开渠道和载体: ■ required and, in catalogs that tell them apart, □ optional ones."""

    required: tuple[ChannelUse, ...]
    optional: tuple[ChannelUse, ...]


class Change(Struct, frozen=True):
    """变更记录: what became different on a day, in the editor's words."""

    date: date
    text: str


class Item(Struct, frozen=True):
    """二级事项: one row of the catalog. `serial` is its 序号 in the domain, from 1; ids are resolved or "".

    A row that is a 三级事项 has the title of its 二级事项 as `parent`; all others have "".
    """

    id: str
    title: str
    index: str
    serial: int
    domain: str
    category: str
    published: date | None
    content: tuple[Element, ...]
    basis: tuple[Basis, ...]
    limit: Limit
    bodies: tuple[Named, ...]
    channels: Channels
    audience: Audience
    method: Method
    levels: tuple[Level, ...]
    stage: Stage | None
    process: str
    standard: str
    note: str
    unconfirmed: tuple[str, ...]
    parent: str = ""
    changes: tuple[Change, ...] = ()


class Category(Struct, frozen=True):
    """一级事项 and the ids of its items in order."""

    id: str
    title: str
    items: tuple[str, ...]


class Domain(Struct, frozen=True):
    """领域, or the catalog of a sub-district or village (`level`)."""

    id: str
    title: str
    code: str
    level: Level
    topic: Topic | None
    lead: Named | None
    standard: str
    summary: str
    categories: tuple[Category, ...]
    unconfirmed: tuple[str, ...]

    @property
    def items(self) -> tuple[str, ...]:
        """Ids of all items, in the order of the table."""
        return tuple(item for category in self.categories for item in category.items)
