"""The whole edition of this repository as a site: nothing leads nowhere, and the first page stays light."""

import posixpath
import re
from collections import Counter
from pathlib import Path
from urllib.parse import unquote, urlsplit

import pytest
from site_helpers import Build, Parsed, Site

from gkstd.source.load import load

ROOT = Path(__file__).parents[4]


@pytest.fixture(scope="module")
def whole(build: Build) -> Site:
    project = load(ROOT).project
    assert project
    return build(project)


@pytest.fixture(scope="module")
def pages(whole: Site) -> dict[str, Parsed]:
    return {path: Parsed(data.decode()) for path, data in whole.items() if path.endswith(".html")}


def test_links_and_anchors_lead_somewhere(whole: Site, pages: dict[str, Parsed]) -> None:
    charts = {path: Parsed(data.decode()) for path, data in whole.items() if path.endswith(".svg")}
    anchors = {path: frozenset(page.ids) for path, page in (pages | charts).items()}
    broken = []
    for path, page in pages.items():
        urls = {attrs[name] for _, attrs in page.tags for name in ("href", "src", "action") if name in attrs}
        for url in urls:
            parts = urlsplit(url)
            own = (
                posixpath.normpath(posixpath.join(posixpath.dirname(path), unquote(parts.path))) if parts.path else path
            )
            if parts.scheme or own not in whole or (parts.fragment and parts.fragment not in anchors[own]):
                broken.append((path, url))
    assert broken == []


def test_pages_are_whole_and_tell_themselves_apart(pages: dict[str, Parsed]) -> None:
    assert [path for path, page in pages.items() if page.broken or page.open] == []
    assert [path for path, page in pages.items() if max(Counter(page.ids).values()) > 1] == []
    assert [title for title, times in Counter(page.title for page in pages.values()).items() if times > 1] == []


def test_the_first_page_is_light(whole: Site) -> None:
    """With what it loads, before compression."""
    parts = ("index.html", "assets/site.css", "assets/print.css", "assets/prefs.js", "assets/site.js")
    assert sum(len(whole[part]) for part in parts) <= 50_000


def test_own_standards_stand_in_the_order_of_their_numbers(whole: Site) -> None:
    own = whole["standards/index.html"].decode().split('id="references"')[0]
    numbers = re.findall(r'<span class="number">([^<]+)</span>', own)
    assert len(numbers) > 1 and numbers == sorted(numbers)


def test_the_domains_stand_in_the_order_of_the_handbooks(pages: dict[str, Parsed]) -> None:
    def named(page: Parsed) -> list[str]:
        found = [re.fullmatch(r"(?:\.\./)?domains/([a-z-]+)\.html", a["href"]) for a in page.all("a")]
        return list(dict.fromkeys([match[1] for match in found if match and match[1] != "index"]))

    books = named(pages["workbooks/index.html"])
    assert len(books) == 9
    assert [id for id in named(pages["index.html"]) if id in books] == books


def test_towns_and_villages_have_their_homes_and_no_others(pages: dict[str, Parsed]) -> None:
    assert {path for path in pages if path.startswith("towns/")} == {
        "towns/index.html", "towns/zhangjiapan-subdistrict.html", "towns/linjiawan-village.html",
        "towns/tongwanlu-community.html",
    }  # fmt: skip


def test_nothing_in_a_page_is_style_or_program(pages: dict[str, Parsed]) -> None:
    for path, page in pages.items():
        assert not [a for _, a in page.tags for name in a if name == "style" or name.startswith("on")], path
        assert all("src" in script for script in page.all("script")) and not page.all("style"), path
        assert all(button.get("type") for button in page.all("button")), path
