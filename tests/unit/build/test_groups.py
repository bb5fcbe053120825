"""The targets of a real project, and what comes back when one line of it is edited."""

import subprocess
import sys
from pathlib import Path

from gkstd.build.events import Event, Started
from gkstd.build.groups import plan
from gkstd.build.outputs import GROUPS
from gkstd.build.pipeline import BuildResult, build
from gkstd.source.load import load


def names(root: Path, *groups: str) -> list[str]:
    loaded = load(root)
    assert loaded.project
    return [target.name for target in plan(loaded.project, loaded.places, groups or GROUPS).targets]


def test_fonts_need_all_documents_whatever_is_asked_for(project: Path) -> None:
    """Or `build workbooks` would give other bytes than `build`."""
    loaded = load(project)
    assert loaded.project
    fonts = [
        next(t for t in plan(loaded.project, loaded.places, groups).targets if t.name == "fonts")
        for groups in (("workbooks",), ("standards",), GROUPS)
    ]
    assert fonts[0] == fonts[1] == fonts[2]
    assert set(fonts[0].needs) == {
        *(f"html/workbooks/{id}" for id in loaded.project.workbooks),
        *(f"html/standards/{id}" for id in loaded.project.documents),
        *(f"{kind}/{id}" for id in loaded.project.processes for kind in ("sheets", "poster")),
    }


def test_a_group_is_its_targets_and_their_needs(project: Path) -> None:
    assert names(project, "data") == ["data/items.csv", "data/items.json"]
    assert {name.partition("/")[0] for name in names(project, "workbooks")} <= {
        "workbooks",
        "html",
        "fonts",
        "sheets",
        "poster",
    }
    assert not [name for name in names(project, "flowcharts") if not name.startswith("flowcharts/")]
    whole = names(project)
    for group in GROUPS:
        assert set(names(project, group)) <= set(whole)


def test_sources_are_the_files_of_what_is_shown(project: Path) -> None:
    loaded = load(project)
    assert loaded.project
    targets = {target.name: target for target in plan(loaded.project, loaded.places).targets}
    assert targets["data/items.json"].sources == ("gkstd.yaml", "standards/items/demo.yaml")
    charts = [target for name, target in targets.items() if name.startswith("flowcharts/")]
    assert charts
    assert all("standards/processes/approval.yaml" in target.sources for target in charts)
    assert all(set(target.sources) <= set(loaded.files) for target in targets.values())


def cook(root: Path) -> tuple[BuildResult, list[str]]:
    events: list[Event] = []
    result = build(root, ("site", "data"), jobs=1, on_event=events.append)
    assert result.manifest, [d.message.en for d in result.diagnostics]
    return result, sorted({event.target for event in events if isinstance(event, Started)})


def edit(root: Path, name: str, old: str, new: str) -> None:
    path = root / name
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), "utf-8")


def test_a_comment_rebuilds_nothing(project: Path) -> None:
    first, _ = cook(project)
    for path in sorted((project / "standards").rglob("*.yaml")):
        path.write_text("# one more line\n\n" + path.read_text("utf-8"), "utf-8")
    second, ran = cook(project)
    assert ran == []
    assert second.written == ()
    assert first.manifest
    assert second.manifest
    assert second.manifest.outputs == first.manifest.outputs
    assert second.manifest.sources != first.manifest.sources


def test_an_edit_rebuilds_what_shows_the_item(project: Path) -> None:
    loaded = load(project)
    assert loaded.project
    title = next(iter(loaded.project.items.values())).title
    _, everything = cook(project)
    edit(project, "standards/items/demo.yaml", title, f"{title}（改）")
    result, ran = cook(project)
    assert {"data/items.csv", "data/items.json"} <= set(ran) < set(everything)
    assert any(name.startswith("site/items/") for name in ran)
    assert any(name.startswith(("site/laws/", "site/assets/")) for name in set(everything) - set(ran))
    assert {path for path in result.written if path.endswith(".html")} <= set(ran)
    assert title + "（改）" in (project / "build/data/items.json").read_text("utf-8")


def test_errors_in_the_sources_touch_nothing(project: Path) -> None:
    cook(project)
    before = {path: path.read_bytes() for path in (project / "build").rglob("*") if path.is_file()}
    edit(project, "gkstd.yaml", "as_of:", "as_off:")
    result = build(project)
    assert result.manifest is None
    assert [d.severity for d in result.diagnostics].count("error") > 0
    assert before == {path: path.read_bytes() for path in (project / "build").rglob("*") if path.is_file()}


SCRIPT = """
import sys
from pathlib import Path
from gkstd.build.pipeline import build
result = build(Path(sys.argv[1]), ("site", "data"))
assert result.manifest and not result.written, result.diagnostics
heavy = {"jinja2", "weasyprint", "graphviz", "markdown_it", "multiprocessing", "uharfbuzz", "pikepdf", "rich", "importlib.metadata"}
sys.exit(" ".join(sorted(heavy & set(sys.modules))) or 0)
"""


def test_a_build_with_nothing_to_do_imports_no_engine(project: Path) -> None:
    cook(project)
    done = subprocess.run(
        [sys.executable, "-c", SCRIPT, str(project)], capture_output=True, text=True, timeout=60, check=False
    )
    assert (done.returncode, done.stderr) == (0, "")
