"""Numbers and references of a whole standard, as one text; `--update` writes it anew."""

from pathlib import Path

import pytest
from msgspec.structs import replace

from gkstd.model.document import Annex, Clause, Document, Foreword, Term
from gkstd.model.prose.numbering import numbered
from gkstd.model.prose.tree import (
    BulletList,
    CrossReference,
    Example,
    Figure,
    FootnoteMark,
    Formula,
    Inline,
    Note,
    OrderedList,
    Strong,
    Table,
    words,
)

GOLDEN = Path(__file__).parent / "golden" / "numbering.txt"

BODY = """应按下列步骤办理：

1. 受理，见[](#often)；{#accept}
2. 审查：
   1. 形式审查；{#formal}
   2. 实质审查；
   - 记录。
3. 决定。

注：第一条注。

见[](#scope)、[](#rules)、[](#deep)、[](#annex-b)、[](#in-b)、[](#accept)、[](#formal)、[](#rate)、[](#item)、[](#catalog:x)。

注：第二条注。
示例：唯一的例。

表：频次 {#often 单位=天}

| 项 | 值 |
|---|---|
| 甲[^x] | 1[^y] |
注：表里的注。
[^y]: 乙。
[^x]: 甲。

图：流程 {#flow}

![流程](process:eia)

式：A = B/C {#rate}

甲[^one]，乙[^two]，又甲[^one]。

[^two]: 第二条。
[^one]: 第一条。
"""


def clause(id: str, number: str, text: str = "", **more: object) -> Clause:
    return Clause(id, number, "clause", "题", text, (), more.get("terms", ()), more.get("clauses", ()))  # type: ignore[arg-type]


TERM = Term("item", "事项", "item", (), "公开的[类别](#rules)。", ("甲。", "乙[^term]。"), "")
DOCUMENT = Document(
    id="d", number="Q/A 1—2018", title="", title_en="", drafting="GB/T 1.1—2009", issued=None, effective=None,
    withdrawn=None, issuer="", ics="", ccs="", system="", domain="",
    foreword=Foreword("", "", (), (), "代替前一版，见[](#annex-a)。"), introduction="表在[](#often)。",
    clauses=(
        clause("scope", "1", "甲[^one]。\n\n[^one]: 各段自己的脚注。"),
        clause("terms", "2", terms=(TERM,)),
        clause("rules", "3", clauses=(clause("deep", "3.1", BODY), clause("other", "3.2", "表：又一张\n\n|甲|\n|-|\n|乙|\n\n注：一条。"))),
    ),
    annexes=(
        Annex("annex-a", "A", "题", True, "表：先写的 {#first}\n\n|甲|\n|-|\n|乙|", (), "x", "p"),
        Annex("annex-b", "B", "题", False, "", (clause("in-b", "B.1", "图：甲\n![甲](process:eia)\n式：A\n式：B"),), "", "", table="t", form="f"),
    ),
    bibliography=(), unconfirmed=(),
)  # fmt: skip


def told(pieces: tuple[Inline, ...]) -> str:
    """Pieces as text, references in 〈〉 with what they lead to."""
    out = ""
    for piece in pieces:
        match piece:
            case CrossReference(printed=printed, kind=kind, home=home):
                out += f"〈{printed}={kind} {home}〉"
            case FootnoteMark(number=number):
                out += f"^{number}^"
            case Strong(pieces=inner):
                out += told(inner)
            case _:
                out += words((piece,))
    return out


def shown(document: Document) -> str:
    result = numbered(document)
    lines: list[str] = []
    for passage in result.passages:
        lines.append(f"# {passage.part} {passage.number} {passage.place.kind} {passage.place.id} {passage.place.path}")
        lines += [line for block in passage.blocks for line in block_lines(block, "")]
    lines += [f"= {id}: {target.kind} {target.printed} in {target.home}" for id, target in result.targets.items()]
    lines += [f"* {annex} {field}: {number}" for (annex, field), number in result.shown.items()]
    lines += [f"! {slip.code.id} {dict(slip.values)}" for slip in result.slips]
    return "\n".join(lines) + "\n"


