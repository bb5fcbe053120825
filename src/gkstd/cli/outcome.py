"""Exit codes: 0 ok · 1 diagnostics · 2 usage · 3 environment or I/O · 4 internal error · 130 interrupted."""

import os
import sys
from enum import IntEnum

import click

from gkstd.cli.lang import say


class Exit(IntEnum):
    """What the program's exit code says."""

    OK = 0
    DIAGNOSTICS = 1
    USAGE = 2
    ENVIRONMENT = 3
    INTERNAL = 4
    INTERRUPTED = 130
    TERMINATED = 143


def guarded(command: click.Command) -> int:
    """Run a command; every way it can end is an exit code, and no traceback is shown unless GKSTD_TRACEBACK is set."""
    try:
        code = command.main(standalone_mode=False)
        return code if isinstance(code, int) else Exit.OK
    except click.exceptions.Exit as error:
        return error.exit_code
    except click.ClickException as error:
        error.show()
        return Exit.USAGE
    except (KeyboardInterrupt, click.Abort):
        return _fail(
            say("已中断；上一次的结果没有改动", "interrupted; the last outputs are as they were"), Exit.INTERRUPTED
        )
    except (BrokenPipeError, SystemExit) as error:
        return _left(error)
    except Exception as error:
        return _explain(error)


def _left(error: BrokenPipeError | SystemExit) -> int:
    """The program was told to end, or the reader of its output has gone away: click then ends it with SystemExit too."""
    if isinstance(error, SystemExit) and error.code == Exit.TERMINATED:
        return _fail(
            say("已终止；上一次的结果没有改动", "terminated; the last outputs are as they were"), Exit.TERMINATED
        )
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    return Exit.OK


def _explain(error: Exception) -> int:
    if os.environ.get("GKSTD_TRACEBACK"):
        import traceback

        traceback.print_exc()
    if (text := getattr(error, "text", None)) is not None:  # MachineError: what the machine refuses
        return _fail(say(text.zh, text.en), Exit.ENVIRONMENT)
    if packages := getattr(error, "packages", ()):  # EnvironmentProblem: what the machine lacks
        what = say(error.what_zh, error.what_en)  # type: ignore[attr-defined]
        mend = "apt-get install " + " ".join(packages)
        return _fail(say(f"缺少{what}；请运行：{mend}", f"{what} is missing; run: {mend}"), Exit.ENVIRONMENT)
    if isinstance(error, OSError):
        name = error.filename or ""
        return _fail(f"{error.strerror or error}{': ' + str(name) if name else ''}", Exit.ENVIRONMENT)
    from gkstd.diagnostics.codes.build import INTERNAL

    told = INTERNAL.message.fill(why=f"{type(error).__name__}: {error}")
    return _fail(
        say(
            f"{INTERNAL.id} {told.zh}。这是程序的缺陷：请设 GKSTD_TRACEBACK=1 再运行一次，并把输出报给维护者",
            f"{INTERNAL.id} {told.en}. This is a bug: run again with GKSTD_TRACEBACK=1 and report the output",
        ),
        Exit.INTERNAL,
    )


def _fail(text: str, code: Exit) -> int:
    click.echo(f"gkstd: {text}", err=True)
    return code
