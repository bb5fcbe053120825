"""0 ok · 1 diagnostics · 2 usage · 3 environment or I/O · 4 internal error · 130 interrupted; never a traceback."""

import os
import signal
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import click
import pytest

from gkstd.cli import outcome
from gkstd.cli.outcome import Exit, guarded

Run = Callable[..., subprocess.CompletedProcess[str]]
Replace = Callable[[str, str, str], None]
ITEMS = "standards/items/demo.yaml"


def test_a_clean_project_is_0(gkstd: Run) -> None:
    done = gkstd("check")
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "no problems found\n")


def test_errors_are_1(gkstd: Run, replace: Replace) -> None:
    replace(ITEMS, "body: 县城乡规划局", "body: 无名局")
    done = gkstd("check")
    assert done.returncode == 1
    assert "error[GK204]" in done.stdout, "what was asked for can be piped"
    assert "1 error" in done.stderr


@pytest.mark.parametrize("args", [["list", "items"], ["stats"], ["build"]])
def test_commands_that_need_a_sound_project_say_what_is_wrong_with_it(
    gkstd: Run, replace: Replace, args: list[str]
) -> None:
    replace(ITEMS, "body: 县城乡规划局", "body: 无名局")
    done = gkstd(*args)
    assert done.returncode == 1
    assert done.stdout == ""
    assert "GK204" in done.stderr


@pytest.mark.parametrize(
    ("options", "code"),
    [
        ([], 0),
        (["--strict"], 1),
        (["--fail-on", "warning"], 1),
        (["--fail-on", "note"], 1),
        (["--fail-on", "never"], 0),
        (["--fail-on", "error", "--strict"], 1),
    ],
)
def test_which_severity_fails_the_run_is_asked_for(gkstd: Run, replace: Replace, options: list[str], code: int) -> None:
    replace(
        "standards/processes/approval.yaml",
        "lanes: [申请人, 县城乡规划局]",
        "lanes: [申请人, 县城乡规划局, 县自然资源局]",
    )
    done = gkstd("check", *options)
    assert "warning[GK410]" in done.stdout
    assert done.returncode == code


@pytest.mark.parametrize(
    ("args", "code", "closing"),
    [
        ([], 1, "2 errors\n"),
        (["items"], 1, "2 errors\n"),
        (["laws"], 0, "no problems found; 2 more are not among those asked for\n"),
        (["--only", "plan-approved"], 1, "1 error; 1 more is not among those asked for\n"),
        (["--code", "unknown-body"], 1, "1 error; 1 more is not among those asked for\n"),
        (["--code", "gk2", "--only", "plan-approved"], 0, "no problems found; 2 more are not among those asked for\n"),
    ],
)
def test_what_was_not_asked_for_fails_no_run_but_is_counted(
    gkstd: Run, replace: Replace, args: list[str], code: int, closing: str
) -> None:
    replace(ITEMS, "body: 县城乡规划局", "body: 无名局")
    replace(ITEMS, "limit: 自信息形成或者变更之日起20个工作日内", "limit: 尽快公开")
    done = gkstd("check", *args)
    assert (done.returncode, done.stderr) == (code, closing)


@pytest.mark.parametrize("args", [["--only", "plan-drft"], ["--code", "unknown-bdy"], ["--code", "GK"], ["lawz"]])
def test_what_cannot_be_asked_for_is_misuse(gkstd: Run, args: list[str]) -> None:
    done = gkstd("check", *args)
    assert (done.returncode, done.stdout) == (2, "")
    assert "there is no" in done.stderr or "Did you mean laws?" in done.stderr


def test_errors_do_not_fail_a_run_that_never_fails(gkstd: Run, replace: Replace) -> None:
    replace(ITEMS, "body: 县城乡规划局", "body: 无名局")
    assert gkstd("check", "--fail-on", "never").returncode == 0


@pytest.mark.parametrize(
    "args",
    [
        ["chekc"],
        ["check", "--nonsense"],
        ["check", "--format", "xml"],
        ["check", "--as-of", "2019-02-30"],
        ["check", "--as-of", "today"],
        ["list"],
        ["list", "itmes"],
        ["schema", "nothing"],
        ["explain", "GK000"],
        ["build", "placards"],
        ["build", "-j", "0"],
        ["--lang", "fr", "check"],
    ],
)
def test_misuse_is_2_and_says_so_on_stderr_alone(gkstd: Run, args: list[str]) -> None:
    done = gkstd(*args)
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr
    assert "Traceback" not in done.stderr


@pytest.mark.parametrize("args", [["check", "--lang"], ["check", "--lang", "fr"], ["check", "--lang="], ["--lang"]])
def test_a_wrong_language_is_refused_as_a_value_wherever_it_stands(gkstd: Run, args: list[str]) -> None:
    done = gkstd(*args)
    assert (done.returncode, done.stdout) == (2, "")
    assert "--lang" in done.stderr
    assert "No such option" not in done.stderr
    assert "zh" in done.stderr or "requires an argument" in done.stderr


