"""The pages are valid HTML: no parse error, elements only where they may stand, names that are there."""

from html.parser import HTMLParser

import pytest
from site_helpers import KINDS, VOID, Parsed
from tinyhtml5.parser import HTMLParser as Strict

PHRASING_ONLY = {
    "p",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "dt",
    "button",
    "label",
    "summary",
    "span",
    "strong",
    "caption",
    "figcaption",
}
BLOCKS = {
    "p",
    "div",
    "ul",
    "ol",
    "dl",
    "table",
    "section",
    "article",
    "nav",
    "header",
    "footer",
    "form",
    "figure",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "main",
    "aside",
}
PARENTS = {
    "li": {"ul", "ol"}, "dt": {"dl", "div"}, "dd": {"dl", "div"}, "tr": {"thead", "tbody", "tfoot"}, "th": {"tr"}, "td": {"tr"},
    "caption": {"table"}, "col": {"colgroup"}, "option": {"select"}, "summary": {"details"}, "figcaption": {"figure"},
}  # fmt: skip
CHILDREN = {
    "ul": {"li"},
    "ol": {"li"},
    "dl": {"dt", "dd", "div"},
    "table": {"caption", "colgroup", "thead", "tbody", "tfoot"},
    "tr": {"th", "td"},
    "select": {"option"},
}
OPEN = {"caption", "figcaption"}
"""These may hold blocks."""


class Places(HTMLParser):
    """Elements that stand where they may not."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.way: list[str] = []
        self.wrong: list[str] = []
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        above = self.way[-1] if self.way else ""
        if tag in PARENTS and above not in PARENTS[tag]:
            self.wrong.append(f"{tag} in {above}")
        if above in CHILDREN and tag not in CHILDREN[above]:
            self.wrong.append(f"{tag} in {above}")
        for holder in self.way if tag in BLOCKS else ():
            if holder in PHRASING_ONLY - OPEN:
                self.wrong.append(f"{tag} in {holder}")
        if tag in ("a", "button", "label", "form") and tag in self.way:
            self.wrong.append(f"{tag} in {tag}")
        if tag not in VOID:
            self.way.append(tag)

    def handle_endtag(self, tag: str) -> None:
        self.way.pop()


@pytest.fixture(scope="module")
def every(complete_site: dict[str, bytes]) -> dict[str, Parsed]:
    return {path: Parsed(data.decode()) for path, data in complete_site.items() if path.endswith(".html")}


def test_every_kind_is_looked_at(at: dict[str, str], complete_site: dict[str, bytes]) -> None:
    """Here and in the browser: a new template is a new kind, which the complete edition has to show."""
    assert sorted(at) == KINDS
    assert set(at.values()) <= set(complete_site)


def test_no_parse_error(complete_site: dict[str, bytes]) -> None:
    for path, data in complete_site.items():
        if path.endswith(".html"):
            parser = Strict()
            parser.parse(data.decode())
            assert parser.errors == [], path


def test_elements_stand_where_they_may(complete_site: dict[str, bytes]) -> None:
    wrong = {path: Places(data.decode()).wrong for path, data in complete_site.items() if path.endswith(".html")}
    assert {path: found for path, found in wrong.items() if found} == {}


def test_references_between_elements_lead_somewhere(every: dict[str, Parsed]) -> None:
    for path, page in every.items():
        for name in ("for", "aria-labelledby", "aria-describedby", "aria-controls", "list"):
            wanted = {id for _, attrs in page.tags for id in attrs.get(name, "").split()}
            assert wanted <= set(page.ids), (path, name)


def test_fields_have_labels(every: dict[str, Parsed]) -> None:
    for path, page in every.items():
        labelled = {label["for"] for label in page.all("label")}
        fields = [field for field in page.all("input", "select") if field.get("type") != "hidden"]
        assert {field["id"] for field in fields} == labelled, path


@pytest.mark.parametrize("asset", ["prefs", "site", "match", "search", "kiosk"])
def test_scripts_make_text_only(site: dict[str, bytes], asset: str) -> None:
    """Nothing that could turn data into markup or program, and no way to another host."""
    script = site[f"assets/{asset}.js"].decode()
    for word in (
        "innerHTML",
        "outerHTML",
        "insertAdjacentHTML",
        "document.write",
        "eval(",
        "Function(",
        "http:",
        "https:",
        "fetch(",
    ):
        assert word not in script, word


def test_scripts_are_small(site: dict[str, bytes]) -> None:
    """In bytes as they are written; with compression a third of it."""
    assert len(site["assets/prefs.js"]) + len(site["assets/site.js"]) < 4_000
    assert len(site["assets/match.js"]) + len(site["assets/search.js"]) < 20_000
    assert len(site["assets/kiosk.js"]) < 8_000
