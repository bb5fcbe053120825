"""What stands beside the pages: open data, linked data, feeds; with and without an address of the portal."""

import csv
import io
import json
from datetime import date
from xml.etree import ElementTree

import pytest
from msgspec.structs import replace
from site_helpers import Build, Parsed, Site

from gkstd.model.item import Change
from gkstd.model.project import Project
from gkstd.model.values.level import Level

ATOM = "{http://www.w3.org/2005/Atom}"
ITEM = "items/610824-HB-2018-0001"
BASE = "https://www.example.gov.cn/gk/"


@pytest.fixture(scope="module")
def based(build: Build, project: Project) -> Site:
    """The site of a portal that has an address."""
    portal = replace(project.identity.portal, base=BASE, domain="www.example.gov.cn")
    return build(replace(project, identity=replace(project.identity, portal=portal)))


def test_pages_name_what_stands_beside_them(complete_site: Site) -> None:
    for path, page in [(path, Parsed(data.decode())) for path, data in complete_site.items() if path.endswith(".html")]:
        told = {a["href"].rpartition("../")[2] for a in page.all("link") if a["rel"] == "alternate"} - {"changes.xml"}
        shown = {a["href"].rpartition("../")[2] for a in page.all("a") if a.get("type") and not a.get("download")} - {
            "changes.xml"
        }
        assert told <= set(complete_site), path
        assert {name.rpartition("/")[2] for name in shown} >= {name.rpartition("/")[2] for name in told}, path


def test_open_data_have_the_ids_of_the_page(site: Site, parsed: dict[str, Parsed]) -> None:
    one = json.loads(site[f"{ITEM}.json"])
    assert [(i["id"], i["index"], i["page"]) for i in one["items"]] == [
        ("eia-acceptance", "610824-HB-2018-0001", f"{ITEM}.html")
    ]
    for name in ("domains/environment", "domains/environment/eia", "bodies/county-environment-bureau", "items/index"):
        items = json.loads(site[f"{name}.json"])["items"]
        linked = {a["href"].rpartition("/")[2] for a in parsed[f"{name}.html"].all("a")}
        assert {item["page"].rpartition("/")[2] for item in items} <= linked, name
        data = site[f"{name}.csv"]
        assert data.startswith(b"\xef\xbb\xbf")
        rows = list(csv.DictReader(io.StringIO(data.decode("utf-8-sig"))))
        assert [row["索引号"] for row in rows] == [item["index"] for item in items]


def test_services_are_open_data_too(complete_site: Site) -> None:
    for name, ids in (
        ("services/index", ["eia-permit", "eia-advice"]),
        ("services/guides/environment-services", ["eia-permit", "eia-advice"]),
        ("services/eia-advice", ["eia-advice"]),
    ):
        assert [service["id"] for service in json.loads(complete_site[f"{name}.json"])["services"]] == ids
        rows = list(csv.DictReader(io.StringIO(complete_site[f"{name}.csv"].decode("utf-8-sig"))))
        assert [row["编号"] for row in rows] == ids
        told = {
            a["href"] for a in Parsed(complete_site[f"{name}.html"].decode()).all("link") if a["rel"] == "alternate"
        }
        assert {href.rpartition(".")[2] for href in told} >= {"json", "csv"}


def test_the_home_of_a_village_has_its_feed(complete_site: Site) -> None:
    path = "towns/county-environment-bureau"
    links = [a for a in Parsed(complete_site[f"{path}.html"].decode()).all("link") if a["rel"] == "alternate"]
    assert f"../{path}.xml" in [a["href"] for a in links if a["type"] == "application/atom+xml"]
    feed = ElementTree.fromstring(complete_site[f"{path}.xml"])
    ids = {id: {entry.findtext(f"{ATOM}id") for entry in ElementTree.fromstring(complete_site[id]).iter(f"{ATOM}entry")}
           for id in (f"{path}.xml", "bodies/county-environment-bureau.xml")}  # fmt: skip
    assert len(set(map(frozenset, ids.values()))) == 1, "the same entries wherever they are read"
    assert [a.attrib["href"] for a in feed.findall(f"{ATOM}link") if a.attrib.get("rel") == "alternate"] == [
        f"../{path}.html"
    ]


def test_linked_data_are_of_the_page(site: Site, based: Site) -> None:
    for files, at in ((site, "../"), (based, BASE)):
        node = json.loads(files[f"{ITEM}.jsonld"])
        assert (node["@type"], node["@id"], node["name"]) == ("DigitalDocument", f"{at}{ITEM}.html", "环评文件受理情况")
        assert node["identifier"][0] == {"@type": "PropertyValue", "name": "索引号", "value": "610824-HB-2018-0001"}
        assert node["isBasedOn"][0]["@id"] == f"{at}laws/eia-law.html"
    types = {path.partition("/")[0]: json.loads(site[path])["@type"] for path in site if path.endswith(".jsonld")}
    assert types == {
        "domains": "Dataset", "items": "DigitalDocument", "bodies": "GovernmentOrganization", "processes": "HowTo",
        "standards": "TechArticle", "laws": "Legislation",
    }  # fmt: skip


