"""Script in any field of the data, in the address and in the search box: it is shown, and never runs."""

from typing import Any

import pytest
from msgspec.structs import replace
from playwright.sync_api import expect
from site_helpers import KINDS, poison

pytestmark = pytest.mark.usefixtures("browser")

RUN = "window.__xss=1"
TAGS = (
    "<script>{}</script>", "<img src=x onerror={}>", "<svg onload={}>", "<svg><script>{}</script></svg>", "<body onload={}>",
    "<iframe srcdoc='<script>parent.{}</script>'></iframe>", "<input autofocus onfocus={}>", "<details open ontoggle={}>x</details>",
    "<a href='javascript:{}' autofocus>x</a>", "<math><mtext><style><img src=x onerror={}></style></mtext></math>",
    "<video><source onerror={}></video>", "<object data='javascript:{}'></object>", "<meta http-equiv=refresh content='0;url=javascript:{}'>",
    "<link rel=stylesheet href='data:text/css,*{{}}' onload={}>", "<template><script>{}</script></template>", "<marquee onstart={}>x</marquee>",
    "[x](javascript:{})", "![x](x \"onerror={}\")", "<javascript:{}>", "<x style=animation-name:a onanimationstart={}>",
)  # fmt: skip
BREAKS = (
    "",
    "\"'>",
    "</title>",
    "--></style>",
    "</textarea></script>",
    '" autofocus onfocus={} x="',
    "' onmouseover='{}",
    "]]>",
    "`${{{}}}`",
    "{{{{{}}}}}",
    "\u2028",
    "</p></main>",
    '\\");{};//',
    "&lt;/script&gt;",
    "<!--",
)
PAYLOADS = [f"{break_}{tag}".format(RUN, RUN) for tag in TAGS for break_ in BREAKS]
BATCH = 60


def quiet(page: Any, path: str) -> None:
    assert page.evaluate("window.__xss") is None, path


def test_there_are_300_payloads() -> None:
    assert len(set(PAYLOADS)) == 300


@pytest.mark.parametrize("first", range(0, 300, BATCH))
def test_nothing_in_the_data_runs(visit, other_folder, complete, at, first: int) -> None:
    evil = "".join(PAYLOADS[first : first + BATCH])
    folder = other_folder(poison(replace(complete, identity=replace(complete.identity, expected={})), evil))
    base = folder.as_uri() + "/"
    page = visit("index.html", base=base)
    for path in [at[kind] for kind in KINDS]:
        page.goto(base + path)
        page.locator("h1").wait_for()
        quiet(page, path)
    for query in ("环评", "window.__xss", "<script>"):
        page.goto(base + "search.html")
        page.locator("#f-q").fill(query)
        page.keyboard.press("Enter")
        page.locator("#hits[aria-busy=false]").wait_for(state="attached")
        assert page.locator("#hits mark").count() or query == "<script>"
        assert page.locator("#hits :is(script, img, svg, iframe, input, details, object, meta, style)").count() == 0
        quiet(page, query)


def test_nothing_in_the_box_or_the_address_runs(visit) -> None:
    page = visit("search.html")
    for payload in PAYLOADS[::7]:
        page.locator("#f-q").fill(payload)
        page.keyboard.press("Enter")
        page.locator("#hits[aria-busy=false]").wait_for(state="attached")
        quiet(page, payload)
        page.reload()
        expect(page.locator("#f-q")).to_have_value(payload.replace("\u2028", "")[:100].strip())
        quiet(page, payload)
    page.goto(
        page.url.partition("?")[0]
        + "?kiosk=<script>&q=<img src=x onerror=window.__xss=1>&domain=javascript:1&sort=__proto__&from=x"
    )
    page.locator("#hits[aria-busy=false]").wait_for(state="attached")
    quiet(page, "address")
