"""What is offered in place of a law that does not hold on the day."""

from datetime import date
from pathlib import Path

from gkstd.build.check import check
from gkstd.diagnostics import Diagnostic
from gkstd.diagnostics.explain import Block
from gkstd.source.load import load
from support.overlay import copy_base, overlay

LAWS = "standards/registers/laws.yaml"
REFERENCES = "standards/registers/references.yaml"
DOCUMENT = "standards/documents/catalog.yaml"


def told(root: Path, *blocks: Block, on: date | None = None, code: str = "GK310") -> list[Diagnostic]:
    overlay(copy_base(root), blocks)
    return [found for found in check(load(root), on) if found.code == code]


def test_the_heir_of_an_heir_that_has_itself_ended(tmp_path: Path) -> None:
    repealed = Block(LAWS, "disclosure-2019", "repealed: 2025-01-01\nsuccessors: [plan-law]")
    (found,) = told(tmp_path / "p", repealed, on=date(2026, 1, 1))
    assert found.hints[0].zh == "改引《中华人民共和国城乡规划法》（主席令第29号，2019-04-23 起施行），并核对条款号"


def test_no_heir_known(tmp_path: Path) -> None:
    (found,) = told(tmp_path / "p", Block(LAWS, "plan-law", "repealed: 2018-01-01"))
    assert "已于 2018-01-01 失效" in found.message.zh
    assert "successors" in found.hints[0].zh


def test_a_law_ahead_of_its_time_gives_way_to_the_one_it_replaces(tmp_path: Path) -> None:
    cited = Block(
        "standards/items/demo.yaml", "plan-approved", "basis: [《中华人民共和国政府信息公开条例》（国令第711号）]"
    )
    (found,) = told(tmp_path / "p", cited)
    assert "到 2019-05-15 才施行" in found.message.zh
    assert found.hints[0].zh.startswith("改引《中华人民共和国政府信息公开条例》（国务院令第492号")
    assert [span.file for span, _ in found.labels] == [LAWS]


def test_a_law_that_had_ended_before_the_edition_is_no_news(tmp_path: Path) -> None:
    (found,) = told(tmp_path / "p", Block(LAWS, "plan-law", "repealed: 2018-01-01"), on=date(2019, 1, 1))
    assert "本版" not in found.message.zh


def test_inner_title_marks(tmp_path: Path) -> None:
    title = "《关于推进公开的意见》实施细则"
    law = Block(LAWS, "plan-law", f"title: {title}\naliases: [中华人民共和国城乡规划法]\nrepealed: 2018-01-01")
    (found,) = told(tmp_path / "p", law)
    assert found.message.zh.startswith("《〈关于推进公开的意见〉实施细则》（主席令第74号）")


def test_a_revision_counts_from_the_edition_to_the_day(tmp_path: Path) -> None:
    for number, (on, count) in enumerate([(date(2019, 4, 22), 0), (date(2019, 4, 23), 1)]):
        assert len(told(tmp_path / str(number), on=on, code="GK311")) == count


def test_a_revision_of_a_law_that_has_ended_is_not_told_beside_its_end(tmp_path: Path) -> None:
    ended = Block(LAWS, "plan-law", "repealed: 2020-01-01")
    assert told(tmp_path / "a", ended, on=date(2021, 1, 1), code="GK311") == []
    found = told(tmp_path / "b", ended, on=date(2021, 1, 1))
    assert ["城乡规划法" in one.message.zh for one in found] == [True, False]


def test_a_body_with_several_heirs(tmp_path: Path) -> None:
    bodies = "standards/registers/bodies.yaml"
    more = Block(bodies, "plan-bureau", "successors: [resource-bureau, applicant]")
    found = told(tmp_path / "p", more, on=date(2019, 1, 15), code="GK313")
    assert {one.hints[0].zh for one in found} == {"职责已由县自然资源局、申请人承接：按事项选其一"}


def test_an_edition_in_the_bibliography_ages_too(tmp_path: Path) -> None:
    older = Block(REFERENCES, "gbt-1-1-2009", "number: GB/T 1.1—2000\nwithdrawn: 2010-01-01")
    listed = Block(DOCUMENT, "catalog", "bibliography: [GB/T 1.1—2000 标准化工作导则, GB/T 1.1—20001]")
    found = told(tmp_path / "p", older, listed, on=date(2019, 1, 1), code="GK312")
    assert [one.span.file for one in found] == [DOCUMENT]
    assert found[0].message.zh.startswith("GB/T 1.1—2000 已于 2010-01-01 被代替")
    assert len(found[0].labels) == 1
