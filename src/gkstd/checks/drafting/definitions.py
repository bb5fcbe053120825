"""GK655 to GK658: the form of definitions, and terms defined a second time (GB/T 1.1—2020, 8.7.3; 2009, 6.3.2)."""

from collections.abc import Iterator

from gkstd.checks.drafting.desk import Desk, at, of_term
from gkstd.checks.drafting.draft import QUOTED
from gkstd.checks.drafting.found import Found, Mend
from gkstd.checks.drafting.lazy import HANZI, Lazy
from gkstd.diagnostics import Text
from gkstd.diagnostics.codes import lint_text
from gkstd.model.prose.place import Place

LEAD = Lazy(
    rf"表示(?={HANZI}{{2}})|用(?:来|于)(?:表示|描述)|是指|指的是|所谓|系指|即(?!将|时|使|期|刻|日)|指(?!定|导|示|令|引|标|数|挥|纹|派|南|明|向|认|望|称|控|责)|是(?!否)|为(?!了|[^，。；]{{0,12}}而)"
)
ANEW_WORDS = ("是指", "系指", "指的是", "定义为", "的定义是")
ANEW = Lazy(f"，?(?:{'|'.join(ANEW_WORDS)})")
LEADS = ("表示", "用", "是", "指", "所谓", "系指", "即", "为")
ENDS = "。"
FIRST = Text("在这里定义", "defined here")
DEFINITION, NOTE = Text("定义", "definition"), Text("注", "note")


def definition_end(desk: Desk) -> Iterator[Found]:
    """Definitions and their notes end with a full stop."""
    for _, term in desk.terms:
        id = f"{desk.draft.document.id}/{term.id}"
        yield from _end(Place("term", id, ("definition",)), term.definition, DEFINITION)
        for position, note in enumerate(term.notes):
            yield from _end(Place("term", id, ("notes", position)), note, NOTE)


def definition_form(desk: Desk) -> Iterator[Found]:
    """A definition can take the place of the term: it does not begin with 是 or 指, nor with the term."""
    for _, term in desk.terms:
        said = term.definition
        hit = LEAD.match(said) if said.startswith(LEADS) else None
        word = hit[0] if hit else next((n for n in (term.term, *term.admitted) if _repeats(said, n)), "")
        if word:
            place = Place("term", f"{desk.draft.document.id}/{term.id}", ("definition",))
            yield Found(lint_text.DEFINITION_FORM, place, (0, len(word)), (("word", word),))


def definition_sentences(desk: Desk) -> Iterator[Found]:
    """One sentence defines; what else is to be said is a note."""
    for _, term in desk.terms:
        said = term.definition.rstrip()
        at_ = QUOTED.sub(lambda hit: "”" * len(hit[0]), said).find(ENDS)
        if 0 <= at_ < len(said) - 1 and said[at_ + 1 :].strip("”）"):
            place = Place("term", f"{desk.draft.document.id}/{term.id}", ("definition",))
            yield Found(lint_text.DEFINITION_SENTENCES, place, (at_, at_ + 1))


def defined_again(desk: Desk) -> Iterator[Found]:
    """公开窗口是指…: a term of the clause 术语和定义 defined anew in the text."""
    names = [(name, term) for _, term in desk.terms for name in (term.term, *term.admitted)]
    text = desk.draft.words
    for run, hit in desk.draft.find(ANEW, ANEW_WORDS) if names else ():
        if run.kind not in ("paragraph", "item"):
            continue
        for name, term in names:
            start = hit.start() - len(name)
            if text.endswith(name, run.start, hit.start()) and not ("\u4e00" <= text[start - 1 : start] <= "\u9fff"):
                others = ((of_term(desk, term), FIRST),)
                found = at(desk, lint_text.DEFINED_AGAIN, run, start, hit.end(), term=name)
                yield Found(found.code, found.place, found.within, found.values, others=others)


def _repeats(said: str, name: str) -> bool:
    rest = said.removeprefix(name)
    return rest != said and rest[:1] in ("是", "指", "，", "：", "即", "为", "系")


def _end(place: Place, said: str, what: Text) -> Iterator[Found]:
    text = said.rstrip()
    last = text[-1:]
    if not text or last == ENDS or text.endswith(("。”", "。）")):
        return
    here = (len(text) - 1, len(text))
    new = ENDS if last in ".．;；,，、:：" else f"{last}{ENDS}"
    mends = (Mend(here, last, new),)
    yield Found(lint_text.DEFINITION_END, place, here, (("what_zh", what.zh), ("what_en", what.en)), mends=mends)