@pytest.mark.parametrize(
    ("typed", "meant"), [("chekc", "check"), ("biuld", "build"), ("explian", "explain"), ("stat", "stats")]
)
def test_a_misspelt_command_gets_the_nearest_one(gkstd: Run, typed: str, meant: str) -> None:
    assert f"Did you mean {meant}?" in gkstd(typed).stderr


def test_a_command_that_is_like_no_other_gets_no_guess(gkstd: Run) -> None:
    assert "Did you mean" not in gkstd("zzzzzz").stderr


def test_a_folder_without_a_project_is_1_with_the_way_out(gkstd: Run, tmp_path: Path) -> None:
    done = gkstd("check", "--project", str(tmp_path))
    assert done.returncode == 1
    assert "GK111" in done.stdout
    assert "--project" in done.stdout


def test_the_project_is_found_from_a_folder_inside_it(gkstd: Run, base: Path) -> None:
    (base / "standards" / "items").resolve()
    command = [sys.executable, "-m", "gkstd", "stats"]
    done = subprocess.run(command, cwd=base / "standards/items", capture_output=True, timeout=60, check=False)
    assert done.returncode == 0


def _ends(error: BaseException) -> int:
    @click.command()
    def command() -> None:
        raise error

    old, sys.argv = sys.argv, ["gkstd"]
    try:
        return guarded(command)
    finally:
        sys.argv = old


class _MissingError(Exception):
    what_zh, what_en, packages = "缺少 dot", "dot is missing", ("graphviz",)


@pytest.mark.parametrize(
    ("error", "code", "words"),
    [
        (_MissingError(), Exit.ENVIRONMENT, "apt-get install graphviz"),
        (OSError(28, "No space left on device", "build/x"), Exit.ENVIRONMENT, "No space left on device: build/x"),
        (PermissionError(13, "Permission denied", "build"), Exit.ENVIRONMENT, "Permission denied: build"),
        (ZeroDivisionError("division by zero"), Exit.INTERNAL, "ZeroDivisionError: division by zero"),
        (KeyboardInterrupt(), Exit.INTERRUPTED, "gkstd: "),
        (click.Abort(), Exit.INTERRUPTED, "gkstd: "),
        (click.UsageError("wrong"), Exit.USAGE, "wrong"),
        (click.exceptions.Exit(1), Exit.DIAGNOSTICS, ""),
    ],
)
def test_every_way_to_end_is_an_exit_code_and_few_words(
    error: BaseException, code: int, words: str, capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("GKSTD_TRACEBACK", raising=False)
    assert _ends(error) == code
    shown = capfd.readouterr().err
    assert words in shown
    assert "Traceback" not in shown


def test_a_traceback_is_shown_to_those_who_ask(
    capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("GKSTD_TRACEBACK", "1")
    assert _ends(ZeroDivisionError()) == Exit.INTERNAL
    assert "Traceback" in capfd.readouterr().err


def test_an_interrupted_process_ends_with_130(base: Path) -> None:
    waiting = "import gkstd.source.load as m, time, sys\n"
    waiting += "m.understand = lambda *_: (print('inside', flush=True), time.sleep(60))\n"
    waiting += "sys.argv = ['gkstd', 'check']\nfrom gkstd.cli.main import main\nmain()\n"
    child = subprocess.Popen(
        [sys.executable, "-c", waiting], cwd=base, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    )
    assert child.stdout is not None
    assert child.stdout.readline() == "inside\n", child.communicate(timeout=60)  # a child that died says so, none hangs
    child.send_signal(signal.SIGINT)
    _, shown = child.communicate(timeout=60)
    assert child.returncode == 130
    assert "Traceback" not in shown


def test_a_reader_that_goes_away_is_no_fault(base: Path) -> None:
    gone, stdout = os.pipe()
    os.close(gone)  # before anything is written, so that the first write finds nobody
    command = [sys.executable, "-m", "gkstd", "list", "items", "--format", "json"]
    done = subprocess.run(command, cwd=base, stdout=stdout, stderr=subprocess.PIPE, text=True, timeout=60, check=False)
    os.close(stdout)
    assert (done.returncode, done.stderr) == (0, "")


def test_the_numbers_are_the_ones_promised() -> None:
    assert {e.name: int(e) for e in outcome.Exit} | {} == {
        "OK": 0,
        "DIAGNOSTICS": 1,
        "USAGE": 2,
        "ENVIRONMENT": 3,
        "INTERNAL": 4,
        "INTERRUPTED": 130,
        "TERMINATED": 143,
    }
