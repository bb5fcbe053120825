"""The whole project, resolved. Tables are in source order: as gkstd.yaml lists, else file name, then place in the file."""

from collections.abc import Mapping
from datetime import date

from msgspec import Struct

from gkstd.model.allowance import Allowance
from gkstd.model.document import Document
from gkstd.model.item import Domain, Item
from gkstd.model.process import Process
from gkstd.model.register import Body, Law, Reference, Synonym
from gkstd.model.service import Guide, Service
from gkstd.model.system import System
from gkstd.model.table import Figure, Form, Table
from gkstd.model.workbook import Workbook


class Region(Struct, frozen=True):
    """行政区划: the six digits of GB/T 2260 and names."""

    code: str
    name: str
    short: str


class Previous(Struct, frozen=True):
    """The edition before: its title, and the commit, tag or branch that holds its sources."""

    title: str
    revision: str


class Edition(Struct, frozen=True):
    """版次; `notice` is printed on colophons and in the site's footer."""

    id: str
    title: str
    date: date
    notice: str
    previous: Previous | None = None


class Task(Struct, frozen=True):
    """What a visitor came for, in plain words, and the object that answers it: `kind` and `id`, or a search for `id`."""

    say: str
    kind: str
    id: str


class Portal(Struct, frozen=True):
    """Identity of the portal; what is not known is ""."""

    name: str
    base: str
    domain: str
    site_id: str
    organizer: str
    operator: str
    icp: str
    police: str
    tasks: tuple[Task, ...] = ()


class Outputs(Struct, frozen=True):
    """How editions are issued unless told otherwise; `paper` in micrometres, `multiple` in pages."""

    profile: str = "screen"
    paper: int = 100
    multiple: int = 4


class Fonts(Struct, frozen=True):
    """Families installed where editions are made, for 宋体, 黑体, 楷体 and 仿宋; "" for the free one."""

    song: str = ""
    hei: str = ""
    kai: str = ""
    fang: str = ""


class Identity(Struct, frozen=True):
    """gkstd.yaml. `index_scheme` is the rule for index numbers; `expected` holds target figures by name."""

    name: str
    region: Region
    as_of: date
    edition: Edition
    index_scheme: str
    portal: Portal
    publisher: str
    expected: Mapping[str, int]
    outputs: Outputs = Outputs()
    fonts: Fonts = Fonts()


class Project(Struct, frozen=True):
    """Everything an edition says, by id. Iteration order is source order. `images` are files, by name."""

    identity: Identity
    bodies: Mapping[str, Body]
    laws: Mapping[str, Law]
    references: Mapping[str, Reference]
    domains: Mapping[str, Domain]
    items: Mapping[str, Item]
    processes: Mapping[str, Process]
    documents: Mapping[str, Document]
    workbooks: Mapping[str, Workbook]
    tables: Mapping[str, Table] = {}
    forms: Mapping[str, Form] = {}
    figures: Mapping[str, Figure] = {}
    synonyms: Mapping[str, Synonym] = {}
    allowances: tuple[Allowance, ...] = ()
    images: Mapping[str, bytes] = {}
    guides: Mapping[str, Guide] = {}
    services: Mapping[str, Service] = {}
    system: System | None = None
