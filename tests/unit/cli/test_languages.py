"""Chinese or English: by option, by variable, by locale; Chinese when none of them tells."""

import ast
import re
import subprocess
from collections.abc import Callable
from pathlib import Path

import click
import pytest

from gkstd.cli.lang import choose
from gkstd.cli.words import CHINESE

Run = Callable[..., subprocess.CompletedProcess[str]]


@pytest.mark.parametrize(
    ("argv", "environ", "lang"),
    [
        ([], {}, "zh"),
        ([], {"LANG": "en_US.UTF-8"}, "en"),
        ([], {"LANG": "zh_CN.UTF-8"}, "zh"),
        ([], {"LANG": "de_DE.UTF-8"}, "zh"),
        ([], {"LANG": "C.UTF-8"}, "zh"),
        ([], {"LANG": "zh_CN", "LC_ALL": "en_GB"}, "en"),
        ([], {"LC_ALL": "C", "LANG": "en_US"}, "zh"),
        ([], {"GKSTD_LANG": "zh", "LC_ALL": "en_GB"}, "zh"),
        (["--lang", "en", "check"], {"GKSTD_LANG": "zh"}, "en"),
        (["--lang=en", "check"], {}, "en"),
        (["--lang"], {"LANG": "en_US"}, "en"),
        (["--lang", "fr"], {"LANG": "en_US"}, "en"),
        (["--lang="], {}, "zh"),
        (["--lang", "zh", "check", "--lang=en"], {}, "en"),
        (["--lang=en", "check", "--lang", "zh"], {}, "zh"),
        (["check", "--", "--lang", "en"], {}, "zh"),
    ],
)
def test_which_language_is_spoken(argv: list[str], environ: dict[str, str], lang: str) -> None:
    assert choose(argv, environ) == lang


def test_help_and_reports_are_in_the_language_asked_for(gkstd: Run) -> None:
    assert "检查全部源文件" in gkstd("--lang", "zh", "--help").stdout
    assert "check all sources" in gkstd("--lang", "en", "--help").stdout
    assert gkstd("check", GKSTD_LANG="zh").stderr == "没有发现问题\n"


def test_help_lists_every_command(gkstd: Run) -> None:
    text = gkstd("--help").stdout
    for command in ("build", "check", "explain", "list", "stats", "schema", "doctor", "clean"):
        assert f"\n  {command} " in text


@pytest.mark.parametrize("command", ["build", "check", "explain", "list", "stats", "schema", "doctor", "clean"])
def test_every_command_has_help_in_both_languages(gkstd: Run, command: str) -> None:
    shown = {lang: gkstd("--lang", lang, command, "--help") for lang in ("zh", "en")}
    assert {done.returncode for done in shown.values()} == {0}
    assert shown["zh"].stdout != shown["en"].stdout


@pytest.mark.parametrize(("code", "title"), [("GK204", "GK204"), ("gk204", "GK204"), ("unknown-body", "GK204")])
def test_a_code_is_explained_by_id_or_name(gkstd: Run, code: str, title: str) -> None:
    done = gkstd("explain", code)
    assert done.returncode == 0
    assert title in done.stdout


def test_colour_follows_the_option_and_the_variables(gkstd: Run, base: object) -> None:
    asked = ("check", "--as-of", "2026-11-23", "--fail-on", "never")
    assert "\x1b[" not in gkstd(*asked).stdout
    assert "\x1b[" in gkstd(*asked, "--color").stdout
    assert "\x1b[" in gkstd(*asked, FORCE_COLOR="1").stdout
    assert "\x1b[" not in gkstd(*asked, FORCE_COLOR="1", NO_COLOR="1").stdout
    assert "\x1b[" not in gkstd(*asked, "--no-color", FORCE_COLOR="1").stdout


WORDS = (
    "Usage",
    "Options",
    "Error",
    "Try ",
    "Missing",
    "No such",
    "Invalid",
    "OPTIONS",
    "COMMAND",
    "ARGS",
    "Show ",
    "Choose",
)


@pytest.mark.parametrize(
    "args",
    [
        ["--help"],
        ["build", "--help"],
        ["chekc"],
        ["new"],
        ["list"],
        ["list", "itmes"],
        ["check", "--nonsense"],
        ["check", "--formt", "json"],
        ["check", "--as-of"],
        ["check", "--strict=1"],
        ["stats", "a", "b"],
        ["build", "-j", "0"],
        ["build", "-j", "x"],
        ["--lang", "fr", "check"],
    ],
    ids=" ".join,
)
def test_what_click_says_is_in_the_language_of_the_run(gkstd: Run, args: list[str]) -> None:
    zh, en = (gkstd(*args, GKSTD_LANG=lang) for lang in ("zh", "en"))
    assert [word for word in WORDS if word in zh.stdout + zh.stderr] == []
    assert any(word in en.stdout + en.stderr for word in WORDS)


def test_the_words_told_otherwise_are_clicks_own() -> None:
    """A message that a new click words differently would come out in English again."""
    folder = Path(click.__file__).parent
    source = "\n".join(path.read_text("utf-8") for path in folder.glob("*.py"))
    asked = {ast.literal_eval(text) for text in re.findall(r"(\"(?:[^\"\\\n]|\\[nt\"\\])*\")", source)}
    assert [message for message in CHINESE if message not in asked] == []
    fields = re.compile(r"\{\w+(?:!r)?\}|%\(\w+\)s")
    assert [m for m, told in CHINESE.items() if not set(fields.findall(told)) <= set(fields.findall(m))] == []


def test_a_misspelt_word_of_a_choice_gets_the_nearest_one(gkstd: Run) -> None:
    assert "Did you mean flowcharts?" in gkstd("build", "flowchart").stderr
    assert "Did you mean" not in gkstd("build", "zzzzz").stderr
