"""A target that fails, hangs, dies or eats the memory costs only itself and what needs it."""

import pytest

from gkstd.build import executor, work
from gkstd.build.work import Limits
from gkstd.render.base import Artifact, Job, Output
from gkstd.render.templates import TemplateSet
from support.kitchen import Kitchen, target

GOOD = tuple(target(f"site/{n}", str(n), cost=9) for n in range(5))


@pytest.fixture
def pool(monkeypatch: pytest.MonkeyPatch) -> None:
    """Work in processes, however little it is; forked ones, since only they know the renderer of the tests."""
    monkeypatch.setattr(executor, "SMALL", 0)
    monkeypatch.setattr(executor, "can_fork", lambda: True)


def codes(result: object) -> list[str]:
    return [d.code for d in result.diagnostics]  # type: ignore[attr-defined]


@pytest.mark.parametrize("act", ["raise", "fatal", "error"])
def test_a_failure_is_a_finding_and_is_not_cached(kitchen: Kitchen, act: str) -> None:
    for _ in range(2):
        result = kitchen.cook(*GOOD, target("site/bad", act=act))
        assert result.failed == ("site/bad",)
        assert codes(result) == ["GK702"]
        assert "site/bad" in kitchen.ran
    assert kitchen.cached == [t.name for t in GOOD]
    assert [d.message.en for d in kitchen.cook(target("site/bad", act="raise")).diagnostics] == [
        "rendering site/bad failed: ValueError: no site/bad"
    ]


def test_a_failing_target_keeps_its_last_good_output(kitchen: Kitchen) -> None:
    first = kitchen.cook(target("site/a", "good"), target("site/b", "b"))
    result = kitchen.cook(target("site/a", "bad", act="raise"), target("site/b", "new"))
    assert kitchen.read("site/a") == "good"
    assert kitchen.read("site/b") == "new"
    assert result.pruned == ()
    assert result.manifest and first.manifest
    assert result.manifest.outputs[0] == first.manifest.outputs[0]


def test_what_needs_it_is_skipped_and_the_rest_is_built(kitchen: Kitchen) -> None:
    result = kitchen.cook(
        target("html/x", act="raise"),
        target("html/y", "y"),
        target("html/z", "z", "html/x", "html/y"),
        target("workbooks/x", "", "html/z"),
        target("workbooks/y", "!", "html/y"),
    )
    assert result.failed == ("html/x", "html/z", "workbooks/x")
    assert codes(result) == ["GK702", "GK704", "GK704"]
    assert result.written == ("workbooks/y",)


def test_a_lack_of_the_machine_is_told_once(kitchen: Kitchen) -> None:
    result = kitchen.cook(target("site/a", act="lack"), target("site/b", act="lack"))
    assert len({d.message for d in result.diagnostics}) == 1
    assert result.diagnostics[0].message.en == "a pan is missing: run apt-get install pans"


def test_what_was_skipped_is_told_after_why(kitchen: Kitchen) -> None:
    result = kitchen.cook(target("html/x", act="lack"), target("workbooks/x", "", "html/x"))
    assert codes(result) == ["GK901", "GK704"]


@pytest.mark.usefixtures("pool")
def test_a_dead_worker_costs_its_target_only(kitchen: Kitchen) -> None:
    result = kitchen.cook(*GOOD, target("site/bad", act="die", cost=99), jobs=2)
    assert (result.failed, [d.message.en for d in result.diagnostics]) == (
        ("site/bad",),
        ["the process rendering site/bad died or went over its memory limit of 4096 MB"],
    )
    assert result.written == tuple(t.name for t in GOOD)


@pytest.mark.usefixtures("pool")
def test_two_that_die_are_both_named(kitchen: Kitchen) -> None:
    result = kitchen.cook(*GOOD, target("site/bad1", act="die", cost=99), target("site/bad2", act="die"), jobs=2)
    assert result.failed == ("site/bad1", "site/bad2")
    assert result.written == tuple(t.name for t in GOOD)


@pytest.mark.usefixtures("pool")
@pytest.mark.parametrize("jobs", [1, 2])
def test_too_long_is_stopped(kitchen: Kitchen, jobs: int) -> None:
    result = kitchen.cook(*GOOD, target("site/bad", act="loop"), jobs=jobs, limits=Limits(seconds=0.5))
    assert codes(result) == ["GK705"]
    assert result.written == tuple(t.name for t in GOOD)


@pytest.mark.usefixtures("pool")
def test_code_that_never_returns_is_ended_from_outside(kitchen: Kitchen, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(work, "_GRACE", 0.2)
    monkeypatch.setattr(work, "_overtime", lambda *_: None)
    result = kitchen.cook(*GOOD, target("site/bad", act="loop"), jobs=2, limits=Limits(seconds=0.3))
    assert codes(result) == ["GK706"]
    assert result.written == tuple(t.name for t in GOOD)


@pytest.mark.usefixtures("pool")
def test_too_much_memory_is_refused(kitchen: Kitchen) -> None:
    result = kitchen.cook(*GOOD, target("site/bad", act="eat"), jobs=2, limits=Limits(megabytes=2048))
    assert codes(result) == ["GK706"]
    assert result.written == tuple(t.name for t in GOOD)


def test_a_template_that_asks_for_too_much_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    """What the system refuses where it has no more to give; asked for in the second line of a project's own template."""

    class Greedy:
        @staticmethod
        def render(jobs: list[Job], templates: TemplateSet) -> list[Artifact]:
            def much() -> None:
                raise MemoryError

            environment = templates.environment({})
            text = environment.get_template("site/home.html").render(much=much)
            return [Artifact(job.target.name, (Output(job.target.name, text.encode()),)) for job in jobs]

    monkeypatch.setattr(work, "renderer", lambda _: Greedy)
    own = TemplateSet({}, {"site/home.html": "<p>\n{{ much() }}"})
    (made,) = work.work("site", [Job(target("site/index.html"), ())], own, Limits(megabytes=512))
    (finding,) = made.findings
    assert finding.code.id == "GK701"
    assert dict(finding.values)["template"] == "templates/site/home.html:2"
    assert "512 MB" in dict(finding.values)["why_en"]


def test_a_path_that_leaves_the_folder_is_not_written(kitchen: Kitchen) -> None:
    for path in (
        "../evil",
        "/evil",
        "site/../../evil",
        "site//x",
        "manifest.json",
        ".gkstd",
        "site\\evil",
        "site/.git/config",
    ):
        result = kitchen.cook(target("site/bad", "evil", path=path))
        assert codes(result) == ["GK702"], path
    assert not list(kitchen.root.parent.rglob("*evil*"))


def test_two_targets_of_one_path(kitchen: Kitchen) -> None:
    result = kitchen.cook(target("site/a", "1", path="site/Page"), target("site/b", "2", path="site/page"))
    assert codes(result) == ["GK707"]
    assert result.failed == ("site/b",)
    assert kitchen.read("site/Page") == "1"
