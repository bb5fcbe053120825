"""What besides input decides bytes: each fact changes the digest of those it concerns, and only those."""

import ast
from importlib.metadata import packages_distributions, version
from pathlib import Path

import pytest

import gkstd.render
from gkstd.build import engines, installed
from gkstd.build.digests import Digests
from gkstd.build.engines import NEEDS, Engines
from gkstd.render.registry import MODULES


def digests() -> dict[str, str]:
    found = Engines(Digests(None))
    return {name: found.digest(name) for name in NEEDS}


def changed(before: dict[str, str]) -> set[str]:
    after = digests()
    return {name for name in before if before[name] != after[name]}


def test_every_renderer_has_an_entry() -> None:
    assert set(NEEDS) == set(MODULES)


def test_the_same_machine_gives_the_same_digests() -> None:
    assert changed(digests()) == set()


def test_packages_are_found_without_importing_them() -> None:
    found = installed.distributions()
    assert found["weasyprint"] == version("weasyprint")
    assert all(found.get(package) for needs in NEEDS.values() for package in needs.packages)


def test_a_new_engine_concerns_its_renderer(monkeypatch: pytest.MonkeyPatch) -> None:
    before, known = digests(), installed.distributions()
    monkeypatch.setattr(installed, "distributions", lambda: {**known, "weasyprint": "71.0"})
    assert changed(before) == {"paged.pdf"}


def test_a_new_font_concerns_print_and_charts(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    before, known = digests(), installed.fonts()
    (tmp_path / "new.otf").write_bytes(b"a font")
    monkeypatch.setattr(installed, "fonts", lambda: [*known, str(tmp_path / "new.otf")])
    assert changed(before) == {"paged.fonts", "paged.pdf", "flowchart.picture"}


def test_a_moved_font_concerns_nobody(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    (tmp_path / "a").mkdir()
    (tmp_path / "a/x.otf").write_bytes(b"a font")
    monkeypatch.setattr(installed, "fonts", lambda: [str(tmp_path / "a/x.otf")])
    before = digests()
    (tmp_path / "a").rename(tmp_path / "b")
    monkeypatch.setattr(installed, "fonts", lambda: [str(tmp_path / "b/x.otf")])
    assert changed(before) == set()


@pytest.mark.parametrize(
    ("module", "concerned"),
    [
        ("render/site/renderer.py", {"site"}),
        ("render/paged/html.py", {"paged.html", "paged.fonts", "paged.pdf"}),
        ("render/views/catalog.py", set(NEEDS)),
        ("model/item.py", set(NEEDS)),
    ],
)
def test_code_concerns_those_who_run_it(monkeypatch: pytest.MonkeyPatch, module: str, concerned: set[str]) -> None:
    before, real = digests(), Digests.file
    monkeypatch.setattr(
        Digests, "file", lambda self, path: "new" if path.endswith(f"gkstd/{module}") else real(self, path)
    )
    assert changed(before) == concerned


def test_versions_name_no_place_on_the_machine() -> None:
    found = Engines(Digests(None))
    for name in NEEDS:
        assert all("/" not in said for said in found.versions(name).values())


def test_what_is_missing_is_no_error(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(installed, "library", lambda _: "")
    monkeypatch.setattr(installed, "program", lambda _: "")
    monkeypatch.setattr(installed, "distributions", dict)
    monkeypatch.setattr(engines.installed, "fonts", list)
    assert all(digests().values())


def imported(folder: Path) -> set[str]:
    """Packages that the modules below a folder import, wherever in the module."""
    found: set[str] = set()
    for path in folder.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Import):
                found |= {alias.name.partition(".")[0] for alias in node.names}
            elif isinstance(node, ast.ImportFrom) and node.module:
                found.add(node.module.partition(".")[0])
    known = packages_distributions()
    return {known[name][0].lower().replace("_", "-") for name in found if name in known} - {"gkstd", "msgspec"}


@pytest.mark.parametrize("package", sorted({path.split(".")[2] for path in MODULES.values()}))
def test_what_a_renderer_imports_is_in_its_key(package: str) -> None:
    """A library that decides bytes and is not listed would leave stale results in the cache."""
    listed = {
        name for renderer in MODULES if MODULES[renderer].split(".")[2] == package for name in NEEDS[renderer].packages
    }
    assert imported(Path(gkstd.render.__file__).parent / package) <= listed
