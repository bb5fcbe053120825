"""`gkstd explain CODE`: what a code means, why it is reported, how to mend it, with an example of each kind."""

import click

from gkstd.cli.lang import LANG, guess, say
from gkstd.cli.outcome import Exit


@click.command(
    "explain",
    help=say(
        "解释一个诊断代码（如 GK203）；不写代码则列出全部。",
        "Explain a diagnostic code (such as GK203); without one, list them all.",
    ),
)
@click.argument("code", required=False)
@click.pass_context
def command(ctx: click.Context, code: str | None) -> None:
    """See the help text above."""
    from gkstd.diagnostics.explain import as_text, explain

    if code is None:
        click.echo(_all())
        return
    page = explain(code)
    if page is None:
        click.echo(_unknown(code), err=True)
        ctx.exit(Exit.USAGE)
    click.echo(as_text(page, LANG), nl=False)


def _all() -> str:
    from gkstd.cli.table import as_table
    from gkstd.diagnostics.format import WORDS
    from gkstd.diagnostics.registry import CODES

    code, level, name, text = say("代码", "code"), say("级别", "severity"), say("名称", "name"), say("内容", "message")
    rows = [{code: c.id, level: WORDS[c.severity][LANG], name: c.name, text: c.message[LANG]} for c in CODES.values()]
    return as_table(rows, [code, level, name, text])


def _unknown(code: str) -> str:
    from gkstd.diagnostics.registry import CODES

    known = [*CODES, *(c.name for c in CODES.values())]
    return say(f"没有代码 {code}", f"there is no code {code}") + guess(code, known, "看")
