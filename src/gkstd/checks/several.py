"""GK307: a list of one entry that full-width commas run through: YAML parts entries at half-width ones only."""

from collections.abc import Iterator

from gkstd.checks.base import Context
from gkstd.diagnostics import Diagnostic, Text
from gkstd.diagnostics.codes import content


def several_in_one(ctx: Context) -> Iterator[Diagnostic]:
    """Elements of items; bodies, laws and channels that run together are not found in their registers anyway."""
    for item in ctx.project.items.values():
        if len(item.content) == 1 and "，" in item.content[0].text:
            whole = item.content[0].text
            apart = ", ".join(part.strip() for part in whole.split("，") if part.strip())
            yield content.SEVERAL.at(
                ctx.places.span("item", item.id, "content", 0),
                hints=(
                    Text(
                        f"各项之间用半角逗号：[{apart}]；本来就是一项的，把“，”改成“、”或“；”",
                        f"part them by half-width commas: [{apart}]; one that is meant as one takes 、 or ； instead",
                    ),
                ),
                found=whole,
            )
