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
from click.testing import CliRunner

from gkstd.build.check import check
from gkstd.cli.main import COMMANDS, gkstd
from gkstd.diagnostics.explain import Block
from gkstd.diagnostics.format import human
from gkstd.diagnostics.registry import CODES
from gkstd.source.load import load
from support.overlay import overlay

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


GUIDES = sorted(page for folder in ("how-to", "tutorial") for page in (ROOT / "docs" / folder).glob("*.md"))
TWINS = [page for page in GUIDES if not page.name.endswith(".zh-CN.md")]


def test_every_guide_is_there_in_both_languages() -> None:
    chinese = [page.with_name(page.name.replace(".zh-CN.md", ".md")) for page in GUIDES if page not in TWINS]
    assert chinese == TWINS
    for page in TWINS:
        twin = page.with_name(f"{page.stem}.zh-CN.md")
        assert f"({twin.name})" in page.read_text("utf-8")
        assert f"({page.name})" in twin.read_text("utf-8")


def shown(text: str) -> list[tuple[str, str]]:
    """What is typed: fences less their remarks; a report or a line of the terminal is in the language of its reader."""
    fences = re.findall(r"^ *```(\S+.*?)\n(.*?)^ *```$", text, flags=re.M | re.S)
    return [(kind, re.sub(r" *#.*", "", body)) for kind, body in fences if kind != "text"]


@pytest.mark.parametrize("page", TWINS, ids=lambda page: page.stem)
def test_a_guide_and_its_twin_say_to_do_the_same(page: Path) -> None:
    both = [page.read_text("utf-8"), page.with_name(f"{page.stem}.zh-CN.md").read_text("utf-8")]
    assert shown(both[0]) == shown(both[1])
    for pattern in (r"^#+ ", r"^```", r"^ *(?:[-*]|[0-9]+\.) ", r"^ *\|"):
        assert len(re.findall(pattern, both[0], flags=re.M)) == len(re.findall(pattern, both[1], flags=re.M)), pattern
    for pattern in (r"gkstd [a-z]+", r"make [a-z-]+", r"--[a-z-]+", r"[a-z_]+\.(?:yaml|css|html|json|txt)", r"GK\d{3}"):
        assert words(both[0], pattern) == words(both[1], pattern)
    assert set(re.findall(r"GK\d{3}", both[0])) == set(re.findall(r"GK\d{3}", both[1]))


def test_the_tutorial_can_be_followed(tmp_path: Path) -> None:
    """Its commands are run and its lines filled in; what remains unfilled is what the tutorial leaves for later."""
    text = (ROOT / "docs/tutorial/first-project.md").read_text("utf-8")
    commands = [
        line for block in re.findall(r"^```sh\n(.*?)^```$", text, flags=re.M | re.S) for line in block.split("\n")
    ]
    lines = re.findall(r"^```yaml (\S+)#(\S+)\n(.*?)^```$", text, flags=re.M | re.S)
    root = tmp_path / "my-county"
    for line in filter(None, commands):
        match line.split():
            case ["gkstd", "init", folder, *options]:
                assert folder == root.name
                done = CliRunner().invoke(gkstd, ["init", str(root), *options])
            case ["cd", folder]:
                assert (tmp_path / folder).is_dir()
                continue
            case ["gkstd", "new" | "check" as name, *options]:
                if name == "check":
                    overlay(root, [Block(*one) for one in lines if one[1] in (root / one[0]).read_text("utf-8")])
                done = CliRunner().invoke(gkstd, [name, *options, "--project", str(root)])
            case ["gkstd", "build"]:
                continue
        assert done.exit_code == 0, (line, done.output)
    loaded = load(root)
    assert check(loaded) == ()
    assert loaded.project is not None
    assert len(loaded.project.items) == 2
    assert "待填" not in loaded.files["standards/items/disclosure.yaml"].text


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
