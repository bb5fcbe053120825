"""What a print shop checks before it prints, checked here.

In: a finished PDF and how it is issued. Out: a report as values, as JSON and as text. Changes nothing.
"""

from collections.abc import Sequence
from io import BytesIO

import msgspec
import pikepdf
from msgspec import Struct

from gkstd.render.paged import marks
from gkstd.render.paged.marks import Seen
from gkstd.render.paged.press import BLEED, MM
from gkstd.render.views.issue import Issue

LEAST_DPI = 300
LEAST_COLOURED = 12
"""Points; below this a letter in several inks looks blurred."""


class Point(Struct, frozen=True):
    """One thing looked at: whether it is as it should be, and what was found."""

    name: str
    sound: bool
    found: str


class Report(Struct, frozen=True):
    """`spine_mm` is the thickness of the block without its cover; pages are numbered from 1. Those that are not `coloured`
    need one ink."""

    schema_version: int
    pages: int
    spine_mm: float
    blank: tuple[int, ...]
    coloured: tuple[int, ...]
    points: tuple[Point, ...]

    @property
    def clean(self) -> bool:
        """Whether all points are sound."""
        return all(point.sound for point in self.points)


def preflight(data: bytes, issue: Issue) -> Report:
    """Look at everything."""
    with pikepdf.open(BytesIO(data)) as document:
        count = len(document.pages)
        seen = tuple(marks.pages(document))
        points = (
            _final(issue),
            _fonts(document),
            _images(seen),
            _inks(seen),
            _boxes(document),
            _parity(count),
            _signatures(count, issue),
        )
        return Report(
            1,
            count,
            round(count / 2 * issue.paper / 1000, 1),
            tuple([page.number for page in seen if not page.writes]),
            tuple([page.number for page in seen if page.coloured]),
            points,
        )


def as_json(report: Report) -> bytes:
    """For programs."""
    return msgspec.json.format(msgspec.json.encode(report), indent=2) + b"\n"


def as_text(report: Report, title: str) -> bytes:
    """For people."""
    blank, coloured = ["、".join(map(str, pages)) or "无" for pages in (report.blank, report.coloured)]
    lines = [
        f"印前检查　{title}",
        f"结论：{'合格' if report.clean else '不合格'}",
        f"页数：{report.pages}；书脊（不含封面）：{report.spine_mm} mm；空白页：{blank}",
        f"彩色页（sRGB，制版时转换）：{coloured}；其余各页只用黑墨",
        *[f"{'√' if point.sound else '×'} {point.name}：{point.found}" for point in report.points],
    ]
    return ("\n".join(lines) + "\n").encode()


def _final(issue: Issue) -> Point:
    """A draft bears its mark on every page and may still change."""
    return Point("定版", not issue.draft, "草案，不可付印：用 --release 生成定版" if issue.draft else "不是草案")


def _fonts(document: pikepdf.Pdf) -> Point:
    names: dict[str, bool] = {}
    for item in document.objects:
        if isinstance(item, pikepdf.Dictionary) and item.get("/Type") == "/FontDescriptor":
            names[str(item.FontName)[1:]] = any(f"/FontFile{n}" in item for n in ("", "2", "3"))
    found = "、".join([name if embedded else f"{name}（未嵌入）" for name, embedded in sorted(names.items())])
    return Point("字体全部嵌入", all(names.values()), found or "没有字体")


def _images(seen: Sequence[Seen]) -> Point:
    low = [f"第{page.number}页 {dpi} dpi" for page in seen for dpi in page.dpi if dpi < LEAST_DPI]
    count = sum(len(page.dpi) for page in seen)
    return Point(
        "图像分辨率", not low, "、".join(low) or (f"{count}幅，均不低于{LEAST_DPI} dpi" if count else "没有点阵图像")
    )


def _inks(seen: Sequence[Seen]) -> Point:
    """Small type in colour is made of several inks, which never lie exactly on each other."""
    small = [f"第{page.number}页 {page.smallest:.1f} 磅" for page in seen if 0 < page.smallest < LEAST_COLOURED]
    return Point("小字为单色黑", not small, "、".join(small) or f"彩色文字均不小于{LEAST_COLOURED} 磅")


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
