"""What is known from the last run is what this run would find; whatever cannot be trusted is found again."""

import os
import shutil
from datetime import date
from pathlib import Path

import pytest

from gkstd.build import look as looking
from gkstd.build import recall
from gkstd.build.events import Cached, Event, Started
from gkstd.build.pipeline import BuildResult, build
from gkstd.diagnostics.format import as_json

ANSWERS = ".gkstd-cache/v1/answers.json"
FAULTY = (
    ("standards/items/demo.yaml", "limit:", "limt:"),
    ("standards/items/demo.yaml", "body:", "body: 没有的局 #"),
    ("gkstd.yaml", "as_of:", "as_off:"),
)


def edit(root: Path, name: str, old: str, new: str) -> None:
    path = root / name
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), "utf-8")


def check(root: Path, on: date | None = None) -> tuple[str, bool]:
    """The report as JSON, and whether it had to be worked out."""
    worked: list[bool] = []
    with pytest.MonkeyPatch.context() as patch:
        real = recall.Recall.keep
        patch.setattr(recall.Recall, "keep", lambda *given: (worked.append(True), real(*given))[1])
        looked = looking.look(root, on)
    return as_json(looked.found, looked.files, "zh") + as_json(looked.found, looked.files, "en"), bool(worked)


@pytest.mark.parametrize("fault", [None, *FAULTY], ids=["clean", "key", "name", "project"])
def test_known_findings_are_those_found(project: Path, fault: tuple[str, str, str] | None) -> None:
    if fault:
        edit(project, *fault)
    cold, worked = check(project)
    assert worked
    assert check(project) == (cold, False)
    shutil.rmtree(project / ".gkstd-cache")
    assert check(project) == (cold, True)


