"""The faces of one edition: subset once for a build, shared by all its documents.

In: the HTML of every document and the sheets of all charts (the inputs of the one job). Out: one artifact with a font file for
each role. What no face has is left out: `pdf` says so, for the document that wants it. The glyph set is GB 2312 and the marks of the official tables, plus what the texts use
beyond that, so that an ordinary edit leaves the bytes as they are.
"""

from collections.abc import Iterable, Sequence
from functools import cache

import uharfbuzz as hb
from msgspec.structs import asdict

from gkstd.diagnostics.codes.build import FONT_REFUSED
from gkstd.model.project import Fonts
from gkstd.render.base import Artifact, Finding, Job, Output, Subject
from gkstd.render.paged import cid, faces, glyphs, squeeze
from gkstd.render.templates import TemplateSet

BATCH = 1
_NEXT = {"song": (), "hei": (), "kai": ("song",), "fang": ("kai", "song")}

MARKS = "■□▲△●○◆◇★☆√×〇①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳–—‘’“”…‰′″℃№㎡→←↑↓≤≥≠±÷·€£¥§©®°²³"
QUOTES = "“”‘’"
_BLOCKS = ((0x20, 0x7F), (0xA0, 0x100), (0x2010, 0x2028), (0x3000, 0x3030), (0xFF01, 0xFF5F), (0xFFE0, 0xFFE6))


def render(jobs: Sequence[Job], templates: TemplateSet) -> list[Artifact]:  # noqa: ARG001 - the contract of a renderer
    """The font files of each job, named `fonts/<role>.otf`."""
    return [_artifact(job) for job in jobs]


def repertoire() -> frozenset[str]:
    """The characters every face holds whatever the texts say."""
    blocks = [chr(code) for first, end in _BLOCKS for code in range(first, end)]
    return frozenset(blocks) | frozenset(MARKS) | _gb2312()


def _artifact(job: Job) -> Artifact:
    used = glyphs.shown(_texts(job))
    families = _families(job.target.payload)
    installed = faces.installed(families)
    chosen = [(face, faces.load(face)) for face in installed]
    wanted = repertoire() | used
    outputs = tuple(
        [Output(f"fonts/{face.role}.otf", subset(loaded, wanted - _narrow(face, loaded))) for face, loaded in chosen]
    )
    findings = tuple(
        [_refused(role, families[role], there, installed) for role, there in faces.refused(families).items()]
    )
    return Artifact(job.target.name, outputs, findings=findings)


def _families(payload: object) -> dict[str, str]:
    """The families a project names, by role."""
    return {role: name for role, name in asdict(payload).items() if name} if isinstance(payload, Fonts) else {}


def _refused(role: str, family: str, there: bool, used: Sequence[faces.Face]) -> Finding:
    """What is said of a family that cannot be used."""
    instead = next((face.name for name in (role, *_NEXT[role]) for face in used if face.role == name), "?")
    why = ("不许嵌入", "does not allow embedding") if there else ("没有安装", "is not installed")
    values = (("family", family), ("why_zh", why[0]), ("why_en", why[1]), ("instead", instead))
    return Finding(FONT_REFUSED, Subject("project", "", ("fonts", role)), values)


def _narrow(face: faces.Face, loaded: hb.Face) -> frozenset[str]:
    """Quotation marks as narrow as Latin ones, as some 楷体 has them: the face named next has them in a square."""
    font = hb.Font(loaded)
    widths = {char: font.get_glyph_h_advance(font.get_nominal_glyph(ord(char)) or 0) for char in QUOTES}
    narrow = frozenset([char for char, width in widths.items() if width < loaded.upem])
    return frozenset() if face.role in faces.NEEDED else narrow


def subset(face: hb.Face, characters: Iterable[str]) -> bytes:
    """The face with no more than these characters, hints left out, marks squeezed."""
    wanted = hb.SubsetInput()
    wanted.sets(hb.SubsetInputSets.UNICODE).update(ord(char) for char in characters)
    wanted.flags = hb.SubsetFlags.NO_HINTING
    return cid.by_number(squeeze.squeezed(bytes(hb.subset(face, wanted).blob.data)))


def _texts(job: Job) -> list[str]:
    return [output.data.decode() for artifact in job.inputs for output in artifact.outputs]


@cache
def _gb2312() -> frozenset[str]:
    """GB 2312—80: 6 763 characters and its symbols."""
    rows = [bytes((row, cell)) for row in range(0xA1, 0xF8) for cell in range(0xA1, 0xFF)]
    return frozenset("".join([pair.decode("gb2312", "ignore") for pair in rows]))
