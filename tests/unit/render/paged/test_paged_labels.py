"""What a page is called in the file is what is printed on it."""

import pikepdf
from test_paged_pdf import BOUND, FIRST_BODY_PAGE, inputs, printed

from gkstd.render.paged.labels import Label, labels


def test_front_matter_in_roman_and_the_text_from_one():
    pages = ["", "", "I", "", "III", "", "— 1 —", "— 2 —", "", "— 4 —", ""]
    assert labels(pages) == (Label(0, "D", 1, "封"), Label(2, "R", 1), Label(6, "D", 1))


def test_a_number_that_does_not_follow_begins_anew():
    assert labels(["1", "2", "1"]) == (Label(0, "D", 1), Label(2, "D", 1))
    assert labels(["", "目录"]) == (Label(0, "D", 1, "封"),)
    assert labels(["", "", "XIV"])[1:] == (Label(2, "R", 14),)


def test_a_book_has_them(project, templates, tmp_path):
    (tmp_path / "b.pdf").write_bytes(printed(inputs(project, templates), templates, BOUND).outputs[0].data)
    with pikepdf.open(tmp_path / "b.pdf") as document:
        told = [page.label for page in document.pages]
    assert told[:FIRST_BODY_PAGE] == ["封1", "封2", "I", "II"]
    assert told[FIRST_BODY_PAGE:] == [str(n) for n in range(1, len(told) - FIRST_BODY_PAGE + 1)]
