"""A real server: who may ask, for what, and what the answer carries."""

import json
import os
import socket
import subprocess
import sys
from pathlib import Path

import pytest
from serve_helpers import hashes

from gkstd.build.folder import of
from gkstd.build.pipeline import build
from gkstd.serve.board import Board
from gkstd.serve.server import LOOPBACK, Server
from gkstd.serve.shelf import Shelf


def test_it_listens_on_this_machine_alone() -> None:
    assert LOOPBACK == "127.0.0.1"
    server = Server(Shelf(Path("nowhere")), Board(), 0, "zh")
    assert server.socket.getsockname()[0] == LOOPBACK
    server.close()  # one that never answered can be closed


def test_what_is_asked_is_answered_and_nothing_else(preview, root: Path) -> None:
    shown = preview()
    before = hashes(root / "build")
    status, headers, page = shown.ask("/")
    assert (status, headers["Content-Type"], headers["Cache-Control"]) == (200, "text/html; charset=utf-8", "no-store")
    assert (headers["X-Frame-Options"], headers["X-Content-Type-Options"]) == ("DENY", "nosniff")
    assert page.count(b"/.gkstd/client.js") == 1
    assert b"connect-src 'self'" in page
    assert b"client.js" not in (root / "build/site/index.html").read_bytes()
    assert shown.ask("/assets/site.css")[2] == (root / "build/site/assets/site.css").read_bytes()
    status, headers, body = shown.ask("/", "HEAD")
    assert (status, body, headers["Content-Length"]) == (200, b"", str(len(page)))
    assert shown.ask("/items")[:2][0] == 302
    assert shown.ask("/items")[1]["Location"] == "/items/"
    assert shown.ask("/nothing.html")[0] == 404
    assert shown.ask("/assets/")[0] == 404, "a folder is never listed"
    assert shown.ask("/manifest.json")[0] == 400
    for target in ("/../../gkstd.yaml", "/..%2f..%2fgkstd.yaml", "/%2e%2e/%2e%2e/gkstd.yaml", "/.gkstd/../x"):
        assert shown.ask(target)[0] == 400, target
    assert shown.ask("//etc/passwd")[0] == 404
    for method in ("POST", "PUT", "DELETE", "OPTIONS", "TRACE"):
        assert shown.ask("/", method)[0] == 405, method
    assert shown.ask("/", "BREW")[0] == 501
    assert hashes(root / "build") == before


@pytest.mark.parametrize("target", ["/", "/.gkstd/events", "/.gkstd/client.js", "/nothing.html"])
@pytest.mark.parametrize("host", ["evil.example:{port}", "evil.example", "127.0.0.1", ""])
def test_another_name_for_this_machine_is_refused(served: Server, target: str, host: str) -> None:
    with socket.create_connection((LOOPBACK, served.server_port), timeout=20) as asked:
        line = f"Host: {host.format(port=served.server_port)}\r\n" if host else ""
        asked.sendall(f"GET {target} HTTP/1.1\r\n{line}\r\n".encode())
        assert b" 421 " in asked.makefile("rb").readline()


@pytest.fixture
def served(root: Path):
    result = build(root, ("site",), jobs=1)
    assert result.manifest
    server = Server(Shelf(of(root, "screen")), Board(), 0, "zh")
    server.start()
    yield server
    server.close()


def test_what_no_build_claims_is_not_shown(served: Server, root: Path) -> None:
    site = root / "build/site"
    (site / "secret.html").write_text("not of the site")
    (site / "about.html").unlink()
    (site / "about.html").symlink_to(root / "gkstd.yaml")
    (site / "laws").rename(root / "laws")
    (site / "laws").symlink_to(root / "laws")
    shelf = served.desk.shelf
    assert shelf.bytes_of("index.html")
    assert [shelf.bytes_of(path) for path in ("secret.html", "about.html", "laws/index.html")] == [None, None, None]
    assert "laws/index.html" in shelf.paths
    os.mkfifo(site / "pipe")
    shelf.paths |= {"pipe", "assets"}
    assert [shelf.bytes_of("pipe"), shelf.bytes_of("assets")] == [None, None]


def test_a_port_in_use_is_3_and_says_so(served: Server, root: Path) -> None:
    command = [sys.executable, "-m", "gkstd", "--lang", "en", "serve", "--port", str(served.server_port)]
    done = subprocess.run(command, cwd=root, capture_output=True, text=True, timeout=60, check=False)
    assert done.returncode == 3
    assert f"cannot listen on port {served.server_port}: another program is using it" in done.stderr
    assert "Traceback" not in done.stderr


def test_the_client_never_writes_markup() -> None:
    """What the sources say is put in as text."""
    from gkstd.serve.shelf import client

    script = client("client.js")
    assert script
    assert not any(
        word in script for word in (b"innerHTML", b"outerHTML", b"insertAdjacentHTML", b"document.write", b"eval(")
    )
    assert client("../loop.py") is None


def test_the_news_is_plain_json(served: Server) -> None:
    with socket.create_connection((LOOPBACK, served.server_port), timeout=20) as asked:
        asked.sendall(f"GET /.gkstd/events HTTP/1.1\r\nHost: localhost:{served.server_port}\r\n\r\n".encode())
        stream = asked.makefile("rb")
        line = next(line for line in stream if line.startswith(b"data: "))
    assert set(json.loads(line[6:])) == {"build", "changed", "stale", "problems", "summary"}
