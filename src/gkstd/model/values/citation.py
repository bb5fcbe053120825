"""公开依据: one document, its number and the place in it.

In: one citation as printed. Out: `Citation`, or `None`, and faults. One string cites one document; a list of laws is
several entries. Never looks a title up.
"""

import re
from functools import cache

from msgspec import Struct

from gkstd.model.values.citation_place import Place, format_places, read_places
from gkstd.model.values.docnumber import normalise_document_number
from gkstd.model.values.fault import Fault
from gkstd.model.values.fold import INVISIBLE, TABLE, fold, whole
from gkstd.model.values.nearest import closest
from gkstd.model.values.placeholder import PLACEHOLDER
from gkstd.model.values.stdnumber import format_standard_number, parse_standard_number
from gkstd.model.values.vocabulary import DITTO

LONGEST = 500
LABELS: tuple[str, ...] = (
    "法律",
    "法规",
    "行政法规",
    "地方性法规",
    "规章",
    "部门规章",
    "地方政府规章",
    "部门规章及规范性文件",
    "规范性文件",
    "政策文件",
    "党内法规",
    "司法解释",
    "标准",
    "其他",
)
"""Class labels that stand in 【】 before a title."""

_NO_INVISIBLE = dict.fromkeys(map(ord, INVISIBLE))
_INNER = str.maketrans("《》<>＜＞", "〈〉〈〉〈〉")


class Citation(Struct, frozen=True):
    """A cited document: `title` without 《》 (inner titles in 〈〉), `number` in its printed form or empty, `label` the
    class in 【】 or empty, `places` the articles cited, `edition` such as 2015年修正 or empty, `text` as written.

    A placeholder 〔待填：……〕 is a citation without a title."""

    title: str
    number: str = ""
    label: str = ""
    places: tuple[Place, ...] = ()
    edition: str = ""
    text: str = ""

    @property
    def article(self) -> int | None:
        """条 of the first place."""
        return self.places[0].article if self.places else None

    @property
    def sub_article(self) -> int | None:
        """The 之N of the first place (第五条之一 → 1)."""
        return self.places[0].sub_article if self.places else None

    @property
    def paragraph(self) -> int | None:
        """款 of the first place."""
        return self.places[0].paragraph if self.places else None

    @property
    def item(self) -> int | None:
        """项 of the first place."""
        return self.places[0].item if self.places else None

    @property
    def articles(self) -> tuple[int, ...]:
        """Every article cited, once each, in the order written."""
        return tuple(dict.fromkeys([place.article for place in self.places if place.article is not None]))


@cache
def _pattern(text: str) -> re.Pattern[str]:
    return re.compile(text)


def parse_citation(text: str) -> tuple[Citation | None, tuple[Fault, ...]]:
    """The citation that `text` prints: 【法律】《…》（number，edition）第N条第N款第（N）项, everything but the title optional."""
    plain = text.translate(TABLE)
    if len(text) > LONGEST:
        return None, (whole(text, "unknown-form"),)
    word = fold(text).text
    if not word or word in DITTO:
        return None, (whole(text, "same-as-above" if word else "empty"),)
    if PLACEHOLDER.fullmatch(text.strip()):
        return Citation("", text=text.strip()), ()
    opening = plain.find("《")
    closing = _closing(plain, opening)
    if opening < 0 or closing < 0:
        return _mended(text, plain, opening)
    title, nested = _title(text, plain, opening, closing)
    label, number, before = _before(text, opening)
    after = _After(text, plain, closing + 1)
    number = after.number or number
    citation = Citation(title, number, label, after.places, after.edition, text.strip())
    faults = [*before, *nested, *after.faults]
    if not title:
        return None, (*before, Fault(opening, closing + 1, "empty", text[opening : closing + 1]))
    return citation, tuple(faults)


