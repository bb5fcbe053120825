"""`gkstd stats`: the figures of the edition, each beside its target where gkstd.yaml names one."""

from pathlib import Path

import click

from gkstd.cli.lang import say
from gkstd.cli.loading import loaded_or_exit
from gkstd.cli.options import OneOf, project_option

WORDS = {
    "domains": ("领域", "domains"),
    "categories": ("一级事项", "categories"),
    "items": ("二级事项", "items"),
    "standards.total": ("标准", "standards"),
    "standards.national": ("其中：采用的国家标准", "of these national"),
    "standards.own": ("其中：自编标准", "of these own"),
    "workbooks": ("手册", "workbooks"),
    "processes.total": ("流程", "processes"),
    "processes.general": ("其中：通用流程", "of these general"),
    "processes.domain": ("其中：领域流程", "of these in a domain"),
    "towns.domains": ("镇街目录", "sub-district catalogs"),
    "towns.categories": ("镇街一级事项", "sub-district categories"),
    "towns.items": ("镇街二级事项", "sub-district items"),
    "villages.domains": ("村社目录", "village catalogs"),
    "villages.categories": ("村社一级事项", "village categories"),
    "villages.items": ("村社二级事项", "village items"),
    "services": ("服务事项", "services"),
    "regulations.disclosure": ("公开制度", "regulations on disclosure"),
    "regulations.platforms": ("平台制度", "regulations on platforms"),
    "training.phases": ("培训阶段", "training phases"),
    "laws": ("依据", "laws"),
    "references": ("登记的外来标准", "registered standards"),
    "bodies": ("机构", "bodies"),
    "centre": ("进驻县政务服务中心的单位", "units in the service centre"),
}


@click.command("stats", help=say("本版次的数字。", "The figures of the edition."))
@project_option
@click.option("--format", "form", type=OneOf(["table", "json"]), default="table", help=say("格式", "format"))
@click.pass_context
def command(ctx: click.Context, root: Path, form: str) -> None:
    """See the help text above."""
    from gkstd.cli import table
    from gkstd.model.figures import figures, flat

    project = loaded_or_exit(ctx, root).project
    assert project is not None  # noqa: S101
    counts = figures(project)
    if form == "json":
        click.echo(table.as_json(counts))
        return
    expected = project.identity.expected
    rows = [_row(key, count, expected.get(key)) for key, count in flat(counts).items()]
    columns = list(rows[0]) if expected else list(rows[0])[:2]
    click.echo(table.as_table(rows, columns))


def _row(key: str, count: int, target: int | None) -> dict[str, object]:
    zh, en = WORDS.get(key, (key, key))
    met = "" if target is None else "√" if target == count else "×"
    return {
        say("项目", "figure"): say(zh, en),
        say("数", "count"): count,
        say("应有", "target"): "" if target is None else target,
        say("达到", "met"): met,
    }
