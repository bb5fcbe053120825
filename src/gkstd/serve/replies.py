"""A request and what it is answered: pure but for the shelf it looks into.

In: method, target and Host of a request; the shelf; the name of the build shown. Out: `Reply`. Pages get one script and, in their
policy, leave for it to ask this server for news; the files of `build/` are as they were.
"""

import re
from html import escape
from http import HTTPStatus

from msgspec import Struct

from gkstd.diagnostics import Text
from gkstd.serve.address import OWN, folder_of, host_is_ours, path_of
from gkstd.serve.shelf import Shelf, client

EVENTS = f"{OWN}events"
TYPES = {
    "html": "text/html; charset=utf-8",
    "css": "text/css; charset=utf-8",
    "js": "text/javascript; charset=utf-8",
    "json": "application/json; charset=utf-8",
    "xml": "application/xml; charset=utf-8",
    "atom": "application/atom+xml; charset=utf-8",
    "txt": "text/plain; charset=utf-8",
    "csv": "text/csv; charset=utf-8",
    "svg": "image/svg+xml",
    "png": "image/png",
    "jpg": "image/jpeg",
    "jpeg": "image/jpeg",
    "ico": "image/x-icon",
    "pdf": "application/pdf",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
}
UNKNOWN = "application/octet-stream"

_POLICY = re.compile(rb"(<meta http-equiv=\"Content-Security-Policy\" content=\"[^\"]*)(\")")
_HEAD_END = re.compile(rb"</head\s*>", re.IGNORECASE)
_MISSING = Text("没有这一页", "No such page")
_NOTHING = Text("还没有编译成功的页面", "Nothing has been built yet")
_HOME = Text("到首页", "To the home page")


class Reply(Struct, frozen=True):
    """Status, type and bytes; `location` sends the browser elsewhere."""

    status: HTTPStatus
    type: str
    data: bytes
    location: str = ""


class Desk(Struct, frozen=True):
    """What replies are made from: the files, the port that is listened to, the reader's language."""

    shelf: Shelf
    port: int
    lang: str

    def reply(self, target: str, host: str | None, build: str) -> Reply:
        """The answer to GET and HEAD."""
        if not host_is_ours(host, self.port):
            return _refusal(HTTPStatus.MISDIRECTED_REQUEST)
        path = path_of(target)
        if path is None:
            return _refusal(HTTPStatus.BAD_REQUEST)
        if path.startswith(OWN):
            return _own(path)
        data = self.shelf.bytes_of(path)
        if data is None:
            return self._missing(path, build)
        ending = path.rpartition(".")[2].lower()
        return Reply(
            HTTPStatus.OK, TYPES.get(ending, UNKNOWN), with_client(data, build, self.lang) if ending == "html" else data
        )

    def _missing(self, path: str, build: str) -> Reply:
        """A page that waits: it is replaced when a build brings the one asked for."""
        if folder := folder_of(path, self.shelf.paths):
            return Reply(HTTPStatus.FOUND, TYPES["txt"], b"", folder)
        title = (_MISSING if self.shelf.paths else _NOTHING)[self.lang]
        home = f'<p><a href="/">{_HOME[self.lang]}</a></p>' if self.shelf.paths else ""
        page = (
            f'<!DOCTYPE html>\n<html lang="{"en" if self.lang == "en" else "zh-CN"}">\n<head><meta charset="utf-8">'
            f"<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; script-src 'self'; style-src 'self'\">"
            f'<meta name="viewport" content="width=device-width, initial-scale=1"><title>{title}</title></head>\n'
            f"<body><h1>{title}</h1><p>{escape(path)}</p>{home}</body></html>\n"
        )
        status = HTTPStatus.NOT_FOUND if self.shelf.paths else HTTPStatus.SERVICE_UNAVAILABLE
        return Reply(status, TYPES["html"], with_client(page.encode(), build, self.lang))


def with_client(page: bytes, build: str, lang: str) -> bytes:
    """A page with the script of the preview."""
    tag = f'<script src="/{OWN}client.js" data-build="{build}" data-lang="{lang}" defer></script>'.encode()
    page = _POLICY.sub(rb"\1; connect-src 'self'\2", page, count=1)
    end = _HEAD_END.search(page)
    return page[: end.start()] + tag + b"\n" + page[end.start() :] if end else tag + page


def _own(path: str) -> Reply:
    name = path.removeprefix(OWN)
    data = client(name)
    if data is None:
        return _refusal(HTTPStatus.NOT_FOUND)
    return Reply(HTTPStatus.OK, TYPES[name.rpartition(".")[2]], data)


def _refusal(status: HTTPStatus) -> Reply:
    return Reply(status, TYPES["txt"], f"{status.value} {status.phrase}\n".encode())
