"""索引号: every item's index number follows the project's scheme (GK208) and is used once (GK202)."""

import re
from collections.abc import Mapping

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
    patterns = {domain.id: pattern(scheme, identity.region.code, domain.code) for domain in domains.values()}
    seen: dict[str, Span] = {}
    for item in items.values():
        span = scope.places.span("item", item.id, "index")
        if not patterns[item.domain].fullmatch(item.index):
            shown = _shown(scheme, identity.region.code, domains[item.domain].code)
            scope.found.append(names.INDEX_SCHEME.at(span, index=item.index, scheme=shown))
        first = seen.setdefault(item.index, span)
        if first is not span:
            label = (first, Text("第一次用在这里", "first used here"))
            scope.found.append(names.DUPLICATE_INDEX.at(span, labels=(label,), index=item.index))


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
