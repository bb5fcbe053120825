"""What a print shop asks of a file: bleed, crop marks, black as black, whole signatures.

In: an open PDF rendered with `BLEED`. Out: the same PDF with its page boxes set, marks outside them, grey and black text in
DeviceGray (one ink, where RGB black would be four), blank pages until the count is a multiple, and every page upright.
Colours that are not grey stay in RGB; see docs/how-to/print.md.
"""

import re

import pikepdf

MM = 72 / 25.4
BLEED = 3 * MM
_MARK, _SLUG = 5 * MM, 7 * MM
"""Length of a crop mark, and the room for it beyond the bleed, so that no mark is in the bleed."""
STYLE = "@page { bleed: 3mm }\n"
_COLOUR = re.compile(rb"(?m)^([\d.]+) ([\d.]+) ([\d.]+) (rg|RG)$")
_TINGE = 0.02
"""Colours whose parts differ by no more than this are grey to the eye."""
_OPERATORS = {b"rg": b"g", b"RG": b"G"}


def prepare(document: pikepdf.Pdf, multiple: int) -> None:
    """All of it, in place."""
    for stream in [item for item in document.objects if isinstance(item, pikepdf.Stream)]:
        _in_one_ink(stream)
    fill(document, multiple)
    for page in document.pages:
        _crop(document, page)
        stand(page)


def stand(page: pikepdf.Page) -> None:
    """A page that lies across as it is bound: upright, its head at the left (GB/T 9704)."""
    left, bottom, right, top = [float(edge) for edge in page.mediabox]
    if right - left > top - bottom:
        page.rotate(270, relative=True)


def fill(document: pikepdf.Pdf, multiple: int) -> None:
    """Blank pages: before a last page that is a back, since it is the back cover; after one that is a front."""
    count = len(document.pages)
    lacking, place = -count % multiple, count - 1 if count % 2 == 0 else count
    last = document.pages[-1]
    boxes = {name: last.obj[name] for name in ("/MediaBox", "/TrimBox", "/BleedBox") if name in last.obj}
    for _ in range(lacking):
        page = pikepdf.Dictionary(Type=pikepdf.Name.Page, Resources=pikepdf.Dictionary(), Tabs=pikepdf.Name.S)
        page.Contents = document.make_stream(b"")
        for name, box in boxes.items():
            page[name] = pikepdf.Array(list(box))
        document.pages.insert(place, pikepdf.Page(page))


def _in_one_ink(stream: pikepdf.Stream) -> None:
    """Grey colours of a content stream as grey; streams of other kinds have a type or no such line."""
    if "/Filter" in stream or stream.get("/Type") == "/Metadata" or stream.get("/Subtype") in ("/Image", "/OpenType"):
        return
    data = bytes(stream.get_stream_buffer())
    grey = _COLOUR.sub(_grey, data)
    if grey != data:
        stream.write(grey)


def _grey(found: re.Match[bytes]) -> bytes:
    parts = [float(part) for part in found.groups()[:3]]
    if max(parts) - min(parts) > _TINGE:
        return found[0]
    return b"%s %s" % (f"{sum(parts) / 3:.4g}".encode(), _OPERATORS[found[4]])


def _crop(document: pikepdf.Pdf, page: pikepdf.Page) -> None:
    """TrimBox is the page, BleedBox 3 mm more, MediaBox holds the marks."""
    left, bottom, right, top = [float(edge) for edge in page.obj.MediaBox]
    left, bottom, right, top = left + BLEED, bottom + BLEED, right - BLEED, top - BLEED
    page.obj.TrimBox = pikepdf.Array(_box(left, bottom, right, top))
    page.obj.BleedBox = pikepdf.Array(_box(left - BLEED, bottom - BLEED, right + BLEED, top + BLEED))
    room = BLEED + _SLUG
    page.obj.MediaBox = pikepdf.Array(_box(left - room, bottom - room, right + room, top + room))
    page.contents_add(document.make_stream(_marks(left, bottom, right, top)))


def _box(*edges: float) -> list[float]:
    return [round(edge, 4) for edge in edges]


def _marks(left: float, bottom: float, right: float, top: float) -> bytes:
    """Two lines at each corner, an artifact of the page."""
    lines = []
    for x, outward in ((left, -1), (right, 1)):
        for y, upward in ((bottom, -1), (top, 1)):
            start, end = outward * (BLEED + MM), outward * (BLEED + MM + _MARK)
            lines.append(f"{x + start:.3f} {y:.3f} m {x + end:.3f} {y:.3f} l S")
            start, end = upward * (BLEED + MM), upward * (BLEED + MM + _MARK)
            lines.append(f"{x:.3f} {y + start:.3f} m {x:.3f} {y + end:.3f} l S")
    return ("/Artifact <</Type /Page>> BDC q 0 G 0.25 w\n" + "\n".join(lines) + "\nQ EMC\n").encode()