def format_citation(citation: Citation) -> str:
    """The canonical print; reading it back gives the same citation but for `text`. A placeholder stays one."""
    if not citation.title:
        return citation.text
    label = f"【{citation.label}】" if citation.label else ""
    notes = "，".join([note for note in (citation.number, citation.edition) if note])
    places = format_places(citation.places)
    return f"{label}《{citation.title}》{f'（{notes}）' if notes else ''}{places}"


def _closing(plain: str, opening: int) -> int:
    """The 》 that pairs with the 《 at `opening`, or -1."""
    first = plain.find("》", max(opening, 0))
    if plain.find("《", opening + 1, first) < 0:
        return first
    depth = 0
    for place in range(max(opening, 0), len(plain)):
        depth += (plain[place] == "《") - (plain[place] == "》")
        if plain[place] == "》" and depth <= 0:
            return place
    return -1


def _title(text: str, plain: str, opening: int, closing: int) -> tuple[str, list[Fault]]:
    """The title with inner titles in 〈〉; 《…》 or <…> inside is a fault that offers the whole title mended."""
    inside = " ".join(plain[opening + 1 : closing].translate(_NO_INVISIBLE).split())
    title = inside.translate(_INNER)
    if title == inside:
        return title, []
    span = text[opening : closing + 1]
    return title, [Fault(opening, closing + 1, "nested-title", span, f"《{title}》")]


def _before(text: str, opening: int) -> tuple[str, str, list[Fault]]:
    """Label and standard number before the title; numbering and bullets of a copied list are passed over."""
    if not opening:
        return "", "", []
    folded = fold(text[:opening])
    bullets = _pattern(r"(?:[●〇○■◆·•①-⑳-]|[0-9]{1,2}[.．、]|（[0-9一二三四五六七八九十]{1,3}）)*").match(folded.text)
    start = bullets.end() if bullets else 0
    label, faults = "", []
    found = _pattern(r"[【\[〔（]([^】\]〕）]*)[】\]〕）]").match(folded.text, start)
    if found:
        label, start = found[1], found.end()
        if label not in LABELS:
            first, last = folded.span(*found.span(1))
            faults.append(Fault(first, last, "unknown-label", text[first:last], closest(label, LABELS, 0.5)))
            label = ""
    if start >= len(folded.text):
        return label, "", faults
    first, last = folded.span(start, len(folded.text))
    standard, wrong = parse_standard_number(text[first:last])
    if standard is not None and not wrong:
        return label, format_standard_number(standard), faults
    return label, "", [*faults, Fault(first, last, "trailing-text", text[first:last])]


class _After:
    """What follows the title: notes in brackets, places, notes again, and nothing else."""

    def __init__(self, text: str, plain: str, start: int) -> None:
        self.text = text
        self.base = start
        self.faults: list[Fault] = []
        self.number = self.edition = ""
        second = plain.find("《", start)
        self.second = second >= 0
        end = len(plain) if second < 0 else second
        self.folded = fold(text[start:end])
        self.places: tuple[Place, ...] = ()
        if not self.folded.text and second < 0:
            return
        at = self._notes(self._bare_number(0))
        self.places, at = read_places(self.folded.text, at)
        self._rest(self._notes(at))
        if second >= 0:
            last = len(text.rstrip())
            self.faults.append(Fault(second, last, "several-titles", text[second:last]))

    def _fault(self, start: int, end: int, kind: str, nearest: str = "") -> None:
        first, last = self.folded.span(start, end)
        first, last = first + self.base, last + self.base
        self.faults.append(Fault(first, last, kind, self.text[first:last], nearest))

    def _bare_number(self, at: int) -> int:
        """A number straight after the title, without brackets."""
        found = _pattern(r"[^，、；。（第][^，、；。]{1,40}?号").match(self.folded.text, at)
        if found is None:
            return at
        self.number, faults = normalise_document_number(found[0])
        for fault in faults if self.number else ():
            self._fault(*found.span(), fault.kind, fault.nearest)
        return found.end() if self.number else at

    def _notes(self, at: int) -> int:
        while found := _pattern(r"（((?:[^（）]|（[^（）]*）)*)）").match(self.folded.text, at):
            start = found.start(1)
            for note in _pattern(r"[，；]").split(found[1]):
                self._note(note, start)
                start += len(note) + 1
            at = found.end()
        return at

    def _note(self, note: str, start: int) -> None:
        """A document number, a standard number or an edition."""
        edition = _pattern(
            r"([0-9]{4})年?((?:[0-9]{1,2}月[0-9]{1,2}日)?(?:第[一二三四五六七八九十]次)?(?:修正|修订|修改|版|公布|发布|施行)本?)"
        ).fullmatch(note)
        if edition and not self.edition:
            self.edition = f"{edition[1]}年{edition[2]}"
            return
        number, faults = normalise_document_number(note)
        standard, wrong = parse_standard_number(note)
        if standard is not None and not wrong:
            number, faults = format_standard_number(standard), ()
        if not number or self.number:
            self._fault(start, start + len(note), "unknown-note")
            return
        self.number = number
        for fault in faults:
            self._fault(start, start + len(note), fault.kind, fault.nearest)

    def _rest(self, at: int) -> None:
        """Whatever is left over, but for closing punctuation and the mark before a second title."""
        rest = self.folded.text[at:]
        kept = rest.strip("，、；。")
        joins = self.second and kept in ("和", "及", "以及", "与")
        if kept and not joins:
            start = at + rest.index(kept)
            self._fault(start, start + len(kept), "trailing-text")