def block_lines(block: object, lead: str) -> list[str]:
    match block:
        case OrderedList(items=items) | BulletList(items=items):
            return [
                line
                for item in items
                for line in (
                    f"{lead}{item.number} {told(item.pieces)}",
                    *[deep for b in item.blocks for deep in block_lines(b, lead + "  ")],
                )
            ]
        case Table():
            head = f"{lead}[{block.number}] {told(block.caption)} 单位：{block.unit}"
            rows = [
                lead + "| " + " | ".join(told(cell.pieces) for cell in row.cells)
                for row in (*block.header, *block.rows)
            ]
            notes = [f"{lead}注{note.number}：{told(note.pieces)}" for note in block.notes]
            return [head, *rows, *notes, *[f"{lead}{note.number} {told(note.pieces)}" for note in block.footnotes]]
        case Figure():
            return [f"{lead}[{block.number}] {told(block.caption)} {block.source}"]
        case Formula():
            return [f"{lead}{told(block.pieces)} {block.number}"]
        case Note() | Example():
            return [f"{lead}{'注' if isinstance(block, Note) else '示例'}{block.number}：{told(block.pieces)}"]
        case _:
            return [f"{lead}{getattr(block, 'number', '')}{told(block.pieces)}"]  # type: ignore[attr-defined]


def test_the_numbers_of_a_standard(request: pytest.FixtureRequest) -> None:
    text = shown(DOCUMENT)
    if request.config.getoption("--update"):
        GOLDEN.parent.mkdir(exist_ok=True)
        GOLDEN.write_text(text, "utf-8")
    assert text == GOLDEN.read_text("utf-8")


def slips(text: str) -> list[tuple[str, str]]:
    document = replace(
        DOCUMENT,
        clauses=(clause("scope", "1", text),),
        annexes=(),
        introduction="",
        foreword=Foreword("", "", (), (), ""),
    )
    return [(slip.code.id, text[slice(*slip.within)] if slip.within else "") for slip in numbered(document).slips]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("见[](#no)。", [("GK601", "[](#no)")]),
        ("表：甲 {#scope}\n|甲|\n|-|\n|乙|", [("GK602", "表：甲 {#scope}")]),
        ("表：甲 {#a}\n|甲|\n|-|\n|乙|\n\n式：B {#a}", [("GK602", "式：B {#a}")]),
        ("- 甲；{#a}\n\n见[](#a)。", [("GK603", "[](#a)")]),
        ("- 甲；{#a}\n\n见[这一项](#a)。", []),
        ("甲[^1]。", [("GK604", "[^1]")]),
        ("甲。\n\n[^1]: 乙。", [("GK605", "[^1]: 乙。")]),
        ("表：甲", [("GK606", "表：甲")]),
        ("表：甲\n\n|甲|\n|-|", [("GK606", "表：甲")]),
        ("图：甲\n\n文。", [("GK606", "图：甲")]),
        ("|甲|乙|\n|-|-|\n|丙|", [("GK608", "|丙|")]),
        ("|甲|乙|\n|-|-|\n|丙|<|", []),
    ],
)
def test_what_cannot_be_numbered(text: str, found: list[tuple[str, str]]) -> None:
    assert slips(text) == found


def test_an_id_of_two_clauses_is_wrong_where_it_is_referred_to() -> None:
    two = (clause("a", "1", "甲。"), clause("b", "2", terms=(replace(TERM, id="a"),)))
    assert (
        numbered(replace(DOCUMENT, clauses=two, annexes=(), introduction="", foreword=Foreword("", "", (), (), "")))
        .slips[0]
        .code.id
        == "GK601"
    )
    said = (clause("a", "1", "见[](#a)。"), clause("b", "2", terms=(replace(TERM, id="a", definition="甲。"),)))
    other = replace(DOCUMENT, clauses=said, annexes=(), introduction="", foreword=Foreword("", "", (), (), ""))
    assert [slip.code.id for slip in numbered(other).slips] == ["GK602", "GK604"]


def test_the_text_of_the_guide_is_understood() -> None:
    page = (Path(__file__).parents[4] / "docs/how-to/write-a-standard.md").read_text("utf-8")
    text = page.partition("```markdown\n")[2].partition("```")[0]
    document = replace(
        DOCUMENT,
        clauses=(clause("steps", "1", text),),
        annexes=(),
        introduction="",
        foreword=Foreword("", "", (), (), ""),
    )
    result = numbered(document)
    assert result.slips == ()
    kinds = [type(block).__name__ for block in result.passages[0].blocks]
    assert kinds == [
        "Paragraph", "OrderedList", "Paragraph", "BulletList", "Table", "Figure", "Paragraph", "Formula", "Note", "Example",
        "Footnote",
    ]  # fmt: skip
    assert words(result.passages[0].blocks[6].pieces) == "按时公开率按式（1）计算，第1章 a)的信息逐条计入。"  # type: ignore[union-attr]
