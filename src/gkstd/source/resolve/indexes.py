"""索引号: every item's index number follows the project's scheme (GK208) and is used once (GK202)."""

import re
from collections.abc import Iterable, Mapping
from unicodedata import normalize

from gkstd.diagnostics import Text
from gkstd.diagnostics.codes import names, schema
from gkstd.model.item import Domain, Item
from gkstd.model.project import Identity
from gkstd.source.resolve.scope import Scope
from gkstd.source.tree import Tree
from gkstd.text import Span

_FIELD = re.compile(r"\{([a-z]+)(?::(\d))?\}")
_KNOWN = ("region", "domain", "year", "serial")


def check(
    scope: Scope, identity: Identity, tree: Tree, domains: Mapping[str, Domain], items: Mapping[str, Item]
) -> None:
    """Report every index number that breaks the scheme or repeats another."""
    scheme = identity.index_scheme
    fields = [m[1] for m in _FIELD.finditer(scheme)]
    if not set(fields) <= set(_KNOWN) or fields.count("serial") != 1:
        span = tree.span(("index", "scheme"))
        scope.found.append(
            schema.BAD_VALUE.at(
                span,
                field="scheme",
                value=scheme,
                rule_zh="可用 {region} {domain} {year} {serial:4}，且必须有一个 serial",
                rule_en="it may use {region} {domain} {year} {serial:4} and must have one serial",
            )
        )
        return
    book = _Book(scheme, identity, domains, [item.index for item in items.values()])
    seen: dict[str, Span] = {}
    written = [(item.index, item.domain, scope.places.span("item", item.id, "index")) for item in items.values()]
    for index, domain, span in (*written, *scope.repeated):
        if not book.fits(index, domain):
            shown = _shown(scheme, identity.region.code, domains[domain].code)
            scope.found.append(
                names.INDEX_SCHEME.at(span, hints=(book.instead(index, domain),), index=index, scheme=shown)
            )
        first = seen.setdefault(index, span)
        if first is not span:
            label = (first, Text("第一次用在这里", "first used here"))
            hints = (book.next(index, domain),)
            scope.found.append(names.DUPLICATE_INDEX.at(span, labels=(label,), hints=hints, index=index))


class _Book:
    """Which numbers are given out, and which come next; a number that was offered once is not offered again."""

    def __init__(self, scheme: str, identity: Identity, domains: Mapping[str, Domain], taken: list[str]) -> None:
        self.scheme, self.identity, self.domains, self.taken = scheme, identity, domains, taken

    def fits(self, index: str, domain: str) -> bool:
        return bool(pattern(self.scheme, self.identity.region.code, self.domains[domain].code).fullmatch(index))

    def instead(self, index: str, domain: str) -> Text:
        """The same number without full-width characters and odd hyphens, if that is one; else the next."""
        plain = re.sub(r"[\s\u2010-\u2015\u2212]+", "-", normalize("NFKC", index).strip()).upper()
        if plain not in self.taken and self.fits(plain, domain):
            return Text("写成“{plain}”", "write `{plain}`").fill(plain=plain)
        return self.next(index, domain)

    def next(self, index: str, domain: str) -> Text:
        """Of the year that is written, or else of the edition."""
        year = int(found[0]) if (found := re.search(r"(?<![0-9])(?:19|20)[0-9]{2}(?![0-9])", index)) else 0
        free = next_index(self.identity, self.domains[domain].code, year, self.taken)
        self.taken.append(free)
        return Text("下一个没有用过的是 {free}", "the next free one is {free}").fill(free=free)


def next_index(identity: Identity, domain: str, year: int, taken: Iterable[str]) -> str:
    """The number after the highest of that domain code and year (0: the year of the edition)."""
    scheme, region = identity.index_scheme, identity.region.code
    known = {"region": region, "domain": domain, "year": f"{year or identity.as_of.year}"}
    fixed = _FIELD.sub(lambda field: known.get(field[1], field[0]), scheme)
    numbered = pattern(fixed, region, domain)
    last = max((int(found["serial"]) for one in taken if (found := numbered.fullmatch(one))), default=0)
    return _FIELD.sub(lambda field: f"{last + 1:0{field[2] or 1}}", fixed)


def pattern(scheme: str, region: str, domain: str) -> re.Pattern[str]:
    """The scheme as a pattern for one domain; the serial is captured as `serial`."""
    parts, at = [], 0
    for field in _FIELD.finditer(scheme):
        parts.append(re.escape(scheme[at : field.start()]))
        parts.append(_piece(field[1], field[2], region, domain))
        at = field.end()
    return re.compile("".join(parts) + re.escape(scheme[at:]))


def _piece(name: str, width: str | None, region: str, domain: str) -> str:
    fixed = {"region": re.escape(region), "domain": re.escape(domain), "year": "[0-9]{4}"}
    return fixed.get(name) or f"(?P<serial>[0-9]{{{width}}})" if name != "serial" or width else "(?P<serial>[0-9]+)"


def _shown(scheme: str, region: str, domain: str) -> str:
    """The scheme with what is known put in, e.g. 610824-HB-年份-四位序号."""
    words = {"region": region, "domain": domain, "year": "年份", "serial": "序号"}
    return _FIELD.sub(lambda m: words[m[1]] + (f"({m[2]}位)" if m[2] else ""), scheme)
