"""What a chart leads to: the items it discloses and the processes it calls, as addresses beside the published picture.

In: the SVG of a chart and the page it belongs to. Out: the SVG with `href`s. Only what the chart itself marks as a link and the
page's process names is filled in; addresses are made of slugs and index numbers.
"""

import re

from gkstd.render.site import address
from gkstd.render.site.page import Page
from gkstd.render.site.processes import ProcessPage

_LINK = re.compile(r'<a class="fc-link" data-(item|process)="([a-z0-9-]+)">')


def linked(svg: bytes, page: Page) -> bytes:
    """The chart of a process page with its links; any other picture as it is."""
    if not isinstance(page.view, ProcessPage):
        return svg
    steps = page.view.process.steps
    known = {("item", item.id): address.of_item(item.index, item.id) for step in steps for item in step.discloses}
    known |= {("process", step.process): address.of_process(step.process) for step in steps if step.process}
    root = "../" * page.path.count("/")

    def filled(found: re.Match[str]) -> str:
        path = known.get((found[1], found[2]))
        return f'{found[0][:-1]} href="{root}{path}" target="_top">' if path else found[0]

    return _LINK.sub(filled, svg.decode()).encode()
