"""One real build of everything, by processes; then nothing to do; then one word."""

from pathlib import Path

from gkstd.build.events import Event, Started
from gkstd.build.pipeline import build
from gkstd.build.verify import verify


def test_a_project_from_end_to_end(project: Path) -> None:
    result = build(project, jobs=2)
    assert [d.message.en for d in result.diagnostics if d.severity == "error"] == []
    assert result.failed == ()
    assert verify(project / "build").sound
    kinds = {path.rpartition(".")[2] for path in result.written}
    assert {"pdf", "svg", "png", "html", "css", "json", "csv"} <= kinds

    again = build(project, jobs=1)
    assert again.written == again.pruned == ()
    assert again.manifest == result.manifest

    items = project / "standards/items/demo.yaml"
    items.write_text(items.read_text("utf-8").replace("规划草案公告", "规划草案公示"), "utf-8")
    events: list[Event] = []
    edited = build(project, ("workbooks", "data"), jobs=1, on_event=events.append)
    ran = {event.target for event in events if isinstance(event, Started)}
    assert {"workbooks/demo.pdf", "data/items.json"} <= ran
    assert "fonts" in ran
    assert not [path for path in edited.written if not path.startswith(("workbooks/", "data/"))]
    stale = {entry.path for entry in edited.manifest.outputs if entry.stale} if edited.manifest else set()
    assert "site/index.html" in stale or any(path.startswith("site/items/") for path in stale)
    assert not stale & set(edited.written)
