"""How an edition is issued: for which use, whether as a draft, from which commit.

In: options and settings. Out: plain values for payloads, so that another issue is another entry of the cache.
"""

from msgspec import Struct

PROFILES = ("screen", "office", "press")


class Issue(Struct, frozen=True):
    """`profile`: one of PROFILES. `draft`: watermarked 草案. `revision`: commit of the sources, "" if not stated.

    For press: `paper` is the thickness of a leaf in micrometres, `multiple` of how many pages a signature is.
    """

    profile: str = "screen"
    draft: bool = False
    revision: str = ""
    paper: int = 100
    multiple: int = 4

    @property
    def printed(self) -> "Issue":
        """What of it decides the pages of a PDF, given its HTML."""
        return Issue(self.profile, self.draft, "", *((self.paper, self.multiple) if self.profile == "press" else ()))
