"""`gkstd init [FOLDER]`: a small project for another county, which passes `gkstd check` and can be built as it is."""

import re
from datetime import date
from pathlib import Path
from shlex import quote

import click

from gkstd.cli.lang import say
from gkstd.cli.options import day_of

COUNTY = "〔待填：县名〕"
CODE = "000000"


@click.command(
    "init",
    help=say(
        "新建一个项目：一个领域、一条事项、一个流程、一项标准、一本手册，通过检查，可以编译。不覆盖已有文件。",
        "Start a project: a domain, an item, a process, a standard and a workbook, sound and ready to build. Never overwrites.",
    ),
)
@click.argument("folder", type=click.Path(path_type=Path), default=Path(), metavar=say("[文件夹]", "[FOLDER]"))
@click.option("--county", metavar="NAME", help=say("县（市、区）的名称", "name of the county"))
@click.option(
    "--region", metavar="CODE", help=say("六位行政区划代码（GB/T 2260）", "six-digit code of the county (GB/T 2260)")
)
@click.option(
    "--as-of",
    "on",
    metavar="YYYY-MM-DD",
    callback=day_of,
    help=say("以哪一天为准（默认：今天）", "the day the project goes by (default: today)"),
)
def command(folder: Path, county: str | None, region: str | None, on: date | None) -> None:
    """See the help text above."""
    from gkstd.build.skeleton import drafted, found, project

    if county and not re.fullmatch(r"[^\W0-9_][^\W_]{1,39}", county):
        raise click.BadParameter(
            say("只写名称，如 示范县", "write the name only, such as 示范县"), param_hint="--county"
        )
    if region and not re.fullmatch(r"[0-9]{6}", region):
        raise click.BadParameter(say("是六位数字", "it is six digits"), param_hint="--region")
    day = on or date.today()
    values = {
        "county": county or COUNTY,
        "code": region or CODE,
        "code_note": "GB/T 2260 六位代码" if region else "〔待填：六位行政区划代码，见 GB/T 2260〕",
        "as_of": day.isoformat(),
        "index": f"{region or CODE}-XXGK-{day.year}-0001",
    }
    standard = {
        "id": "disclosure-procedure",
        "title": "政府信息公开规程",
        "domain": "disclosure",
        "body": "县人民政府办公室",
    }
    files = {**project(values), **drafted("standard", standard, day)}
    if there := found(folder, files):
        raise click.BadParameter(
            say(
                f"已经有 {'、'.join(there)}，什么都没有写", f"there is {', '.join(there)} already: nothing was written"
            ),
            param_hint="FOLDER",
        )
    for path in files:
        click.echo(str(folder / path))
    place = "" if folder == Path() else f"cd {quote(str(folder))} && "
    click.echo(
        say(
            f"接着：{place}gkstd check；gkstd serve --open 边改边看；gkstd build 编译全部。〔待填〕的由县里填写。",
            f"then: {place}gkstd check; gkstd serve --open shows the site while you edit; gkstd build compiles all. "
            "〔待填〕 marks what the county fills in.",
        ),
        err=True,
    )
