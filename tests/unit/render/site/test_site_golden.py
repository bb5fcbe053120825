"""Pages as golden text: `pytest --update` writes them anew, then read the diff."""

from pathlib import Path

import pytest
from site_helpers import Parsed

GOLDEN = Path(__file__).parent / "golden"
TEXTS = {
    "home": "index.html",
    "domain": "domains/environment.html",
    "standard": "standards/items-standard.html",
    "process": "processes/eia-approval.html",
    "law": "laws/eia-law.html",
    "body": "bodies/county-environment-bureau.html",
}


def compare(file: Path, text: str, update: bool) -> None:
    if update:
        file.parent.mkdir(exist_ok=True)
        file.write_text(text, encoding="utf-8")
    assert text == file.read_text(encoding="utf-8")


def test_item_page(site: dict[str, bytes], update: bool) -> None:
    """The whole HTML of one page."""
    compare(GOLDEN / "item.html", site["items/610824-HB-2018-0001.html"].decode(), update)


@pytest.mark.parametrize("name", TEXTS)
def test_text_of(name: str, parsed: dict[str, Parsed], update: bool) -> None:
    """What a reader of the page reads, piece by piece."""
    compare(GOLDEN / f"{name}.txt", parsed[TEXTS[name]].text + "\n", update)
