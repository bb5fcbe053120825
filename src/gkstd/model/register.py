"""Register entries: bodies (公开主体), laws (公开依据), references (standards cited). Each has a life: from, until, successors."""

from datetime import date

from msgspec import Struct

from gkstd.model.values.level import Level
from gkstd.model.values.limit import LimitClause


class Body(Struct, frozen=True):
    """公开主体 or 参与方. `until` is the first day on which the name is no longer used; `successors` are body ids.

    `centre`: whether it has a window in the county service centre (县政务服务中心).
    """

    id: str
    name: str
    aliases: tuple[str, ...]
    kind: str
    level: Level
    parent: str | None
    since: date | None
    until: date | None
    successors: tuple[str, ...]
    note: str
    unconfirmed: tuple[str, ...]
    centre: bool = False

    def begun(self, on: date) -> bool:
        """Whether the body exists already, or did once; an unknown beginning counts as begun."""
        return self.since is None or on >= self.since

    def ended(self, on: date) -> bool:
        """Whether the body no longer exists (or bears another name) on the day."""
        return self.until is not None and on >= self.until


class Revision(Struct, frozen=True):
    """修订 (whole text promulgated anew) or 修正 (articles amended)."""

    kind: str
    issued: date
    effective: date
    number: str


class Ceiling(Struct, frozen=True):
    """The longest time a law allows between an event and disclosure, e.g. 20个工作日 from 信息形成或者变更 (条例第二十六条)."""

    trigger: tuple[str, ...]
    limit: LimitClause
    article: str


class Law(Struct, frozen=True):
    """公开依据: one edition of a law, regulation, rule or normative document. `successors` are law ids."""

    id: str
    title: str
    aliases: tuple[str, ...]
    kind: str
    issuer: str
    number: str
    issued: str
    effective: date | None
    repealed: date | None
    successors: tuple[str, ...]
    revisions: tuple[Revision, ...]
    ceilings: tuple[Ceiling, ...]
    note: str
    unconfirmed: tuple[str, ...]

    @property
    def begins(self) -> date | None:
        """First day in force: the effective date, else the day of issue where it is known to the day."""
        if self.effective:
            return self.effective
        return date.fromisoformat(self.issued) if len(self.issued) == 10 else None

    def in_force(self, on: date) -> bool:
        """In force on the day; an unknown beginning counts as begun."""
        return self.begun(on) and not self.ended(on)

    def begun(self, on: date) -> bool:
        """Whether it is in force already, or was once."""
        return self.begins is None or on >= self.begins

    def ended(self, on: date) -> bool:
        """Whether it was repealed or replaced by the day."""
        return self.repealed is not None and on >= self.repealed

    def revised_between(self, since: date, until: date) -> Revision | None:
        """The latest revision that took effect after `since` and not after `until`."""
        hits = [r for r in self.revisions if since < r.effective <= until]
        return max(hits, key=lambda r: r.effective) if hits else None


class Synonym(Struct, frozen=True):
    """A term and what people write for it: searching for one finds the other."""

    term: str
    short: tuple[str, ...]


class Reference(Struct, frozen=True):
    """One edition of a national, industry or local standard. `number` is in printed form, e.g. GB/T 1.1—2009."""

    id: str
    number: str
    title: str
    title_en: str
    issued: date | None
    effective: date | None
    withdrawn: date | None
    successors: tuple[str, ...]
    adopted: bool
    system: str
    note: str
    unconfirmed: tuple[str, ...]

    def begun(self, on: date) -> bool:
        """Whether it surely holds already. Where no day is known, the year in its number tells: two years on it does."""
        if begins := self.effective or self.issued:
            return on >= begins
        year = self.number[-4:]
        return year.isdecimal() and on.year >= int(year) + 2

    def ended(self, on: date) -> bool:
        """Whether it was withdrawn or superseded by the day."""
        return self.withdrawn is not None and on >= self.withdrawn