def test_linked_data_lead_to_files_of_the_site(site: Site) -> None:
    def ids(value: object) -> list[str]:
        if isinstance(value, dict):
            own = [value[key] for key in ("@id", "url", "contentUrl") if key in value]
            return own + [id for part in value.values() for id in ids(part)]
        return [id for part in value for id in ids(part)] if isinstance(value, list) else []

    for path in [path for path in site if path.endswith(".jsonld")]:
        for id in ids(json.loads(site[path])):
            assert id.removeprefix("../").partition("#")[0] in site, (path, id)


def test_feeds_are_atom(site: Site, based: Site) -> None:
    for files in (site, based):
        for path in [path for path in files if path.endswith(".xml") and path not in ("sitemap.xml", "opensearch.xml")]:
            feed = ElementTree.fromstring(files[path])
            assert feed.tag == f"{ATOM}feed"
            assert all(feed.findtext(f"{ATOM}{name}") for name in ("id", "title", "updated")), path
            assert feed.findtext(f"{ATOM}author/{ATOM}name")
            entries = feed.findall(f"{ATOM}entry")
            ids = [entry.findtext(f"{ATOM}id") for entry in entries]
            assert entries and len(set(ids)) == len(ids), path
            assert all(id and id.startswith("urn:uuid:") for id in ids)
            updated = [entry.findtext(f"{ATOM}updated") or "" for entry in entries]
            assert updated == sorted(updated, reverse=True), path
            links = [link.attrib["href"] for link in feed.iter(f"{ATOM}link")]
            assert (
                all(link.startswith(BASE) for link in links)
                if files is based
                else not any(":" in link for link in links)
            )


def test_entries_keep_their_names_when_the_portal_gets_an_address(site: Site, based: Site) -> None:
    def names(files: Site) -> list[str | None]:
        return [id.text for id in ElementTree.fromstring(files["domains/environment.xml"]).iter(f"{ATOM}id")]

    assert names(site) == names(based)


def test_a_change_is_told_everywhere(build: Build, project: Project) -> None:
    """On the item, on the list of changes, in the feeds, in the linked data."""
    change = Change(date(2018, 11, 30), "公示期由5个工作日改为10个工作日")
    item = replace(project.items["eia-acceptance"], changes=(change,))
    files = build(replace(project, items={**project.items, item.id: item}))
    for path in (f"{ITEM}.html", "changes.html", "changes.xml", "domains/environment.xml"):
        assert "公示期由5个工作日改为10个工作日" in files[path].decode(), path
    assert json.loads(files[f"{ITEM}.jsonld"])["dateModified"] == "2018-11-30"
    first = ElementTree.fromstring(files["domains/environment.xml"]).find(f"{ATOM}entry")
    assert first is not None and first.findtext(f"{ATOM}title") == "环评文件受理情况"


def test_what_needs_an_address_waits_for_one(site: Site, based: Site) -> None:
    assert {"sitemap.xml", "opensearch.xml"} & set(site) == set()
    assert 'class="qr"' not in site[f"{ITEM}.html"].decode()
    search = ElementTree.fromstring(based["opensearch.xml"])
    (url,) = search.findall("{http://a9.com/-/spec/opensearch/1.1/}Url")
    assert url.attrib["template"] == f"{BASE}search.html?q={{searchTerms}}"
    page = based[f"{ITEM}.html"].decode()
    assert f'href="{BASE}{ITEM}.html"' in page and 'class="qr"' in page
    assert [a["href"] for a in Parsed(page).all("link") if a["rel"] == "search"] == ["../opensearch.xml"]


def test_handbooks_are_offered_with_size_and_pages(site: Site, parsed: dict[str, Parsed]) -> None:
    page = parsed["workbooks/index.html"]
    (link,) = [a for a in page.all("a") if "download" in a]
    assert site["workbooks/" + link["href"].rpartition("/")[2]].startswith(b"%PDF")
    assert any("2页" in piece and "KB" in piece for piece in page.pieces)


def test_a_village_has_a_home_of_its_own(build: Build, project: Project) -> None:
    body = replace(project.bodies["county-environment-bureau"], level=Level("村级"))
    files = build(replace(project, bodies={**project.bodies, body.id: body}))
    home = Parsed(files["towns/county-environment-bureau.html"].decode())
    assert len([a for a in home.all("a") if "/items/610824" in a["href"]]) == 6
    assert [field["value"] for field in home.all("input") if field.get("type") == "hidden"] == [body.id]
    assert {"towns/index.html", "towns/county-environment-bureau.html"} <= {
        a["href"] for a in Parsed(files["index.html"].decode()).all("a")
    }


def test_without_villages_nothing_leads_to_them(site: Site, parsed: dict[str, Parsed]) -> None:
    assert not [path for path in site if path.startswith("towns/")]
    assert not [path for path, page in parsed.items() if any("towns/" in a["href"] for a in page.all("a"))]


def test_lists_hold_every_item(parsed: dict[str, Parsed], project: Project) -> None:
    every = {item.index for item in project.items.values()}
    for kind in ("level", "year", "topic", "method"):
        pages = [page for path, page in parsed.items() if path.startswith(f"lists/{kind}-")]
        shown = {a["href"].rpartition("/")[2].removesuffix(".html") for page in pages for a in page.all("a")}
        assert every <= shown, kind
