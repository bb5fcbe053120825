"""What scripts rely on: JSON alone on stdout, with fields that stay."""

import csv
import io
import json
import re
import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import Any

import jsonschema
import pytest
import yaml

from gkstd.model.rows import KINDS
from gkstd.source.kinds import KINDS as SOURCES
from gkstd.source.schema import names

Run = Callable[..., subprocess.CompletedProcess[str]]
Replace = Callable[[str, str, str], None]
ITEMS = "standards/items/demo.yaml"
EDITION = Path(__file__).parents[3]


def test_check_gives_findings_with_their_places(gkstd: Run, replace: Replace) -> None:
    replace(ITEMS, "body: 县城乡规划局", "body: 县城乡归划局")
    done = gkstd("check", "--format", "json")
    report = json.loads(done.stdout)
    assert done.stderr == ""
    assert report["schema_version"] == 1
    (found,) = report["diagnostics"]
    assert {"code", "severity", "message", "file", "line", "column", "hints"} <= set(found)
    assert (found["code"], found["severity"], found["file"]) == ("GK204", "error", ITEMS)
    assert (found["line"], found["column"]) == (14, 15)
    assert found["hints"] == ["did you mean `县城乡规划局`?"]


def test_a_clean_check_gives_an_empty_list(gkstd: Run) -> None:
    assert json.loads(gkstd("check", "--format", "json").stdout) == {"schema_version": 1, "diagnostics": []}


def test_the_short_form_is_one_line_a_finding_on_stdout(gkstd: Run, replace: Replace) -> None:
    replace(ITEMS, "body: 县城乡规划局", "body: 县城乡归划局")
    done = gkstd("check", "--format", "short")
    assert done.stdout.startswith(f"{ITEMS}:14:15: error[GK204] ")
    assert done.stdout.count("\n") == 1


def test_another_day_gives_other_findings(gkstd: Run) -> None:
    report = json.loads(gkstd("check", "--format", "json", "--as-of", "2026-11-23").stdout)
    codes = {found["code"] for found in report["diagnostics"]}
    assert {"GK310", "GK313"} <= codes


def test_items_have_the_fields_scripts_use(gkstd: Run) -> None:
    rows = json.loads(gkstd("list", "items", "--format", "json").stdout)
    assert [row["id"] for row in rows] == ["plan-draft", "plan-approved"]
    first = rows[0]
    assert {key: first[key] for key in ("id", "index", "title", "category", "domain", "body", "level")} == {
        "id": "plan-draft",
        "index": "610824-GH-2018-0001",
        "title": "规划草案公告",
        "category": "规划编制",
        "domain": "demo",
        "body": "县城乡规划局",
        "level": "县级",
    }


@pytest.mark.parametrize("kind", list(KINDS))
def test_every_kind_lists_in_every_form(gkstd: Run, base: Path, kind: str) -> None:
    _more(base)
    if kind == "services":  # the smallest project offers none
        assert gkstd("new", "service", "plan-bureau", "--title", "规划服务指南").returncode == 0
    rows = json.loads(gkstd("list", kind, "--format", "json").stdout)
    assert rows
    table = list(csv.DictReader(io.StringIO(gkstd("list", kind, "--format", "csv").stdout)))
    assert [row["id"] for row in table] == [row["id"] for row in rows]
    assert all(row["id"] in gkstd("list", kind).stdout for row in rows[:1])


def _more(base: Path) -> None:
    """What the smallest project does without."""
    (base / "standards/tables").mkdir()
    (base / "standards/tables/steps.yaml").write_text(
        "id: steps\ntitle: 步骤表\ncolumns: [{id: step, title: 步骤, width: 100}]\nrows: [[受理]]\n", "utf-8"
    )
    (base / "standards/registers/figures.yaml").write_text(
        "figures: [{id: days, title: 用时, value: '25', unit: 日, group: 案例, source: 公开报道}]\n", "utf-8"
    )


