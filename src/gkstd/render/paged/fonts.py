"""The faces of one edition: subset once for a build, shared by all its documents.

In: the HTML of every document and the sheets of all charts (the inputs of the one job). Out: one artifact with a font file for
each role. What no face has is left out: `pdf` says so, for the document that wants it. The glyph set is GB 2312 and the marks of the official tables, plus what the texts use
beyond that, so that an ordinary edit leaves the bytes as they are.
"""

from collections.abc import Iterable, Sequence
from functools import cache

import uharfbuzz as hb
from msgspec.structs import asdict

from gkstd.model.project import Fonts
from gkstd.render.base import Artifact, Finding, Job, Output
from gkstd.render.paged import cid, faces, glyphs, squeeze
from gkstd.render.soundness import Refusal, refusal
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
    wanted = repertoire() | glyphs.shown(_texts(job))
    families = _families(job.target.payload)
    refused = faces.refused(families)
    own = {role: family for role, family in families.items() if role not in refused}
    cut = _cut_out(faces.installed(own), wanted)
    damaged = {face.role for face, data in cut.items() if not data and face.role in own}
    if damaged:
        refused |= dict.fromkeys(damaged, "damaged")
        sound = {role: family for role, family in own.items() if role not in damaged}
        cut = _cut_out(faces.installed(sound), wanted)
    outputs = tuple([Output(f"fonts/{face.role}.otf", data) for face, data in cut.items()])
    findings = tuple([_refused(role, families[role], why, tuple(cut)) for role, why in refused.items()])
    return Artifact(job.target.name, outputs, findings=findings)


def _cut_out(chosen: Iterable[faces.Face], wanted: frozenset[str]) -> dict[faces.Face, bytes]:
    """What a book needs of each face; nothing of one with a table that cannot be read."""
    found = {}
    for face in chosen:
        loaded = faces.load(face)
        try:
            found[face] = subset(loaded, wanted - _unfit(face, loaded))
        except RuntimeError:
            found[face] = b""
    return found


def _families(payload: object) -> dict[str, str]:
    """The families a project names, by role."""
    return {role: name for role, name in asdict(payload).items() if name} if isinstance(payload, Fonts) else {}


def _refused(role: str, family: str, why: Refusal, used: Sequence[faces.Face]) -> Finding:
    """What is said of a family that cannot be used."""
    instead = next((face.name for name in (role, *_NEXT[role]) for face in used if face.role == name), "?")
    return refusal(role, family, why, instead)


def _unfit(face: faces.Face, loaded: hb.Face) -> frozenset[str]:
    """All full-width marks of a face with quotation marks as narrow as Latin ones, as some 楷体 has them: the face named next
    has these in a square, and marks are squeezed only among those of one face.
    """
    font = hb.Font(loaded)
    narrow = any(font.get_glyph_h_advance(font.get_nominal_glyph(ord(char)) or 0) < loaded.upem for char in QUOTES)
    return frozenset(squeeze.MARKS) if narrow and face.role not in faces.NEEDED else frozenset()


def subset(face: hb.Face, characters: Iterable[str]) -> bytes:
    """The face with no more than these characters, hints left out, marks squeezed.

    The one character map that older faces have holds 64 kB: too few once glyphs are numbered anew, so that they keep their numbers.
    """
    codes = [ord(char) for char in characters]
    try:
        cut = _cut(face, codes, hb.SubsetFlags.NO_HINTING)
    except RuntimeError:
        cut = _cut(face, codes, hb.SubsetFlags.NO_HINTING | hb.SubsetFlags.RETAIN_GIDS)
    return cid.by_number(squeeze.squeezed(cut))


def _cut(face: hb.Face, codes: Iterable[int], flags: hb.SubsetFlags) -> bytes:
    wanted = hb.SubsetInput()
    wanted.sets(hb.SubsetInputSets.UNICODE).update(codes)
    wanted.flags = flags
    return bytes(hb.subset(face, wanted).blob.data)


def _texts(job: Job) -> list[str]:
    return [output.data.decode() for artifact in job.inputs for output in artifact.outputs]


@cache
def _gb2312() -> frozenset[str]:
    """GB 2312—80: 6 763 characters and its symbols."""
    rows = [bytes((row, cell)) for row in range(0xA1, 0xF8) for cell in range(0xA1, 0xFF)]
    return frozenset("".join([pair.decode("gb2312", "ignore") for pair in rows]))
