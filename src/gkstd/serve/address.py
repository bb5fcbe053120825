"""What a request asks for: the one place where a request's words become a path.

In: the request target and the Host header, as they came. Out: a path below `site/`, or None. Never touches the disk: a path
is looked up among those a build has claimed, so one that leads elsewhere names nothing.
"""

from collections.abc import Collection
from urllib.parse import unquote_to_bytes

from gkstd.build.paths import fault

OWN = ".gkstd/"
"""What the preview itself answers. No output may begin with a dot, so the two never meet."""

_NAMES = ("127.0.0.1", "localhost")
_INDEX = "index.html"


def host_is_ours(host: str | None, port: int) -> bool:
    """Whether a request was meant for this server: a page that has its own name lead to this machine says that name."""
    if host is None:
        return False
    wanted = {f"{name}:{port}" for name in _NAMES} | (set(_NAMES) if port == 80 else set())
    return host.strip().lower() in wanted


def path_of(target: str) -> str | None:
    """The path below `site/` of a request target: decoded once, and each address has one spelling; None for all others."""
    name = target.partition("?")[0].partition("#")[0]
    if not name.startswith("/") or "%2f" in name.lower() or "%5c" in name.lower():
        return None
    try:
        path = unquote_to_bytes(name[1:]).decode()
    except UnicodeDecodeError:
        return None
    if not path or path.endswith("/"):
        path += _INDEX
    if path.startswith(OWN):
        return path if not fault(path.removeprefix(OWN)) else None
    return path if not fault(path) else None


def folder_of(path: str, known: Collection[str]) -> str | None:
    """The address of the folder's first page, for a path that names a folder without its last stroke."""
    return f"/{path}/" if f"{path}/{_INDEX}" in known else None
