"""Text is text: whatever an editor writes appears literally, and never as markup, script or path."""

import pytest
from msgspec.structs import replace
from site_helpers import Build, Parsed, poison

from gkstd.model.project import Project
from gkstd.render.site.address import of_item, safe

EVIL = "\"'><script>alert(1)</script><img src=x onerror=alert(2)>{{ 7*7 }}{% raw %}&amp;</title>"


@pytest.fixture(scope="module")
def poisoned(build: Build, project: Project) -> dict[str, Parsed]:
    identity = replace(project.identity, expected={})
    files = build(poison(replace(project, identity=identity), EVIL))
    return {path: Parsed(data.decode()) for path, data in files.items() if path.endswith(".html")}


def test_nothing_runs(poisoned: dict[str, Parsed], parsed: dict[str, Parsed]) -> None:
    for path, page in poisoned.items():
        assert page.all("script") == parsed[path].all("script"), path
        assert not [attrs for _, attrs in page.tags if any(name.startswith("on") for name in attrs)], path
        assert (page.broken, page.open) == ([], []), path
        assert len(page.all("img")) == len(parsed[path].all("img")), path


def test_text_appears_literally(poisoned: dict[str, Parsed]) -> None:
    page = poisoned["items/610824-HB-2018-0001.html"]
    assert f"环评文件受理情况{EVIL}" in page.pieces
    assert page.metas["ArticleTitle"] == f"环评文件受理情况{EVIL}"
    assert page.title.startswith(f"环评文件受理情况{EVIL}（610824")
    for path in ("domains/environment.html", "laws/eia-law.html", "bodies/county-environment-bureau.html"):
        assert EVIL in poisoned[path].text, path


@pytest.mark.parametrize(
    "index", ["../../etc/passwd", "000014349/2017-00110", "a b", "..", "%2e%2e", "〔2018〕1号", "\\x"]
)
def test_an_index_number_is_never_a_path(index: str) -> None:
    path = of_item(index, "x")
    assert path.startswith("items/") and path.endswith(".html")
    assert not set(path.removeprefix("items/").removesuffix(".html")) & set("/\\.% :")


def test_different_numbers_have_different_addresses() -> None:
    numbers = ["a/b", "a_b", "a_2f_b", "a-b", "ab", "a__b", "A-b", "a／b"]
    assert len({safe(number) for number in numbers}) == len(numbers)
    assert of_item("", "x-1") != of_item("x-1", "")
    assert of_item("", "x-1") != of_item("_x-1", "")
