"""What holds on every page of the portal."""

import itertools
import posixpath
import re
from collections import Counter
from urllib.parse import unquote, urlsplit

from site_helpers import Parsed, Site

from gkstd.model.project import Project
from gkstd.render.site.pages import pages


def test_every_object_has_its_page(site: Site) -> None:
    assert {
        "index.html", "404.html", "about.html", "sitemap.html", "robots.txt", "assets/site.css", "assets/icon.svg",
        "domains/index.html", "domains/environment.html", "items/index.html", "items/610824-HB-2018-0001.html",
        "items/610824-HB-2018-0006.html", "bodies/index.html", "bodies/county-environment-bureau.html",
        "processes/index.html", "processes/eia-approval.html", "processes/eia-approval.svg", "standards/index.html",
        "standards/items-standard.html", "laws/index.html", "laws/eia-law.html", "laws/disclosure-regulation.html",
    } <= set(site)  # fmt: skip
    assert "sitemap.xml" not in site, "without a base there are no permanent addresses to list"


def test_pages_are_whole(parsed: dict[str, Parsed]) -> None:
    for path, page in parsed.items():
        assert (page.broken, page.open) == ([], []), path
        assert [tag["lang"] for tag in page.all("html")] == ["zh-CN"], path
        assert len(page.all("h1")) == len(page.all("main")) == len(page.all("footer")) == 1, path
        assert [a for a in page.all("a") if a.get("class") == "skip"] == [{"class": "skip", "href": "#main"}], path
        repeated = [id for id, times in Counter(page.ids).items() if times > 1]
        assert not repeated, path


def test_headings_do_not_skip_levels(parsed: dict[str, Parsed]) -> None:
    for path, page in parsed.items():
        levels = [int(tag[1]) for tag, _ in page.tags if re.fullmatch(r"h[1-6]", tag)]
        assert levels[0] == 1, path
        assert all(after <= before + 1 for before, after in itertools.pairwise(levels)), (path, levels)


def test_titles_tell_pages_apart(parsed: dict[str, Parsed]) -> None:
    titles = Counter(page.title for page in parsed.values())
    assert [title for title, times in titles.items() if times > 1] == []


def test_policy_forbids_inline_script_and_strangers(parsed: dict[str, Parsed]) -> None:
    for path, page in parsed.items():
        (policy,) = [a["content"] for a in page.all("meta") if a.get("http-equiv") == "Content-Security-Policy"]
        assert policy == (
            "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; base-uri 'none'; "
            "form-action 'self'; object-src 'none'"
        ), path
        assert page.all("style", "iframe", "object", "base") == [], path
        inline = [(tag, name) for tag, attrs in page.tags for name in attrs if name == "style" or name.startswith("on")]
        assert inline == [], path
        assert all(script["src"].lstrip("./").startswith("assets/") for script in page.all("script")), path
        assert all(form["action"].endswith("search.html") and form["method"] == "get" for form in page.all("form")), (
            path
        )
        sheets = [posixpath.basename(a["href"]) for a in page.all("link") if a["rel"] == "stylesheet"]
        assert sheets in (["site.css", "print.css"], ["site.css", "documents.css", "print.css"]), path


def test_what_needs_scripts_is_hidden_without_them(parsed: dict[str, Parsed]) -> None:
    for path, page in parsed.items():
        tags = dict(enumerate(page.tags))
        waiting = [attrs for _, attrs in tags.values() if "data-with-script" in attrs]
        assert waiting and all("hidden" in attrs for attrs in waiting), path
    assert "hidden" in next(form for form in parsed["search.html"].all("form"))


def test_every_page_leads_to_the_search(parsed: dict[str, Parsed]) -> None:
    for path, page in parsed.items():
        assert len([form for form in page.all("form") if form.get("role") == "search"]) == 1, path
        assert any(a["href"].endswith("search.html") for a in page.all("a")), path


def test_links_and_anchors_lead_somewhere(site: Site, parsed: dict[str, Parsed]) -> None:
    charts = {path: Parsed(data.decode()) for path, data in site.items() if path.endswith(".svg")}
    for path, page in parsed.items():
        for tag, attrs in page.tags:
            for url in [attrs[name] for name in ("href", "src", "action") if name in attrs]:
                parts = urlsplit(url)
                assert not parts.scheme and not parts.netloc and not url.startswith("/"), (path, url)
                target = (
                    posixpath.normpath(posixpath.join(posixpath.dirname(path), unquote(parts.path)))
                    if parts.path
                    else path
                )
                assert target in site, (path, tag, url)
                if parts.fragment:
                    assert parts.fragment in (parsed | charts)[target].ids, (path, url)


def test_header_cells_of_the_table_exist(parsed: dict[str, Parsed]) -> None:
    page = parsed["domains/environment.html"]
    cells = page.all("td", "th")
    assert all(name in page.ids for cell in cells for name in cell.get("headers", "").split())
    assert all(cell.get("headers") for cell in page.all("td"))
    assert {cell["scope"] for cell in page.all("th")} == {"col", "colgroup", "rowgroup", "row"}
    assert len(page.all("caption")) == 1
    first, second = [int(c.get("colspan", 1)) for c in cells[:10]], cells[10:18]
    assert sum(first) == 14 and len(second) == 8, "fourteen leaf columns"


def test_first_page_is_light(site: Site) -> None:
    """With what it loads, before compression."""
    parts = ("index.html", "assets/site.css", "assets/print.css", "assets/prefs.js", "assets/site.js")
    assert sum(len(site[part]) for part in parts) <= 50_000


def test_style_asks_nobody(site: Site) -> None:
    css = "".join([data.decode() for path, data in site.items() if path.endswith(".css")])
    assert not re.search(r"@import|@font-face|url\(|https?:", css)
    assert {"focus-visible", "prefers-color-scheme: dark", "@page"} <= set(
        re.findall(r"focus-visible|prefers-color-scheme: dark|@page", css)
    )


def test_a_page_has_the_styles_of_what_is_on_it(parsed: dict[str, Parsed]) -> None:
    """The classes that only documents.css knows."""
    own = {"catalog", "sheet", "standard", "steps", "system", "details", "materials", "chart-frame"}
    for path, page in parsed.items():
        worn = {name for _, attrs in page.tags for name in attrs.get("class", "").split()}
        assert any(a["href"].endswith("documents.css") for a in page.all("link")) == bool(own & worn), path


def test_pages_are_a_function_of_the_project(project: Project) -> None:
    first = tuple(pages(project))
    assert first == tuple(pages(project))
    assert len({page.path for page in first}) == len(first)
    assert all(("project", "") in page.refs for page in first if page.head and page.path != "404.html")


def test_site_map_lists_every_page(parsed: dict[str, Parsed]) -> None:
    listed = {attrs["href"] for attrs in parsed["sitemap.html"].all("a")}
    assert set(parsed) - listed == {"404.html"}