def _mended(text: str, plain: str, opening: int) -> tuple[Citation | None, tuple[Fault, ...]]:
    """A citation whose title marks are missing, do not pair, or are of another kind."""
    kind, mended = ("unclosed-title", _close(plain)) if opening >= 0 or "》" in plain else _mark(plain)
    if kind == "number-without-title" or not mended:
        return None, (whole(text, kind),)
    citation, faults = parse_citation(mended)
    if citation is None or faults:
        return None, (whole(text, kind),)
    found = Citation(citation.title, citation.number, citation.label, citation.places, citation.edition, text.strip())
    return found, (whole(text, kind, format_citation(citation)),)


_TAIL = r"(?=（[^（）]*(?:[0-9]|号)|第[0-9一二三四五六七八九十百]+[条章]|$)"


def _close(plain: str) -> str:
    """Title marks put where they must have been: 》 before the number or the place, 《 at the head."""
    line = plain.strip()
    if "《" in line and "》" not in line:
        found = _pattern(rf"([^《]*《[^《]+?){_TAIL}(.*)").fullmatch(line)
        return f"{found[1]}》{found[2]}" if found else ""
    if "《" not in line and line.count("》") == 1:
        found = _pattern(r"((?:【[^】]*】)?)(.+)").fullmatch(line)
        return f"{found[1]}《{found[2]}" if found else ""
    return ""


def _mark(plain: str) -> tuple[str, str]:
    """Other marks (<<…>>, 〈…〉, “…”) made 《》, or marks put round a bare title."""
    line = plain.strip()
    other = _pattern(
        r"([^<＜〈«“「『]*)(?:<<|＜＜|[<＜〈«“「『])(.+?)(?:>>|＞＞|[>＞〉»”」』])(?![>＞〉])(.*)"
    ).fullmatch(line)
    if other:
        return "no-title-marks", f"{other[1]}《{other[2]}》{other[3]}"
    head = _pattern(r"[^，；]{1,40}?号").match(line)
    if head and normalise_document_number(head[0])[0]:
        return "number-without-title", ""
    found = _pattern(rf"((?:【[^】]*】)?)([^0-9（），；]{{2,60}}?){_TAIL}(.*)").fullmatch(line)
    titled = found and _pattern(
        r".*(?:法|条例|办法|规定|细则|意见|通知|方案|规程|规则|指南|决定|公告|标准|章程|规范|法典|要点)"
    ).fullmatch(found[2])
    return ("no-title-marks", f"{found[1]}《{found[2]}》{found[3]}") if found and titled else ("unknown-form", "")
