"""Whether a law or standard is in force on the day of the edition, in words for readers.

In: register entries and a day. Out: `Standing`. Never decides whether an item may cite it: that is a check's work.
"""

from datetime import date

from msgspec import Struct

from gkstd.model.register import Body, Law, Reference
from gkstd.render.views import printed


class Standing(Struct, frozen=True):
    """`state` is "valid", "pending" or "ended", for the style; `text` says it."""

    state: str
    text: str


def of_law(law: Law, on: date) -> Standing:
    """有效, 尚未施行 or 已失效, with the day where it is known."""
    if law.ended(on):
        return Standing("ended", f"自{printed.day(law.repealed)}起废止或被代替")
    if not law.begun(on):
        return Standing("pending", f"自{printed.day(law.begins)}起施行")
    return Standing("valid", "有效")


def of_reference(reference: Reference, on: date) -> Standing:
    """现行, 即将实施 or 已废止."""
    if reference.ended(on):
        return Standing("ended", f"自{printed.day(reference.withdrawn)}起废止或被代替")
    if reference.effective and on < reference.effective:
        return Standing("pending", f"自{printed.day(reference.effective)}起实施")
    return Standing("valid", "现行")


def of_body(body: Body, on: date) -> Standing:
    """在用, 尚未设立 or 已更名或撤并."""
    if body.ended(on):
        return Standing("ended", f"自{printed.day(body.until)}起不再使用此名称")
    if body.since and on < body.since:
        return Standing("pending", f"自{printed.day(body.since)}起设立")
    return Standing("valid", "在用")
