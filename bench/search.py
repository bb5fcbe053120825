"""The search at growing sizes: bytes to load, time to hits, the longest task, during which the page could not listen.

`.venv/bin/python bench/search.py [pages…]` (700 2000 20000). The pages are made from the sentences of the edition in this
checkout, put together anew, so that words repeat as they do in real ones. Needs a Chromium (`CHROMIUM`, else `chromium`).
Times are of one run on one machine: compare the rows, not the machines. A task's CPU time is its own work alone; on a busy
machine its wall time counts the waiting as well.
"""

import gzip
import json
import os
import random
import sys
import tempfile
from pathlib import Path

from msgspec.structs import replace
from playwright.sync_api import Browser, sync_playwright

from gkstd.build.stock import stock
from gkstd.render.base import Job, Target
from gkstd.render.site import renderer
from gkstd.render.site.edition import Edition, edition
from gkstd.render.site.page import Page as SitePage
from gkstd.render.site.pages import pages
from gkstd.render.site.search import pack
from gkstd.render.site.search import page as search
from gkstd.render.site.search.entries import entries
from gkstd.render.site.search.entry import Entry, Passage
from gkstd.render.templates import TemplateSet
from gkstd.source.load import load

ROOT = Path(__file__).parents[1]
QUERIES = ("环境影响评价", "最低生活保障", "双随机、一公开", "不少于5个工作日", "610824", "hjyxpj", "量子力学")
TASKS = ["toplevel", "disabled-by-default-devtools.timeline"]
"""Categories of the browser's trace that tell every task of the main thread, with its CPU time."""
SEARCH = """typed => new Promise((done) => {
    const field = document.getElementById("f-q"), hits = document.getElementById("hits"), start = performance.now();
    let first = 0;
    const look = () => {
        if (!first && hits.children.length) first = performance.now() - start;
        if (hits.getAttribute("aria-busy") === "false") done([first, performance.now() - start, document.getElementById("summary").textContent]);
        else requestAnimationFrame(look);
    };
    hits.replaceChildren();
    field.value = typed;
    document.getElementById("search").requestSubmit();
    look();
})"""


def made(real: tuple[Entry, ...], count: int) -> tuple[Entry, ...]:
    """So many entries; each is a real one with passages of others mixed in."""
    rng = random.Random(1)
    passages = [p for entry in real for p in entry.passages if len(p.text) > 8]
    out = list(real[:count])
    while len(out) < count:
        model = rng.choice(real)
        mixed = tuple([Passage(p.label, rng.choice(passages).text) for p in model.passages[:12]])
        serial = len(out)
        out.append(
            replace(
                model,
                path=f"p/{serial}.html",
                title=f"{model.title}{serial}",
                number=f"610824-GD-2018-{serial:05}",
                passages=mixed,
            )
        )
    return tuple(out)


def lay_out(whole: Edition, all_pages: list[SitePage], found: tuple[Entry, ...], folder: Path) -> dict[str, bytes]:
    """The search of the site in a folder."""
    kept = [page for page in all_pages if page.path.startswith("assets/")]
    wanted = [*kept, search.page(whole, found), *pack.files(whole, found)]
    jobs = [Job(Target(page.path, "site", page)) for page in wanted]
    files = {o.path[5:]: o.data for a in renderer.render(jobs, TemplateSet(stock())) for o in a.outputs}
    for path, data in files.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_bytes(data)
    return files


def measure(browser: Browser, folder: Path) -> None:
    """One row for each query, the first with everything still to be loaded."""
    page = browser.new_page()
    browser.start_tracing(page=page, categories=TASKS)
    page.goto((folder / "search.html").as_uri())
    for typed in QUERIES:
        first, done, said = page.evaluate(SEARCH, typed)
        print(f"    {typed:　<10} first {first:6.0f} ms, all {done:6.0f} ms  {said}")
    cpu, wall = longest(browser.stop_tracing())
    print(f"    longest task: {cpu:.0f} ms CPU, {wall:.0f} ms wall")
    page.close()


def longest(trace: bytes) -> tuple[float, float]:
    """CPU and wall milliseconds of the longest task of the page's main thread, each by its own measure."""
    events = json.loads(trace)["traceEvents"]
    main = {
        (e["pid"], e["tid"]) for e in events if e["name"] == "thread_name" and e["args"]["name"] == "CrRendererMain"
    }
    tasks = [e for e in events if e["name"] == "RunTask" and (e["pid"], e["tid"]) in main]
    return max([e.get("tdur", 0) for e in tasks]) / 1000, max([e.get("dur", 0) for e in tasks]) / 1000


def main() -> None:
    """A table."""
    loaded = load(ROOT)
    if loaded.project is None:
        sys.exit("the edition of this checkout has errors: gkstd check tells which")
    whole, all_pages = edition(loaded.project), list(pages(loaded.project))
    real = entries(whole, [page for page in all_pages if page.head])
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=os.environ.get("CHROMIUM", "/usr/bin/chromium"))
        for count in [int(word) for word in sys.argv[1:]] or [700, 2000, 20000]:
            with tempfile.TemporaryDirectory() as name:
                files = lay_out(whole, all_pages, made(real, count), Path(name))
                packed = {
                    path: len(gzip.compress(data)) // 1000 for path, data in files.items() if path.startswith("search/")
                }
                text = sum(packed.values()) - packed["search/index.js"]
                print(
                    f"{count} pages: index {packed['search/index.js']} KB, text {text} KB in {len(packed) - 1} files (compressed)"
                )
                measure(browser, Path(name))
        browser.close()


if __name__ == "__main__":
    main()
