"""A real browser, and pages that are watched: whatever goes wrong on one fails the test that opened it.

Where no browser runs (`support/browser.py`) these tests are skipped; what the search computes is tested in Node all the same.
"""

import functools
import http.server
import threading
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from site_helpers import Build, Site

from gkstd.model.project import Project

if TYPE_CHECKING:
    from playwright.sync_api import Browser, BrowserContext, Page

WATCH = """
    window.__violations = [];
    document.addEventListener("securitypolicyviolation", (event) => window.__violations.push(event.violatedDirective + " " + event.blockedURI));
"""
Open = Callable[..., "Page"]


def lay_out(site: Site, folder: Path) -> Path:
    for path, data in site.items():
        file = folder / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(data)
    return folder


@pytest.fixture(scope="session")
def folder(site: Site, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The sample edition's site in a folder whose name has a space and Chinese in it."""
    return lay_out(site, tmp_path_factory.mktemp("政务 公开"))


@pytest.fixture(scope="session")
def other_folder(build: Build, tmp_path_factory: pytest.TempPathFactory) -> Callable[[Project], Path]:
    """The site of another project."""
    return lambda project: lay_out(build(project), tmp_path_factory.mktemp("site"))


@pytest.fixture(scope="session")
def village(other_folder: Callable[[Project], Path], complete: Project) -> Path:
    """The site of a village that has everything a page can show."""
    return other_folder(complete)


@pytest.fixture(scope="session")
def served(folder: Path) -> Iterator[str]:
    """The same site from a web server of this machine."""

    class Quiet(http.server.SimpleHTTPRequestHandler):
        def log_message(self, *_: Any) -> None:
            pass

    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(Quiet, directory=folder))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}/"
    server.shutdown()


class Watched:
    """A context of the browser; `troubles` are console errors, exceptions, violations, and requests that leave the site."""

    def __init__(self, context: "BrowserContext", base: str) -> None:
        self.context = context
        self.base = base
        self.troubles: list[str] = []
        context.add_init_script(WATCH)
        context.on("page", self._watch)
        context.on("request", self._requested)

    def _watch(self, page: "Page") -> None:
        page.on(
            "console", lambda m: self.troubles.append(f"console: {m.text}") if m.type in ("error", "warning") else None
        )
        page.on("pageerror", lambda error: self.troubles.append(f"exception: {error}"))

    def _requested(self, request: Any) -> None:
        if not request.url.startswith((self.base, "data:")):
            self.troubles.append(f"request: {request.url}")

    def end(self) -> None:
        for page in self.context.pages:
            self.troubles += page.evaluate("window.__violations || []")
        self.context.close()


@pytest.fixture
def visit(browser: "Browser", folder: Path) -> Iterator[Open]:
    """Opens a page: its path, and optionally width and height, preferences, the base, and options of the context."""
    opened: list[Watched] = []

    def open_page(
        path: str,
        size: tuple[int, int] = (1280, 900),
        prefs: dict[str, str] | None = None,
        base: str = "",
        **options: Any,
    ) -> "Page":
        where = base or folder.as_uri() + "/"
        context = browser.new_context(viewport={"width": size[0], "height": size[1]}, **options)
        watched = Watched(context, where)
        opened.append(watched)
        for name, value in (prefs or {}).items():
            context.add_init_script(f'try {{ localStorage.setItem("gkstd.{name}", "{value}"); }} catch {{}}')
        page = context.new_page()
        page.goto(where + path)
        return page

    yield open_page
    for watched in opened:
        watched.end()
    assert [trouble for watched in opened for trouble in watched.troubles] == []
