"""The one module that listens: on this machine only, to GET and HEAD, one thread for each browser that asks.

In: a desk that knows the answers and a board with the news. Out: HTTP/1.0 replies, one a connection. Never listens on an address that
another machine can reach, never lists a folder, never writes.
"""

import errno
import os
import sys
import threading
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from socket import socket
from typing import Any

import msgspec

from gkstd.build.machine import MachineError
from gkstd.diagnostics.codes.build import PORT_IN_USE
from gkstd.serve.address import host_is_ours, path_of
from gkstd.serve.board import Board, News
from gkstd.serve.replies import EVENTS, Desk, Reply
from gkstd.serve.shelf import Shelf

LOOPBACK = "127.0.0.1"
SILENCE = 15.0
"""Seconds without news after which a browser that has gone away is found out."""

_HEADERS = (
    ("Cache-Control", "no-store"),
    ("X-Content-Type-Options", "nosniff"),
    ("X-Frame-Options", "DENY"),
    ("Cross-Origin-Resource-Policy", "same-origin"),
    ("Referrer-Policy", "no-referrer"),
)


class Server(ThreadingHTTPServer):
    """Listens as soon as it is made; answers once `start` is called."""

    daemon_threads = True
    block_on_close = False
    allow_reuse_address = os.name != "nt"  # on Windows this would let two servers share a port

    def __init__(self, shelf: Shelf, board: Board, port: int, lang: str) -> None:
        self.board = board
        self._answering = False
        try:
            super().__init__((LOOPBACK, port), Handler)
        except (OSError, OverflowError) as error:
            raise _cannot_listen(port, error) from error
        self.desk = Desk(shelf, self.server_port, lang)

    @property
    def url(self) -> str:
        """Where the home page is."""
        return f"http://{LOOPBACK}:{self.server_port}/"

    def start(self) -> None:
        """Answer, on threads of its own, until `close`."""
        self._answering = True
        threading.Thread(target=self.serve_forever, kwargs={"poll_interval": 0.1}, daemon=True).start()

    def close(self) -> None:
        """Let browsers go and stop listening."""
        self.board.close()
        if self._answering:  # a server that never answered would be waited for in vain
            self.shutdown()
        self.server_close()

    def handle_error(self, request: "socket | tuple[bytes, socket]", client_address: Any) -> None:
        """A browser that went away is no fault."""
        if not isinstance(sys.exception(), ConnectionError | TimeoutError):
            super().handle_error(request, client_address)


class Handler(BaseHTTPRequestHandler):
    """One request."""

    server: Server
    timeout = 10.0
    server_version, sys_version = "gkstd", ""

    def do_GET(self) -> None:
        """A page, a file, or the stream of news."""
        host = self.headers.get("Host")
        if path_of(self.path) == EVENTS and host_is_ours(host, self.server.server_port):
            self._stream()
        else:
            self._send(self.server.desk.reply(self.path, host, self.server.board.build))

    def do_HEAD(self) -> None:
        """As GET, without the body."""
        self._send(self.server.desk.reply(self.path, self.headers.get("Host"), self.server.board.build))

    def _refuse(self) -> None:
        """Any other method."""
        self.send_response(HTTPStatus.METHOD_NOT_ALLOWED)
        self.send_header("Allow", "GET, HEAD")
        self.send_header("Content-Length", "0")
        self.end_headers()

    do_POST = do_PUT = do_PATCH = do_DELETE = do_OPTIONS = do_TRACE = do_CONNECT = _refuse  # noqa: N815

    def log_message(self, *_: Any) -> None:
        """The terminal tells of builds, not of requests."""

    def _send(self, reply: Reply) -> None:
        self.send_response(reply.status)
        self.send_header("Content-Type", reply.type)
        self.send_header("Content-Length", str(len(reply.data)))
        if reply.location:
            self.send_header("Location", reply.location)
        self._end_headers()
        if self.command != "HEAD":
            self.wfile.write(reply.data)

    def _end_headers(self) -> None:
        for name, value in _HEADERS:
            self.send_header(name, value)
        self.end_headers()

    def _stream(self) -> None:
        """News as server-sent events; a browser that comes back says where it was."""
        self.send_response(HTTPStatus.OK)
        self.send_header("Content-Type", "text/event-stream; charset=utf-8")
        self._end_headers()
        board = self.server.board
        query = self.path.partition("?")[2]
        news: News | None = board.now(self.headers.get("Last-Event-ID") or query)
        since = ""
        while not board.closed:
            if news is None:
                self.wfile.write(b":\n\n")
            else:
                since = news.build
                self.wfile.write(b"id: %s\ndata: %s\n\n" % (since.encode(), msgspec.json.encode(news)))
            self.wfile.flush()
            news = board.news(since, SILENCE)


def _cannot_listen(port: int, error: Exception) -> MachineError:
    known: dict[int, tuple[str, str]] = {
        errno.EADDRINUSE: ("另一个程序正在使用它", "another program is using it"),
        errno.EACCES: ("没有权限（1024 以下要管理员）", "permission denied (below 1024 is the administrator's)"),
    }
    number = error.errno if isinstance(error, OSError) else None
    zh, en = known.get(number or 0, (str(error), str(error)))
    return MachineError(PORT_IN_USE, port=port, why_zh=zh, why_en=en)