def test_only_unconfirmed_entries_on_request(gkstd: Run, replace: Replace) -> None:
    assert json.loads(gkstd("list", "laws", "--unconfirmed", "--format", "json").stdout) == []
    replace(
        "standards/registers/laws.yaml",
        "    effective: 2008-01-01\n",
        "    effective: 2008-01-01\n    unconfirmed: [effective]\n",
    )
    assert [row["id"] for row in json.loads(gkstd("list", "laws", "--unconfirmed", "--format", "json").stdout)] == [
        "plan-law"
    ]


def test_stats_have_the_figures_scripts_use(gkstd: Run) -> None:
    figures = json.loads(gkstd("stats", "--format", "json").stdout)
    expected = {
        "domains": 1,
        "categories": 1,
        "items": 2,
        "standards": {"total": 1, "national": 0, "own": 1},
        "workbooks": 1,
        "processes": {"total": 1, "general": 0, "domain": 1},
        "laws": 3,
        "bodies": 3,
    }
    assert {key: figures[key] for key in expected} == expected


def test_stats_show_the_target_beside_the_figure(gkstd: Run, replace: Replace) -> None:
    replace("gkstd.yaml", "publisher:", "expected: {items: 2, domains: 9}\npublisher:")
    lines = {line.split()[0]: line.split()[1:] for line in gkstd("stats").stdout.splitlines()}
    assert lines["items"] == ["2", "2", "√"]
    assert lines["domains"] == ["1", "9", "×"]


@pytest.mark.parametrize("kind", names())
def test_schemas_accept_the_edition_and_refuse_slips(gkstd: Run, kind: str) -> None:
    """As an editor of YAML holds a file to them: the kinds of the edition in this repository, and files with a slip."""
    schema = json.loads(gkstd("schema", kind).stdout)
    jsonschema.Draft7Validator.check_schema(schema)
    judge = jsonschema.Draft7Validator(schema)
    pattern = next(one.pattern for one in SOURCES if one.name == kind)
    files = [
        path
        for path in (EDITION / "gkstd.yaml", *sorted((EDITION / "standards").rglob("*.yaml")))
        if re.fullmatch(pattern, path.relative_to(EDITION).as_posix())
    ]
    assert files
    for path in files:
        assert list(judge.iter_errors(_as_editors_read(path))) == [], path.name
    sound, record = _as_editors_read(files[0]), schema["definitions"][schema["$ref"].rpartition("/")[2]]
    assert not judge.is_valid({**sound, "nonsense": "x"})
    assert not judge.is_valid({**sound, record["required"][0]: {"nonsense": "x"}})
    assert [name for name in record["required"] if judge.is_valid({k: v for k, v in sound.items() if k != name})] == []


class _Core(yaml.SafeLoader):
    """YAML 1.2 as editors read it: dates are text."""


_Core.yaml_implicit_resolvers = {
    first: [(tag, pattern) for tag, pattern in rules if not tag.endswith(":timestamp")]
    for first, rules in yaml.SafeLoader.yaml_implicit_resolvers.items()
}


def _as_editors_read(path: Path) -> dict[str, Any]:
    read: dict[str, Any] = yaml.load(path.read_text("utf-8"), _Core)
    return read


def test_a_cell_that_a_spreadsheet_would_run_is_disarmed(gkstd: Run, replace: Replace) -> None:
    replace(ITEMS, "title: 规划草案公告", "title: '=HYPERLINK(\"http://x\")'")
    rows = list(csv.DictReader(io.StringIO(gkstd("list", "items", "--format", "csv").stdout)))
    assert rows[0]["title"].startswith("'=")


def test_a_file_name_that_is_not_text_is_reported_and_not_a_crash(gkstd: Run, base: Path) -> None:
    bad = bytes(base) + b"/standards/items/\xff\x1b[2J.yaml"
    with open(bad, "wb") as out:  # noqa: PTH123
        out.write(b"a: 1\n")
    for form in ("json", "short", "human"):
        done = gkstd("check", "--format", form)
        assert done.returncode == 1, done.stderr
        assert "\x1b" not in done.stdout + done.stderr
        assert "GK112" in done.stdout + done.stderr
