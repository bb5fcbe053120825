"""What a print shop checks before it prints, checked here.

In: a finished PDF and how it is issued. Out: a report as values, as JSON and as text. Changes nothing.
"""

from collections.abc import Iterator
from io import BytesIO

import msgspec
import pikepdf
from msgspec import Struct

from gkstd.render.paged.press import BLEED, MM
from gkstd.render.views.issue import Issue

LEAST_DPI = 300


class Point(Struct, frozen=True):
    """One thing looked at: whether it is as it should be, and what was found."""

    name: str
    sound: bool
    found: str


class Report(Struct, frozen=True):
    """`spine_mm` is the thickness of the block without its cover; pages are numbered from 1."""

    schema_version: int
    pages: int
    spine_mm: float
    blank: tuple[int, ...]
    points: tuple[Point, ...]

    @property
    def clean(self) -> bool:
        """Whether all points are sound."""
        return all(point.sound for point in self.points)


def preflight(data: bytes, issue: Issue) -> Report:
    """Look at everything."""
    with pikepdf.open(BytesIO(data)) as document:
        count = len(document.pages)
        points = (_fonts(document), _images(document), _boxes(document), _parity(count), _signatures(count, issue))
        return Report(1, count, round(count / 2 * issue.paper / 1000, 1), _blank(document), points)


def as_json(report: Report) -> bytes:
    """For programs."""
    return msgspec.json.format(msgspec.json.encode(report), indent=2) + b"\n"


def as_text(report: Report, title: str) -> bytes:
    """For people."""
    blank = "、".join(map(str, report.blank)) or "无"
    lines = [
        f"印前检查　{title}",
        f"结论：{'合格' if report.clean else '不合格'}",
        f"页数：{report.pages}；书脊（不含封面）：{report.spine_mm} mm；空白页：{blank}",
        *[f"{'√' if point.sound else '×'} {point.name}：{point.found}" for point in report.points],
    ]
    return ("\n".join(lines) + "\n").encode()


def _fonts(document: pikepdf.Pdf) -> Point:
    names: dict[str, bool] = {}
    for item in document.objects:
        if isinstance(item, pikepdf.Dictionary) and item.get("/Type") == "/FontDescriptor":
            names[str(item.FontName)[1:]] = any(f"/FontFile{n}" in item for n in ("", "2", "3"))
    found = "、".join([name if embedded else f"{name}（未嵌入）" for name, embedded in sorted(names.items())])
    return Point("字体全部嵌入", all(names.values()), found or "没有字体")


def _images(document: pikepdf.Pdf) -> Point:
    """Pictures of dots at the size of their form: only what is drawn by WeasyPrint's `cm` is known."""
    low = [f"第{page}页 {dpi} dpi" for page, dpi in _resolutions(document) if dpi < LEAST_DPI]
    count = sum(1 for _ in _resolutions(document))
    return Point(
        "图像分辨率", not low, "、".join(low) or (f"{count}幅，均不低于{LEAST_DPI} dpi" if count else "没有点阵图像")
    )


def _resolutions(document: pikepdf.Pdf) -> Iterator[tuple[int, int]]:
    for number, page in enumerate(document.pages, 1):
        images = page.get_images(recursive=False)
        if not images:
            continue
        scale = [1.0]
        for one in pikepdf.parse_content_stream(page):
            operands, operator = list(one.operands), str(one.operator)
            if operator == "cm":
                scale = [float(value) for value in operands]
            elif operator == "Do" and str(operands[0]) in images and scale[0]:
                yield number, round(int(images[str(operands[0])].Width) / (abs(scale[0]) / 72))


def _boxes(document: pikepdf.Pdf) -> Point:
    wrong = [str(number) for number, page in enumerate(document.pages, 1) if not _boxed(page)]
    sizes = sorted({_size(page) for page in document.pages})
    return Point(
        "页面框", not wrong, f"第{'、'.join(wrong)}页不对" if wrong else f"净尺寸 {'、'.join(sizes)}，出血 3 mm"
    )


def _boxed(page: pikepdf.Page) -> bool:
    trim, bleed, media = (
        [float(edge) for edge in page.obj.get(name, ())] for name in ("/TrimBox", "/BleedBox", "/MediaBox")
    )
    if not (len(trim) == len(bleed) == len(media) == 4):
        return False
    outward = (trim[0] - bleed[0], trim[1] - bleed[1], bleed[2] - trim[2], bleed[3] - trim[3])
    inside = media[0] <= bleed[0] and media[1] <= bleed[1] and media[2] >= bleed[2] and media[3] >= bleed[3]
    return inside and all(abs(edge - BLEED) < 0.1 for edge in outward)


def _size(page: pikepdf.Page) -> str:
    left, bottom, right, top = [float(edge) for edge in page.trimbox]
    across, high = round((right - left) / MM), round((top - bottom) / MM)
    return f"{high}×{across} mm" if int(page.obj.get("/Rotate", 0)) % 180 else f"{across}×{high} mm"


def _parity(count: int) -> Point:
    return Point("正反面", count % 2 == 0, "末页是反面" if count % 2 == 0 else "末页是正面，封底缺一面")


def _signatures(count: int, issue: Issue) -> Point:
    whole = count % issue.multiple == 0
    return Point("页数是帖的整数倍", whole, f"{count} 页，每帖 {issue.multiple} 页")


def _blank(document: pikepdf.Pdf) -> tuple[int, ...]:
    """Pages on which nothing is written; marks and watermarks are not writing."""
    return tuple([n for n, page in enumerate(document.pages, 1) if not _writes(page)])


def _writes(page: pikepdf.Page) -> bool:
    return any(str(one.operator) in ("Tj", "TJ", "'", '"') for one in pikepdf.parse_content_stream(page))
