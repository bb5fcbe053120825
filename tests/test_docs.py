"""The documents keep up with the program: generated pages are fresh, and what is named exists."""

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from gkstd.build.check import check
from gkstd.cli.main import COMMANDS
from gkstd.diagnostics import Severity
from gkstd.diagnostics.format import human
from gkstd.diagnostics.registry import CODES
from gkstd.source.load import load

ROOT = Path(__file__).parents[1]
PAGES = sorted([*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md"), ROOT / "tests/README.md"])
WRITTEN = [page for page in PAGES if page.parent.name != "reference"]
IDS = [page.relative_to(ROOT).as_posix() for page in PAGES]
WRITTEN_IDS = [page.relative_to(ROOT).as_posix() for page in WRITTEN]


def test_the_generated_pages_are_fresh() -> None:
    """Write them anew with `.venv/bin/python docs/generate.py`."""
    command = [sys.executable, ROOT / "docs/generate.py", "--check"]
    done = subprocess.run(command, capture_output=True, text=True, check=False, env={**os.environ, "PYTHONUTF8": "1"})
    assert (done.returncode, done.stdout) == (0, ""), done.stderr


def targets(page: Path) -> Iterator[str]:
    text = re.sub(r"```.*?```", "", page.read_text("utf-8"), flags=re.S)
    yield from re.findall(r"\]\(([^)\s]+)\)", text)
    yield from re.findall(r'(?:src|href)="([^"]+)"', text)


@pytest.mark.parametrize("page", PAGES, ids=IDS)
def test_links_lead_to_files_that_are_there(page: Path) -> None:
    local = [t for t in targets(page) if not re.match(r"[a-z]+:|#", t)]
    assert [t for t in local if not (page.parent / t.partition("#")[0]).exists()] == []


def words(text: str, pattern: str) -> set[str]:
    """What is said in code: in fences and between backquotes."""
    code = "\n".join(re.findall(r"```.*?```|`[^`\n]+`", text, flags=re.S))
    return set(re.findall(pattern, code))


@pytest.mark.parametrize("page", WRITTEN, ids=WRITTEN_IDS)
def test_commands_and_codes_that_are_named_exist(page: Path) -> None:
    text = page.read_text("utf-8")
    makefile = (ROOT / "Makefile").read_text("utf-8")
    assert words(text, r"(?:^|[\n`/])(?:\.venv/bin/)?gkstd ([a-z]+)") <= set(COMMANDS)
    assert words(text, r"(?:^|[\n`])make ([a-z-]+)") <= set(re.findall(r"^([a-z-]+):", makefile, flags=re.M))
    assert set(re.findall(r"GK\d{3}", text)) <= set(CODES)


@pytest.mark.parametrize("page", WRITTEN, ids=WRITTEN_IDS)
def test_files_and_tests_that_are_named_exist(page: Path) -> None:
    text = page.read_text("utf-8")
    named = words(text, r"`((?:src|tests|docs|bench|scripts|standards)/[\w./-]+(?:::\w+)?)`")
    for name in sorted(named):
        path, _, test = name.partition("::")
        assert (ROOT / path).exists(), name
        assert not test or f"def {test}(" in (ROOT / path).read_text("utf-8"), name


def test_both_readmes_have_the_same_parts() -> None:
    english, chinese = ((ROOT / name).read_text("utf-8") for name in ("README.md", "README.zh-CN.md"))
    for pattern in (r"^#{1,3} ", r"^```", r"!\[|<img ", r"^\|"):
        assert len(re.findall(pattern, english, flags=re.M)) == len(re.findall(pattern, chinese, flags=re.M)), pattern


def test_the_project_of_the_tutorial_is_clean(tmp_path: Path) -> None:
    text = (ROOT / "docs/tutorial/first-project.md").read_text("utf-8")
    files = re.findall(r"^```yaml (\S+)\n(.*?)^```$", text, flags=re.M | re.S)
    assert "gkstd.yaml" in dict(files)
    for name, body in files:
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(body, "utf-8")
    loaded = load(tmp_path)
    assert [(d.span.file, d.code, d.message.en) for d in check(loaded) if d.severity is not Severity.NOTE] == []
    assert loaded.project is not None
    assert len(loaded.project.workbooks) == 1


def test_templates_shown_extend_stock_ones_and_fill_their_blocks() -> None:
    text = (ROOT / "docs/how-to/another-cover.md").read_text("utf-8")
    (shown,) = re.findall(r"^```html\n(.*?)^```$", text, flags=re.M | re.S)
    (stock,) = re.findall(r'extends "gkstd/(.+?)"', shown)
    blocks = re.findall(r"block (\w+)", shown)
    assert set(blocks) <= set(re.findall(r"block (\w+)", (ROOT / "src/gkstd/templates" / stock).read_text("utf-8")))


@pytest.mark.parametrize(("page", "lang"), [("README.md", "en"), ("README.zh-CN.md", "zh")])
def test_the_reports_in_the_readme_are_what_is_reported(page: str, lang: str, tmp_path: Path) -> None:
    shutil.copy(ROOT / "gkstd.yaml", tmp_path)
    shutil.copytree(ROOT / "standards", tmp_path / "standards")
    path = tmp_path / "standards/items/environment.yaml"
    path.write_text(path.read_text("utf-8").replace("body: 县环境保护局", "body: 县环保护局", 1), "utf-8")
    loaded = load(tmp_path)
    found = [*check(loaded), *check(loaded, date(2026, 11, 23))]
    reports = ["\n".join(human([d], loaded.files, lang).split("\n")[:4]) for d in found if d.code in ("GK204", "GK310")]
    text = (ROOT / page).read_text("utf-8")
    for shown in re.findall(r"^((?:error|错误)\[GK(?:204|310)\].*\n.*\n.*\n.*)$", text, flags=re.M):
        assert shown in reports
    assert len(re.findall(r"^(?:error|错误)\[", text, flags=re.M)) == 2
