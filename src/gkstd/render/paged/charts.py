"""Flowcharts on the page: which sheets a chart has, which way they lie, and in which face their words are set.

In: the HTML of a document and the sheets of its charts, SVGs with sizes in pt. Out: the HTML with one figure for each sheet,
style rules, and the SVGs with the book's own faces. How many sheets a chart takes is known only here: the HTML is written
before anything is laid out.
"""

import re
from collections.abc import Mapping

FOLDER = "sheets/"
_FIGURE = re.compile(r'<div class="chart" data-chart="([a-z0-9-]+)">(.*?)</div>', re.DOTALL)
_SIZE = re.compile(rb'\b(width|height)="([0-9.]+)pt"')
_ATTRIBUTE = re.compile(rb'font-family="[^"]*"')
_FAMILY = re.compile(rb"(font-family:\s*)[^;}]+")
_COLOUR = re.compile(rb"#([0-9a-fA-F]{6})\b")
_FILL = re.compile('(?:fill|stroke)="#[0-9a-fA-F]{6}"')
_DARK = 64
_SHARED = 590.0
"""So high in pt may a chart be that shares its page with the head of an annex or a part; the page leaves 731."""
_INSIDE = "8.5mm"
"""So much narrower on each side is the text of a standard than its charts."""
_FOR = re.compile("<!--(first|next|last)-->(.*?)<!--/\\1-->", re.DOTALL)
_WEIGHT = re.compile(rb'(font-weight(?::\s*|="))(?:[5-9]00|bold)')


def spread(html: str, files: Mapping[str, bytes]) -> str:
    """The document, each chart as many figures as it has sheets; the heading in a figure is kept where it goes on."""

    def figures(found: re.Match[str]) -> str:
        names = _sheets(found[1], files)
        return "".join([_figure(found[2], found[1], at, names) for at in range(len(names))])

    return _FIGURE.sub(figures, html)


def rules(files: Mapping[str, bytes]) -> str:
    """The size of each sheet, and the page on which the chart of a process lies; ids are slugs, so they are safe in names."""
    told = []
    for path, svg in sorted(files.items()):
        if path.startswith(FOLDER):
            process, _, number = path.removeprefix(FOLDER).removesuffix(".svg").partition("/")
            head = _head(svg)
            sizes = dict(_SIZE.findall(head))
            told.append(
                f".chart-{process}-{number} img{{width:{sizes[b'width'].decode()}pt;height:{sizes[b'height'].decode()}pt}}\n"
            )
            across = b"data-across" in head
            page = "chart-wide" if across else "chart"
            told.append(f".chart-page-{process}{{page:{page}}}.alone .chart-page-{process}{{page:standard-{page}}}\n")
            if number == "01" and not across and float(sizes[b"height"]) <= _SHARED:
                told.append(
                    f".with-chart-{process}{{page:{page}}}.alone .with-chart-{process}{{page:standard-{page}}}\n"
                )
                told.append(f".with-chart-{process}>p{{padding:0 {_INSIDE}}}\n")
                told.append(f".with-chart-{process}>.part-head{{margin:2mm 0 5mm}}\n")
                told.append(f".with-chart-{process}>.overview{{display:none}}\n")
    return "".join(dict.fromkeys(told))


def in_our_faces(svg: bytes) -> bytes:
    """The chart with its words in the 黑体 of the book, so that no third face is embedded and no weight is faked."""
    named = _FAMILY.sub(rb'\1"GK Hei"', _ATTRIBUTE.sub(b'font-family="GK Hei"', svg))
    return _WEIGHT.sub(rb"\g<1>400", named)


def in_one_ink(svg: bytes) -> bytes:
    """The chart in greys, its words black: on press a page in colour costs more, and small type in four inks is blurred."""
    return _COLOUR.sub(lambda found: b"#%02x%02x%02x" % ((_grey(found[1]),) * 3), svg)


def bars_in_one_ink(html: str) -> str:
    """The same for the bars of terms, which are drawn in the page; texts have no bare quotation marks."""
    return _FILL.sub(lambda found: in_one_ink(found[0].encode()).decode(), html)


def _grey(colour: bytes) -> int:
    """How bright a colour is (ITU-R BT.601), what is nearly black as black."""
    red, green, blue = (int(colour[at : at + 2], 16) for at in (0, 2, 4))
    return 0 if max(red, green, blue) < _DARK else round(0.299 * red + 0.587 * green + 0.114 * blue)


def _sheets(process: str, files: Mapping[str, bytes]) -> list[str]:
    return sorted(path for path in files if path.startswith(f"{FOLDER}{process}/"))


def _figure(inside: str, process: str, at: int, names: list[str]) -> str:
    number = names[at].rpartition("/")[2].removesuffix(".svg")
    of = f"（第{at + 1}页，共{len(names)}页）" if len(names) > 1 else ""
    inside = inside.replace("{src}", f"gkstd:{names[at]}").replace("{of}", of)
    here = {"first": at == 0, "next": at > 0, "last": at == len(names) - 1}
    inside = _FOR.sub(lambda found: found[2] if here[found[1]] else "", inside)
    more = " more" if at else ""
    return f'<div class="chart chart-{process}-{number}{more}">{inside}</div>'


def _head(svg: bytes) -> bytes:
    return svg[svg.find(b"<svg") :].partition(b">")[0]
