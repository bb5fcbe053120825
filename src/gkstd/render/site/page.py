"""What a page is before it is HTML: an address, a template, a view, and what all pages share.

In: nothing. Out: plain frozen values that travel to a worker and into a fingerprint. Paths are relative to the site's
root and "/"-separated; templates prefix them with the way up, so that a view knows nothing of its own depth.
"""

from msgspec import Struct

from gkstd.render.views.seen import Refs

JSON, CSV = "application/json", "text/csv"
"""Media types of open data."""


class Link(Struct, frozen=True):
    """A text that leads somewhere; an empty `path` is a text that leads nowhere."""

    text: str
    path: str = ""


class Frame(Struct, frozen=True):
    """What head and foot of every page say. What is not known is ""; dates are in Chinese form.

    `absent` are the keys of columns that this edition has no page for.
    """

    name: str
    base: str
    domain: str
    site_id: str
    organizer: str
    operator: str
    icp: str
    police: str
    publisher: str
    region: str
    edition: str
    edition_date: str
    as_of: str
    notice: str
    absent: tuple[str, ...] = ()


class Head(Struct, frozen=True):
    """What is a page's own in the head: full title, way from the home page, page tags, the section it belongs to."""

    title: str
    crumbs: tuple[Link, ...]
    tags: tuple[tuple[str, str], ...]
    section: str


class Alternate(Struct, frozen=True):
    """The same content in another form, beside the page: its media type, its address, and what readers call it."""

    type: str
    path: str
    text: str


class Blank(Struct, frozen=True):
    """The view of a file that shows nothing of the model."""


class Part(Struct, frozen=True):
    """Which part of a long list a page shows; `size` is that of the whole list, `paths` are the addresses of all parts."""

    number: int
    size: int
    paths: tuple[str, ...]


class Page(Struct, frozen=True):
    """One file of the site.

    `refs` are the objects shown, for the builder to find their source files; `needs` are names of targets whose outputs
    are published beside the page. A template that is not HTML, XML or text is copied as it is (`head` is None then).
    `items` and `services` are the ids of those whose open data stand beside the page. `linked` is what the page says as
    linked data (JSON-LD, `linked.py`), published beside it; `alternates` are all other forms of the page, that one included.
    `part` is set where the list of the page goes on at other addresses (`paging.py`).
    """

    path: str
    template: str
    frame: Frame
    head: Head | None
    view: Struct
    refs: Refs = ()
    needs: tuple[str, ...] = ()
    items: tuple[str, ...] = ()
    services: tuple[str, ...] = ()
    linked: str = ""
    alternates: tuple[Alternate, ...] = ()
    part: Part | None = None

    @property
    def goes_on(self) -> bool:
        """Whether the page is the continuation of another."""
        return self.part is not None and self.part.number > 1

    @property
    def root(self) -> str:
        """The way from this page to the site's root: "", "../". The 404 page is met at any depth and needs the root's path on
        the server; the host is left out, so that a copy elsewhere asks no other host.
        """
        if self.path == "404.html" and self.frame.base:
            return "/" + self.frame.base.partition("://")[2].partition("/")[2]
        return "../" * self.path.count("/")
