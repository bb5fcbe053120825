"""Everything a document may load, in memory. In: names and bytes. Out: an address for each name. Opens no file, no socket."""

from collections.abc import Mapping

from weasyprint.urls import FatalURLFetchingError, URLFetcher, URLFetcherResponse

SCHEME = "gkstd"
_TYPES = {
    "svg": "image/svg+xml",
    "otf": "font/otf",
    "css": "text/css",
    "png": "image/png",
    "jpg": "image/jpeg",
    "jpeg": "image/jpeg",
}


class RefusedError(FatalURLFetchingError):  # type: ignore[misc]
    """A document asked for something that is not on the shelf. Not an Exception, so that the engine cannot swallow it."""


class Shelf(URLFetcher):  # type: ignore[misc]
    """Serves `gkstd:<name>` from memory and refuses every other address."""

    def __init__(self, files: Mapping[str, bytes]) -> None:
        super().__init__(allowed_protocols={SCHEME}, allow_redirects=False, fail_on_errors=True)
        self._files = dict(files)

    def fetch(self, url: str, headers: object = None) -> URLFetcherResponse:  # noqa: ARG002 - the engine's signature
        """The bytes of the name; `RefusedError` for anything else."""
        scheme, _, name = url.partition(":")
        if scheme != SCHEME or name not in self._files:
            raise RefusedError(url)
        kind = _TYPES.get(name.rpartition(".")[2], "application/octet-stream")
        return URLFetcherResponse(url, self._files[name], {"Content-Type": kind})
