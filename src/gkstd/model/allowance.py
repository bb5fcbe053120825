"""What an editor allows against the drafting lint, with the reason: `allow: {GK652: …}`."""

from msgspec import Struct


class Allowance(Struct, frozen=True):
    """`code` is not reported in the object `kind`, `id` ("clause", "catalog/scope") and what it holds.

    `home` and `home_id` name the object where it was written (a shared clause for its users), `written` its key there.
    """

    kind: str
    id: str
    code: str
    reason: str
    home: str
    home_id: str
    written: str
