"""What is advised for a file that means nothing where it stands."""

import pytest

from gkstd.source.strays import missing, stray


@pytest.mark.parametrize(
    ("name", "advice"),
    [
        ("standards/items/demo.yml", "demo.yaml"),
        ("standards/items/demo.YAML", "demo.yaml"),
        ("standards/items/Demo_Two.yaml", "demo-two.yaml"),
        ("standards/items/目录.yaml", "eia-approval.yaml"),
        ("standards/items/demo - 副本.yaml", "副本"),
        ("standards/items/demo(1).yaml", "副本"),
        ("standards/items/~$demo.yaml", "删去"),
        ("standards/items/Thumbs.db", "删去"),
        ("standards/items/目录.docx", "standards/items 里只放 *.yaml"),
        ("standards/registers/机构.docx", "bodies.yaml、laws.yaml、references.yaml"),
        ("standards/registers/lawss.yaml", "bodies.yaml"),
        ("standards/item/demo.yaml", "standards/items/"),
        ("standards/demo.yaml", "standards/workbooks/*.yaml"),
    ],
)
def test_the_advice_fits_the_file(name: str, advice: str) -> None:
    (hint,) = stray(name).hints
    assert advice in hint.zh


@pytest.mark.parametrize(
    ("name", "kinds"),
    [
        ("standards/items/demo.yml", ("domain", "item")),
        ("standards/registers/Laws.yaml", ("body", "law", "reference", "figure", "synonym")),
        ("standards/items/demo.txt", ()),
        ("standards/items/~$demo.yaml", ()),
    ],
)
def test_what_may_be_missing_with_it(name: str, kinds: tuple[str, ...]) -> None:
    assert missing(name) == kinds


def test_anything_may_be_missing_with_a_file_in_no_known_folder() -> None:
    assert {"item", "process", "workbook"} <= set(missing("standards/item/demo.yaml"))
