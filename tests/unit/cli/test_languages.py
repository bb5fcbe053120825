"""Chinese or English: by option, by variable, by locale; Chinese when none of them tells."""

import subprocess
from collections.abc import Callable

import pytest

from gkstd.cli.lang import choose

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