def test_anything_that_decides_a_finding_asks_anew(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert check(project)[1]
    assert check(project, date(2030, 1, 1))[1]
    edit(project, "standards/items/demo.yaml", "title: 城乡规划", "title: 城乡规划 # 注")
    assert check(project)[1]
    (project / "templates").mkdir()
    (project / "templates/a.css").write_text("", "utf-8")
    assert check(project)[1]
    (project / "standards/images").mkdir(exist_ok=True)
    (project / "standards/images/a.png").write_bytes(b"\x89PNG\r\n\x1a\n")
    assert check(project)[1]
    (project / "standards/images/a.png").rename(project / "standards/images/b.png")
    assert check(project)[1]
    assert not check(project)[1]
    monkeypatch.setattr(recall, "stamps", lambda _: "other code")
    assert check(project)[1]


def test_code_is_known_by_its_files(tmp_path: Path) -> None:
    (tmp_path / "a.py").write_text("a", "utf-8")
    before = recall.stamps(str(tmp_path))
    assert recall.stamps(str(tmp_path)) == before
    (tmp_path / "a.py").write_text("bb", "utf-8")
    assert recall.stamps(str(tmp_path)) != before


def test_a_project_that_cannot_be_read_whole_is_never_known(project: Path) -> None:
    (project / "standards/items/demo.yaml").unlink()
    (project / "standards/items/demo.yaml").symlink_to(project / "gkstd.yaml")
    first = check(project)
    assert first[1]
    assert not (project / ANSWERS).exists()
    assert check(project) == first


def test_an_answer_counts_only_where_it_was_given(project: Path, tmp_path: Path) -> None:
    """Or a faulty project could bring a clean report along."""
    assert check(project)[1]
    copy = tmp_path / "elsewhere"
    shutil.copytree(project, copy)
    assert (copy / ANSWERS).read_bytes() == (project / ANSWERS).read_bytes()
    assert check(copy)[1]
    forged = (project / ANSWERS).read_bytes()
    shutil.rmtree(project / ".gkstd-cache")
    shutil.copytree(copy / ".gkstd-cache", project / ".gkstd-cache")
    (project / ANSWERS).write_bytes(forged)
    assert check(project)[1]


def test_damage_costs_only_time(project: Path) -> None:
    edit(project, *FAULTY[1])
    right, _ = check(project)
    whole = (project / ANSWERS).read_bytes()
    for at in range(0, len(whole), 19):
        (project / ANSWERS).write_bytes(whole[:at] + bytes([whole[at] ^ 1]) + whole[at + 1 :])
        assert check(project) == (right, True)
    for nonsense in (b"", b"{}", whole[:-9], recall.seal(b"[]"), recall.seal(b'[["a", {"found": 3}]]')):
        (project / ANSWERS).write_bytes(nonsense)
        assert check(project) == (right, True)


@pytest.mark.parametrize("name", ["answers.json", "parts.json"])
def test_what_a_checkout_may_bring_along_ends_no_run(project: Path, name: str) -> None:
    right, _ = check(project)
    file = (project / ANSWERS).parent / name
    deep, odd = b"[" * 300_000 + b"]" * 300_000, b'[["\xff", 1]]'
    for at, nonsense in enumerate((recall.seal(b'[["a", ' + deep + b"]]"), recall.seal(odd), Path("/dev/zero"), None)):
        edit(project, "standards/items/demo.yaml", "title: ", "title:  ")  # asks for the parts as well
        file.unlink()
        if isinstance(nonsense, bytes):
            file.write_bytes(nonsense)
        elif nonsense:
            file.symlink_to(nonsense)
        else:
            os.mkfifo(file)
        assert check(project) == (right, True), at
        assert file.is_file()


EDITS = (
    ("standards/items/demo.yaml", "title: ", "title: 新"),
    ("standards/documents/catalog.yaml", "应在20个工作日内公开", "必须在20个工作日内公开"),
    ("standards/documents/catalog.yaml", "必须在", "应当在"),
    ("standards/items/demo.yaml", "limit:", "limt:"),
    ("standards/items/demo.yaml", "limt:", "limit:"),
    ("standards/registers/laws.yaml", "title: ", "title: 旧"),
    ("gkstd.yaml", "as_of: ", "as_of: x"),
    ("gkstd.yaml", "as_of: x", "as_of: "),
)


def test_after_an_edit_the_report_is_that_of_a_fresh_run(project: Path, tmp_path: Path) -> None:
    """Whatever is remembered in parts, and in whatever order the parts came to be."""
    check(project)
    for change in EDITS:
        edit(project, *change)
        for day in (None, date(2030, 1, 1)):
            report, _ = check(project, day)
            shutil.rmtree(tmp_path / "fresh", ignore_errors=True)
            shutil.copytree(project, tmp_path / "fresh", ignore=shutil.ignore_patterns(".gkstd-cache"))
            assert report == check(tmp_path / "fresh", day)[0]


def test_damage_to_the_parts_costs_only_time(project: Path) -> None:
    check(project)
    parts = project / ".gkstd-cache/v1/parts.json"
    whole = parts.read_bytes()
    for count, at in enumerate(range(0, len(whole), 997)):
        parts.write_bytes(whole[:at] + bytes([whole[at] ^ 1]) + whole[at + 1 :])
        edit(project, "gkstd.yaml", "name: ", f"# {count}\nname: ")
        report, worked = check(project)
        assert worked
        assert '"diagnostics": []' in report


def test_where_nothing_can_be_kept_nothing_is(project: Path, tmp_path: Path) -> None:
    (project / ".gkstd-cache").symlink_to(tmp_path)
    assert check(project)[1]
    assert check(project)[1]
    assert [path.name for path in tmp_path.iterdir()] == [project.name]
    (project / ".gkstd-cache").unlink()
    (project / ".gkstd-cache").write_text("a file", "utf-8")
    assert check(project)[1]


def test_only_the_last_answers_are_kept(project: Path) -> None:
    for day in range(1, recall.MOST + 3):
        assert check(project, date(2030, 1, day))[1]
    assert not check(project, date(2030, 1, recall.MOST + 2))[1]
    assert check(project, date(2030, 1, 1))[1]


def cook(root: Path) -> tuple[BuildResult, list[Event]]:
    events: list[Event] = []
    return build(root, ("data",), jobs=1, on_event=events.append), events


def test_a_build_with_nothing_new_is_the_build_it_would_be(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    cook(project)
    (project / ANSWERS).unlink()
    slow, told = cook(project)
    with monkeypatch.context() as patch:
        patch.setattr("gkstd.source.load.understand", None)
        quick, said = cook(project)
    assert said == told
    assert {event.target for event in said if isinstance(event, Cached)} == {"data/items.csv", "data/items.json"}
    for field in BuildResult.__struct_fields__:
        if field != "files":
            assert getattr(quick, field) == getattr(slow, field)
    assert {name: file.text for name, file in quick.files.items()} == {n: f.text for n, f in slow.files.items()}


@pytest.mark.parametrize("name", ["data/items.csv", "manifest.json"])
@pytest.mark.parametrize("harm", [Path.unlink, lambda path: path.write_bytes(b"x")], ids=["gone", "changed"])
def test_a_harmed_output_is_made_again(project: Path, name: str, harm: object) -> None:
    cook(project)
    whole = (project / "build" / name).read_bytes()
    harm(project / "build" / name)  # type: ignore[operator]
    cook(project)
    assert (project / "build" / name).read_bytes() == whole


def test_what_was_not_asked_for_still_has_to_be_there(project: Path) -> None:
    build(project, ("flowcharts",), jobs=1)
    first, _ = cook(project)
    gone = next(entry.path for entry in (first.manifest.outputs if first.manifest else ()) if entry.path[0] == "f")
    (project / "build" / gone).unlink()
    second, _ = cook(project)
    assert second.manifest
    assert gone not in {entry.path for entry in second.manifest.outputs}


def test_an_edit_is_built(project: Path) -> None:
    cook(project)
    edit(project, "standards/items/demo.yaml", "title: ", "title: 新")
    result, events = cook(project)
    assert result.written
    assert [event for event in events if isinstance(event, Started)]


def test_a_failure_is_not_remembered(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with monkeypatch.context() as patch:
        patch.setattr("gkstd.render.data.renderer.render", lambda *_: 1 / 0)
        failed, _ = cook(project)
    assert failed.failed
    assert cook(project)[0].written


def test_what_lay_in_the_hour_is_tried_again(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A chart that dot did not get done with: neither the warning nor the chart is kept."""
    with monkeypatch.context() as patch:
        patch.setattr("gkstd.render.flowchart.image._MEMORY_KIB", 1)
        first = build(project, ("flowcharts",), jobs=1)
    assert "GK714" in {found.code for found in first.diagnostics}
    assert not first.failed
    events: list[Event] = []
    again = build(project, ("flowcharts",), jobs=1, on_event=events.append)
    assert "GK714" not in {found.code for found in again.diagnostics}
    assert any(isinstance(event, Started) for event in events)


def test_another_engine_builds_again(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    cook(project)
    monkeypatch.setattr("gkstd.build.engines.Engines._digest", lambda _self, name: f"new {name}")
    _, events = cook(project)
    assert [event for event in events if isinstance(event, Started)]
