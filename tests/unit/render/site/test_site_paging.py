"""Long lists in parts: with two rows a page, the sample edition has lists of many pages."""

import json
import posixpath
import re
from urllib.parse import urlsplit

import pytest
from site_helpers import Build, Parsed, Site

from gkstd.model.project import Project
from gkstd.render.site import paging
from gkstd.render.site.pages import pages


@pytest.fixture(scope="module")
def parted(build: Build, complete: Project) -> Site:
    """The site of a county that has far more than fits a page."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(paging, "MOST", 2)
        for maker in ("domains", "general"):
            patch.setattr(f"gkstd.render.site.{maker}.LINES", 5)
        return build(complete)


def _parts(site: Site, path: str) -> list[Parsed]:
    """A list's first page and those that 下一页 leads to."""
    found = []
    while path:
        found.append(Parsed(site[path].decode()))
        further = [a["href"] for a in found[-1].all("a") if a.get("rel") == "next"]
        path = posixpath.normpath(posixpath.join(posixpath.dirname(path), further[0])) if further else ""
    return found


def _items(page: Parsed) -> list[str]:
    return re.findall(r"items/(6108[\w-]+)\.html", " ".join(a["href"] for a in page.all("a")))


def test_every_row_stands_on_one_part_and_in_its_order(parted: Site, complete_site: Site) -> None:
    for path in ("items/index.html", "lists/level-county.html", "bodies/county-environment-bureau.html"):
        whole, parts = Parsed(complete_site[path].decode()), _parts(parted, path)
        assert len(parts) == -(-len(_items(whole)) // 2) > 1, path
        assert [id for part in parts for id in _items(part)] == _items(whole), path
        assert [len([a for a in part.all("a") if a.get("rel") == "prev"]) for part in parts] == [0] + [1] * (
            len(parts) - 1
        )


def test_parts_tell_themselves_apart_and_have_addresses_of_their_own(parted: Site) -> None:
    second = Parsed(parted["items/index/2.html"].decode())
    assert second.title.startswith("全部事项（第2页） - ")
    assert second.title != Parsed(parted["items/index.html"].decode()).title
    titles = [Parsed(data.decode()).title for path, data in parted.items() if path.endswith(".html")]
    assert len(set(titles)) == len(titles)


def test_open_data_are_not_parted(parted: Site, complete: Project) -> None:
    assert len(json.loads(parted["items/index.json"])["items"]) == len(complete.items)
    assert "items/index/2.json" not in parted
    for path in ("items/index.html", "items/index/2.html"):
        page = Parsed(parted[path].decode())
        assert "整个列表的数据，不分页" in page.text
        (data,) = [a["href"] for a in page.all("a") if a.get("type") == "application/json"]
        assert posixpath.normpath(posixpath.join(posixpath.dirname(path), data)) == "items/index.json"


def test_all_links_and_anchors_of_parts_lead_somewhere(parted: Site) -> None:
    pages = {path: Parsed(data.decode()) for path, data in parted.items() if path.endswith(".html")}
    for path, page in pages.items():
        for attrs in page.all("a", "link"):
            url = urlsplit(attrs["href"])
            own = posixpath.normpath(posixpath.join(posixpath.dirname(path), url.path)) if url.path else path
            assert own in parted, (path, attrs["href"])
            if url.fragment and own in pages:
                assert url.fragment in pages[own].ids, (path, attrs["href"])


def test_the_map_lists_every_page_but_further_parts(parted: Site, complete_site: Site) -> None:
    def listed(parts: list[Parsed]) -> set[str]:
        return {a["href"].removeprefix("../") for part in parts for a in part.all("a")}

    whole = {path for path in complete_site if path.endswith(".html")} - {"404.html"}
    parts = _parts(parted, "sitemap.html")
    assert len(parts) > 2 and whole <= listed(parts)
    assert not [path for path in listed(parts) if re.fullmatch(r"(items|lists|bodies|laws)/[\w-]+/\d+\.html", path)]


def test_a_list_that_fits_stays_as_it_is(complete: Project) -> None:
    assert [page.path for page in pages(complete) if page.part] == []
