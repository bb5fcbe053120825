"""How findings are printed: for people, for editors and `grep`, and for scripts."""

import json

import pytest

from gkstd.diagnostics import Code, Diagnostic, Fix, Severity, Text, sort
from gkstd.diagnostics.format import WIDEST, as_json, human, printable, short, summary, width
from gkstd.text import SourceFile, Span

FILE = SourceFile("s/a.yaml", "甲: 一\nbody: 县城乡归划局 # 注\n\tx: 1\n")
FILES = {FILE.id: FILE}
CODE = Code("GK204", "unknown-body", Severity.ERROR, Text("没有“{name}”", "no `{name}`"))


def at(word: str, **more: object) -> Diagnostic:
    start = FILE.text.index(word)
    return CODE.at(Span(FILE.id, start, start + len(word)), name=word, **more)  # type: ignore[arg-type]


def test_the_human_form_underlines_wide_characters_to_their_width() -> None:
    assert human([at("县城乡归划局")], FILES, "en") == (
        "error[GK204]: no `县城乡归划局`\n"
        "  --> s/a.yaml:2:7\n"
        " 2 | body: 县城乡归划局 # 注\n"
        "   |       ^^^^^^^^^^^^\n"
    )  # fmt: skip


def test_labels_and_hints_follow_the_finding() -> None:
    found = at("县城乡归划局", labels=((Span(FILE.id, 0, 1), Text("这里", "here")),), hints=(Text("改", "mend it"),))
    text = human([found], FILES, "en")
    assert text.endswith("  --> s/a.yaml:1:1\n 1 | 甲: 一\n   | ^^ here\n  help: mend it\n")
    assert "  办法: 改\n" in human([found], FILES, "zh")


def test_a_finding_about_a_whole_file_shows_no_line() -> None:
    found = CODE.at(Span("s/gone.yaml", 0, 0), name="x")
    assert human([found], FILES, "en") == "error[GK204]: no `x`\n  --> s/gone.yaml:1:1\n"


def test_an_empty_place_still_gets_one_mark() -> None:
    end = len(FILE.text)
    assert "^" in human([CODE.at(Span(FILE.id, end, end), name="x")], FILES, "en")


def test_colour_is_there_only_when_asked_for() -> None:
    assert "\x1b[" in human([at("甲")], FILES, "zh", colour=True)
    assert "\x1b[" not in human([at("甲")], FILES, "zh")


def test_a_long_line_is_cut_around_its_place() -> None:
    file = SourceFile("long.yaml", "a: " + "一" * 300 + "错" + "二" * 300 + "\n")
    at = file.text.index("错")
    text = human([CODE.at(Span(file.id, at, at + 1), name="错")], {file.id: file}, "zh").split("\n")
    assert "错" in text[2]
    assert "…" in text[2]
    assert width(text[2]) < 2 * WIDEST
    assert width(text[2].partition("错")[0]) == len(text[3].partition("^")[0])


def test_a_place_over_several_lines_is_marked_to_the_end_of_the_first() -> None:
    text = human([CODE.at(Span(FILE.id, 0, 12), name="x")], FILES, "zh").split("\n")
    assert text[3].endswith("|" + " " + "^" * width("甲: 一"))


def test_the_short_form_is_one_line_each() -> None:
    assert short([at("甲"), at("县城乡归划局")], FILES, "zh") == (
        "s/a.yaml:1:1: 错误[GK204] 没有“甲”\ns/a.yaml:2:7: 错误[GK204] 没有“县城乡归划局”"
    )


def test_the_json_form_is_a_contract() -> None:
    label = (Span(FILE.id, 0, 1), Text("这里", "here"))
    fix = Fix(Span(FILE.id, 0, 1), "甲", "乙")
    found = at("县城乡归划局", hints=(Text("改", "mend it"),), labels=(label,), fixes=(fix,))
    assert json.loads(as_json([found], FILES, "en")) == {
        "schema_version": 1,
        "diagnostics": [
            {
                "code": "GK204",
                "severity": "error",
                "message": "no `县城乡归划局`",
                "file": "s/a.yaml",
                "line": 2,
                "column": 7,
                "end_line": 2,
                "end_column": 13,
                "hints": ["mend it"],
                "labels": [{"file": "s/a.yaml", "line": 1, "column": 1, "message": "here"}],
                "fixes": [{"file": "s/a.yaml", "line": 1, "column": 1, "end_line": 1, "end_column": 2, "text": "乙"}],
            }
        ],
    }


def test_no_findings_are_an_empty_list() -> None:
    assert json.loads(as_json([], FILES, "zh")) == {"schema_version": 1, "diagnostics": []}


@pytest.mark.parametrize("evil", ["\x1b[2J", "a\rb", "\u202e", "\x07", "\x00", "\x9b31m"])
def test_data_does_not_speak_to_the_terminal(evil: str) -> None:
    file = SourceFile("e.yaml", f"a: {evil}\n")
    found = CODE.at(Span(file.id, 3, 4), name=evil, hints=(Text(evil, evil),))
    for text in (human([found], {file.id: file}, "zh"), short([found], {file.id: file}, "zh"), printable(evil)):
        assert not any(c in text.replace("\n", "") for c in evil if not c.isprintable())


@pytest.mark.parametrize(
    ("counts", "zh", "en"),
    [
        ((0, 0, 0), "没有发现问题", "no problems found"),
        ((1, 0, 0), "1 个错误", "1 error"),
        ((2, 1, 3), "2 个错误，1 个警告，3 条提示", "2 errors, 1 warning, 3 notes"),
    ],
)
def test_the_last_line_counts(counts: tuple[int, int, int], zh: str, en: str) -> None:
    found = [at("甲", severity=s) for s, n in zip(Severity, counts, strict=True) for _ in range(n)]
    assert (summary(found, "zh"), summary(found, "en")) == (zh, en)


def test_reports_are_sorted_by_place_without_repeats() -> None:
    first, second = at("甲"), at("县城乡归划局")
    assert sort([second, first, second]) == (first, second)


def test_values_are_never_read_as_patterns() -> None:
    assert CODE.at(Span("a", 0, 0), name="{0} {name} %s").message.en == "no `{0} {name} %s`"
