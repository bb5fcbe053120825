"""The official table of a domain (基层政务公开标准目录): fourteen leaf columns, one row for each 二级事项.

In: the project and a domain's id. Out: `CatalogView` and what it was made from. The rules of the table are those of the
guides under 国办发〔2019〕54号: thirteen boxes of channels, ticks for audience, method and level.
"""

from msgspec import Struct

from gkstd.model.item import Basis, Category, Channels, Domain, Element, Item
from gkstd.model.project import Project
from gkstd.model.values.audience import AudienceKind
from gkstd.model.values.channel import Channel, ChannelUse
from gkstd.model.values.level import Level
from gkstd.model.values.method import Method
from gkstd.render.views import printed
from gkstd.render.views.seen import Refs, Seen

USED = "“■”表示采用的渠道，“□”表示未采用的渠道。"
CHOICE = "“■”表示必选渠道，“□”表示可选渠道。"
ELEMENTS = "“●”表示必须公开的要素，“〇”表示可选择公开的要素。"
DOUBTS = {"title": "领域名称", "categories": "事项的名目"}


class Box(Struct, frozen=True):
    """One printed box of 公开渠道和载体: ■ or □ and its words."""

    mark: str
    text: str


class ItemRow(Struct, frozen=True):
    """二级事项, or 三级事项 of the `parent`, as its row prints. `group` is who it is for ("" for 全社会, √ for a group left unnamed).

    `levels` stand in the order of the catalog's `levels`. `process` and `standard` are ids, or "".
    """

    id: str
    serial: int
    index: str
    title: str
    content: tuple[str, ...]
    basis: tuple[str, ...]
    limit: str
    bodies: tuple[str, ...]
    channels: tuple[Box, ...]
    everybody: bool
    group: str
    active: bool
    on_request: bool
    levels: tuple[bool, ...]
    stage: str
    published: str
    process: str
    standard: str
    note: str
    unconfirmed: tuple[str, ...]
    parent: str = ""


class GroupView(Struct, frozen=True):
    """一级事项 with its rows."""

    id: str
    title: str
    rows: tuple[ItemRow, ...]


class CatalogView(Struct, frozen=True):
    """The table. `levels` are the printed sub-columns of 公开层级; `legend` explains the marks and says what is in doubt.

    `nested`: some rows are 三级事项. `staged`: some say which of 五公开 they are.
    """

    id: str
    title: str
    caption: str
    code: str
    topic: str
    lead: str
    summary: str
    levels: tuple[str, ...]
    legend: tuple[str, ...]
    groups: tuple[GroupView, ...]
    unconfirmed: tuple[str, ...]
    nested: bool = False
    staged: bool = False

    @property
    def size(self) -> int:
        """How many rows."""
        return sum(len(group.rows) for group in self.groups)


class Marks(Struct, frozen=True):
    """What has to be told apart in this table: levels that have a column, optional channels, optional elements."""

    levels: tuple[Level, ...]
    choice: bool
    elements: bool


def catalog_view(project: Project, domain_id: str) -> tuple[CatalogView, Refs]:
    """The table of a domain that exists."""
    seen = Seen()
    domain = project.domains[domain_id]
    seen.add("domain", domain_id)
    marks = marks_of(project, domain)
    groups = tuple([_group(project, category, marks, seen) for category in domain.categories])
    view = CatalogView(
        id=domain.id,
        title=domain.title,
        caption=caption(domain),
        code=domain.code,
        topic=domain.topic or "",
        lead=domain.lead.written if domain.lead else "",
        summary=domain.summary,
        levels=tuple([str(level) for level in marks.levels]),
        legend=_legend(marks, domain),
        groups=groups,
        unconfirmed=domain.unconfirmed,
        nested=any(row.parent for group in groups for row in group.rows),
        staged=any(row.stage for group in groups for row in group.rows),
    )
    return view, seen.refs


def caption(domain: Domain) -> str:
    """环境保护领域基层政务公开标准目录; the list of a sub-district or village is not a 领域."""
    kind = "领域" if domain.level is Level.COUNTY else ""
    return f"{domain.title}{kind}基层政务公开标准目录"


def marks_of(project: Project, domain: Domain) -> Marks:
    """What the table of a domain has to tell apart."""
    items = [project.items[id] for id in domain.items]
    used = {level for item in items for level in item.levels} | {Level.COUNTY, Level.TOWN}
    return Marks(
        levels=tuple([level for level in Level if level in used]),
        choice=any(item.channels.optional for item in items),
        elements=any(not element.required for item in items for element in item.content),
    )


def item_row(item: Item, marks: Marks, seen: Seen) -> ItemRow:
    """One row; notes the item, its bodies and its laws in `seen`."""
    seen.add("item", item.id)
    for name in item.bodies:
        seen.add("body", name.body)
    return ItemRow(
        id=item.id,
        serial=item.serial,
        index=item.index,
        title=item.title,
        content=tuple([_element(element, marks.elements) for element in item.content]),
        basis=basis_texts(item.basis, seen),
        limit=printed.limit(item.limit),
        bodies=tuple([name.written for name in item.bodies]),
        channels=boxes(item.channels, marks.choice),
        everybody=item.audience.kind is AudienceKind.EVERYBODY,
        group=_group_text(item),
        active=item.method is Method.ACTIVE,
        on_request=item.method is Method.ON_REQUEST,
        levels=tuple([level in item.levels for level in marks.levels]),
        stage=item.stage or "",
        published=printed.day(item.published),
        process=item.process,
        standard=item.standard,
        note=item.note,
        unconfirmed=item.unconfirmed,
        parent=item.parent,
    )


def boxes(channels: Channels, choice: bool) -> tuple[Box, ...]:
    """All thirteen boxes; where □ means optional (`choice`), only those that may be used."""
    required = _by_channel(channels.required)
    optional = _by_channel(channels.optional)
    lines = []
    for channel in Channel:
        if channel in required:
            lines.append(Box(printed.REQUIRED, required[channel]))
        elif channel in optional or not choice:
            lines.append(Box(printed.OPTIONAL, optional.get(channel, str(channel))))
    return tuple(lines)


def basis_texts(basis: tuple[Basis, ...], seen: Seen) -> tuple[str, ...]:
    """公开依据 as printed, noting the laws."""
    for entry in basis:
        seen.add("law", entry.law)
    return tuple([printed.citation(entry.citation) for entry in basis])


def _group(project: Project, category: Category, marks: Marks, seen: Seen) -> GroupView:
    rows = tuple([item_row(project.items[id], marks, seen) for id in category.items])
    return GroupView(category.id, category.title, rows)


def _legend(marks: Marks, domain: Domain) -> tuple[str, ...]:
    doubts = [word for field, word in DOUBTS.items() if field in domain.unconfirmed]
    pending = [f"{'、'.join(doubts)}待核。"] if doubts else []
    return (CHOICE if marks.choice else USED, *([ELEMENTS] if marks.elements else []), *pending)


def _element(element: Element, marked: bool) -> str:
    return f"{'●' if element.required else '〇'}{element.text}" if marked else element.text


def _group_text(item: Item) -> str:
    if item.audience.kind is AudienceKind.EVERYBODY:
        return ""
    return item.audience.text or printed.TICK


def _by_channel(uses: tuple[ChannelUse, ...]) -> dict[Channel, str]:
    """Words of each box; several 其他 share one box."""
    words: dict[Channel, str] = {}
    for use in uses:
        if use.channel in words and use.text:
            words[use.channel] += f"、{use.text}"
        else:
            words[use.channel] = f"{use.channel}：{use.text}" if use.text else str(use.channel)
    return words
