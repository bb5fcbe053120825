"""GK321, GK322: what is disclosed to everybody needs a channel everybody can see; what is answered on request has an applicant."""

from collections.abc import Iterator

from gkstd.checks.base import Context
from gkstd.checks.written import nothing_written
from gkstd.diagnostics import Diagnostic, Text
from gkstd.diagnostics.codes import content
from gkstd.model.item import Item
from gkstd.model.values.audience import AudienceKind
from gkstd.model.values.channel import is_public
from gkstd.model.values.method import Method


def public_channel(ctx: Context) -> Iterator[Diagnostic]:
    """主动公开 without a public channel. 其他 with a name of its own is given the benefit of the doubt."""
    for item in ctx.project.items.values():
        if item.method is Method.ACTIVE and _hidden(ctx, item):
            yield content.NO_PUBLIC_CHANNEL.at(
                ctx.places.span("item", item.id, "channels", key=True),
                labels=((ctx.places.span("item", item.id, "title"), Text("这个事项", "this item")),),
                hints=(
                    Text(
                        "加上政府网站、公开查阅点等公众看得到的渠道；确实只对特定人公开的，把 method 改为依申请公开",
                        "add a channel the public can see (政府网站, 公开查阅点, …), or make it 依申请公开 if it truly is",
                    ),
                ),
                title=item.title,
            )


def request_for_everybody(ctx: Context) -> Iterator[Diagnostic]:
    """依申请公开 whose audience is 全社会: one of the two is a slip."""
    for item in ctx.project.items.values():
        if item.method is Method.ON_REQUEST and item.audience.kind is AudienceKind.EVERYBODY:
            yield content.OPEN_ON_REQUEST.at(
                ctx.places.span("item", item.id, "method"),
                labels=((ctx.places.span("item", item.id, "audience"), Text("公开对象", "the audience")),),
                hints=(
                    Text(
                        "写明特定群体，如 audience: 特定群体：申请人；如果人人可看，把 method 改为主动公开",
                        "name the group, as in `audience: 特定群体：申请人`; if anybody may see it, make it 主动公开",
                    ),
                ),
                title=item.title,
            )


def _hidden(ctx: Context, item: Item) -> bool:
    uses = (*item.channels.required, *item.channels.optional)
    if uses:
        return all(is_public(use) is False for use in uses)
    return nothing_written(ctx.places, "item", item.id, "channels")
