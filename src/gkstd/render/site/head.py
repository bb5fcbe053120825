"""Head matter: the frame of the edition, and the page tags that the guide for government sites asks for.

In: the project's identity and what a page is about. Out: `Frame`, `Head`. A tag whose value is not known is left out,
never invented.

Source: 政府网站发展指引 (国办发〔2017〕47号), annex 网页设计规范, 网页标签: site tags on every page, column tags on column
pages and on the content pages below them, article tags on content pages.
"""

from datetime import date

from msgspec import Struct

from gkstd.model.project import Identity
from gkstd.render.site.address import absolute
from gkstd.render.site.page import Frame, Head, Link
from gkstd.render.views import printed

HOME = Link("首页", "index.html")


class Column(Struct, frozen=True):
    """栏目: `key` is the section of the main navigation; `kind` is one of the guide's column classes."""

    key: str
    name: str
    path: str
    kind: str
    keywords: tuple[str, ...]
    description: str


class Article(Struct, frozen=True):
    """What the tags of a content page tell. `source` is the publishing unit."""

    title: str
    published: date | None
    source: str
    keywords: tuple[str, ...] = ()
    description: str = ""


def frame(identity: Identity, absent: tuple[str, ...] = ()) -> Frame:
    """The frame of all pages of the edition; `absent` are the columns it has no page for."""
    portal, edition = identity.portal, identity.edition
    return Frame(
        name=portal.name,
        base=portal.base,
        domain=portal.domain,
        site_id=portal.site_id,
        organizer=portal.organizer,
        operator=portal.operator,
        icp=portal.icp,
        police=portal.police,
        publisher=identity.publisher,
        region=identity.region.name,
        edition=edition.title,
        edition_date=printed.day(edition.date),
        as_of=printed.day(identity.as_of),
        notice=edition.notice,
        absent=absent,
    )


def head(
    frame: Frame, path: str, crumbs: tuple[Link, ...], column: Column | None, article: Article | None = None
) -> Head:
    """Title, way and tags. The last crumb is the page itself."""
    names = [frame.name] if path == HOME.path else [crumbs[-1].text, frame.name]
    url = absolute(frame, path)
    tags = _site(frame) + (_column(column) if column else ()) + (_article(article, url) if article else ())
    return Head(
        title=" - ".join(names),
        crumbs=crumbs,
        tags=tuple((name, content) for name, content in tags if content),
        section=column.key if column else "",
    )


def _site(frame: Frame) -> tuple[tuple[str, str], ...]:
    return ("SiteName", frame.name), ("SiteDomain", frame.domain), ("SiteIDCode", frame.site_id)


def _column(column: Column) -> tuple[tuple[str, str], ...]:
    return (
        ("ColumnName", column.name),
        ("ColumnDescription", column.description),
        ("ColumnKeywords", ",".join(column.keywords)),
        ("ColumnType", column.kind),
    )


def _article(article: Article, url: str) -> tuple[tuple[str, str], ...]:
    return (
        ("ArticleTitle", article.title),
        ("PubDate", minute(article.published)),
        ("ContentSource", article.source),
        ("Keywords", ",".join(article.keywords)),
        ("Description", article.description),
        ("Url", url),
    )


def minute(day: date | None) -> str:
    """A day in the tag's form `YYYY-MM-DD HH:MM`: its first minute, since sources keep no time of day."""
    return f"{day.isoformat()} 00:00" if day else ""
