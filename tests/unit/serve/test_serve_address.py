"""One function decides what a request's words name; what is not spelt as a page's own address names nothing."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gkstd.build.paths import fault
from gkstd.serve.address import OWN, folder_of, host_is_ours, path_of


@pytest.mark.parametrize(
    ("target", "path"),
    [
        ("/", "index.html"),
        ("/items/", "items/index.html"),
        ("/items/a.html?kiosk#x", "items/a.html"),
        ("/%E4%BA%8B.html", "事.html"),
        ("/a%20b.html", "a b.html"),
        ("/.gkstd/client.js", ".gkstd/client.js"),
    ],
)
def test_an_address_names_a_path(target: str, path: str) -> None:
    assert path_of(target) == path


@pytest.mark.parametrize(
    "target",
    [
        "",
        "*",
        "index.html",
        "http://127.0.0.1/index.html",
        "//index.html",
        "/../gkstd.yaml",
        "/a/../../gkstd.yaml",
        "/a/./b.html",
        "/%2e%2e/gkstd.yaml",
        "/%2E%2E%2Fgkstd.yaml",
        "/..%2fgkstd.yaml",
        "/..%5cgkstd.yaml",
        "/..\\gkstd.yaml",
        "/%252e%252e/../x",
        "/.git/config",
        "/.gkstd",
        "/.gkstd/",
        "/.gkstd/../../gkstd.yaml",
        "/.gkstd/%2e%2e/x",
        "/a%00.html",
        "/a\x00.html",
        "/C:/x",
        "/manifest.json",
        "/%ff.html",
        "/a//b.html",
        "/a/b.html.",
    ],
)
def test_what_leads_elsewhere_names_nothing(target: str) -> None:
    path = path_of(target)
    assert path is None or path == ".gkstd/index.html"


@given(st.text(alphabet="./\\%2eE5cCfF?#ab~:\x00事", max_size=24))
def test_whatever_is_asked_the_path_is_a_plain_one(text: str) -> None:
    path = path_of("/" + text)
    assert path is None or not fault(path.removeprefix(OWN))


@pytest.mark.parametrize("host", ["127.0.0.1:8610", "localhost:8610", "LOCALHOST:8610"])
def test_this_machine_may_ask(host: str) -> None:
    assert host_is_ours(host, 8610)


@pytest.mark.parametrize(
    "host",
    [
        None,
        "",
        "127.0.0.1",
        "localhost",
        "127.0.0.1:80",
        "evil.example",
        "evil.example:8610",
        "127.0.0.1.evil.example:8610",
        "localhost:8610@evil.example",
        "[::1]:8610",
        "0.0.0.0:8610",
    ],
)
def test_a_page_that_came_by_another_name_may_not(host: str | None) -> None:
    assert not host_is_ours(host, 8610)


def test_the_usual_port_is_not_named_by_browsers() -> None:
    assert host_is_ours("localhost", 80)


def test_a_folder_leads_to_its_first_page_if_it_has_one() -> None:
    assert folder_of("items", {"items/index.html"}) == "/items/"
    assert folder_of("assets", {"assets/site.css"}) is None
