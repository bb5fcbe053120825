import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from gkstd.model.values.citation import LABELS, Citation, format_citation, parse_citation
from gkstd.model.values.citation_place import Place

LAW = "《城乡规划法》"


def places(text: str) -> tuple[Place, ...]:
    citation, faults = parse_citation(LAW + text)
    assert faults == ()
    assert citation is not None
    return citation.places


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", ()),
        ("第二十一条", (Place(21),)),
        ("第26条", (Place(26),)),
        ("第 ２６ 条", (Place(26),)),
        ("第二十二条第一款第（三）项", (Place(22, None, 1, 3),)),
        ("第22条第1款第3项", (Place(22, None, 1, 3),)),
        ("第十条第三项", (Place(10, None, None, 3),)),
        ("第五条之一", (Place(5, 1),)),
        ("第五条之一第二款", (Place(5, 1, 2),)),
        ("第三十七条、第三十八条", (Place(37), Place(38))),
        ("第37、38条", (Place(37), Place(38))),
        ("第三十二条和第四十二条第二款", (Place(32), Place(42, None, 2))),
        ("第四十六条至第四十八条", (Place(46), Place(47), Place(48))),
        ("第三条第二款第（一）项、第（三）项", (Place(3, None, 2, 1), Place(3, None, 2, 3))),
        ("第三条第一款、第三款", (Place(3, None, 1), Place(3, None, 3))),
        ("第四章", (Place(chapter=4),)),
    ],
)
def test_places(text: str, expected: tuple[Place, ...]) -> None:
    assert places(text) == expected


@pytest.mark.parametrize(
    ("text", "printed"),
    [
        ("《中华人民共和国环境影响评价法》第二十一条", "《中华人民共和国环境影响评价法》第二十一条"),
        ("《城乡规划法》第37、38条；", "《城乡规划法》第三十七条、第三十八条"),
        ("【法律】《预算法》第14条", "【法律】《预算法》第十四条"),
        ("[行政法规]《政府信息公开条例》（国令第711号）", "【行政法规】《政府信息公开条例》（国务院令第711号）"),
        ("《X办法》（财预[2018]209号）", "《X办法》（财预〔2018〕209号）"),
        ("《X办法》国办发〔2016〕80号第三条", "《X办法》（国办发〔2016〕80号）第三条"),
        ("《环境保护法》（2014修订）第五十三条", "《环境保护法》（2014年修订）第五十三条"),
        ("《条例》第二十六条（国令第711号，2019年修订）", "《条例》（国务院令第711号，2019年修订）第二十六条"),
        ("《运行规范》(GB/T 32169-2015)", "《运行规范》（GB/T 32169—2015）"),
        ("GB/T 32168-2015《服务规范》", "《服务规范》（GB/T 32168—2015）"),
        ("《〈关于全面推进政务公开工作的意见〉实施细则》", "《〈关于全面推进政务公开工作的意见〉实施细则》"),
        ("《地方政府债务信息公开办法(试行)》", "《地方政府债务信息公开办法（试行）》"),
        ("《中共中央  国务院关于推进的意见》", "《中共中央 国务院关于推进的意见》"),
        ("1.《政府信息公开条例》；", "《政府信息公开条例》"),
        ("●《政府信息公开条例》", "《政府信息公开条例》"),
    ],
)
def test_print(text: str, printed: str) -> None:
    citation, faults = parse_citation(text)
    assert faults == ()
    assert citation is not None
    assert format_citation(citation) == printed
    assert parse_citation(printed)[0] == replace(citation, text=printed)


def test_the_first_place_is_at_hand() -> None:
    citation, _ = parse_citation(f"{LAW}第五条之一第二款第（三）项、第七条")
    assert citation is not None
    assert (citation.article, citation.sub_article, citation.paragraph, citation.item) == (5, 1, 2, 3)
    assert citation.articles == (5, 7)
    assert Citation("X").article is None


@pytest.mark.parametrize(
    ("text", "kind", "found", "nearest"),
    [
        ("", "empty", "", ""),
        ("同上", "same-as-above", "同上", ""),
        ("《》", "empty", "《》", ""),
        ("国办发〔2016〕80号", "number-without-title", "国办发〔2016〕80号", ""),
        ("国令第711号第二十六条", "number-without-title", "国令第711号第二十六条", ""),
        ("《A法》、《B法》第三条", "several-titles", "《B法》第三条", ""),
        ("《A法》第一条和《B法》", "several-titles", "《B法》", ""),
        ("《预算法", "unclosed-title", "《预算法", "《预算法》"),
        ("《预算法第十四条", "unclosed-title", "《预算法第十四条", "《预算法》第十四条"),
        ("《预算法（主席令第12号）", "unclosed-title", "《预算法（主席令第12号）", "《预算法》（主席令第12号）"),
        ("预算法》第十四条", "unclosed-title", "预算法》第十四条", "《预算法》第十四条"),
        ("预算法第十四条", "no-title-marks", "预算法第十四条", "《预算法》第十四条"),
        ("政府信息公开条例", "no-title-marks", "政府信息公开条例", "《政府信息公开条例》"),
        ("<<预算法>>第十四条", "no-title-marks", "<<预算法>>第十四条", "《预算法》第十四条"),
        ("《《A意见》实施细则》", "nested-title", "《《A意见》实施细则》", "《〈A意见〉实施细则》"),
        ("《关于<A>的通知》", "nested-title", "《关于<A>的通知》", "《关于〈A〉的通知》"),
        ("【法津】《预算法》", "unknown-label", "法津", "法律"),
        ("《信息公开条例》及相关规定", "trailing-text", "及相关规定", ""),
        ("依据《信息公开条例》", "trailing-text", "依据", ""),
        ("《A法》（以下简称A）", "unknown-note", "以下简称A", ""),
        ("《A办法》（国办发〔201680号）", "bracket-lost", "国办发〔201680号", "国办发〔2016〕80号"),
        ("《A法》第三条至第九百条", "trailing-text", "第三条至第九百条", ""),
        ("瞎写", "unknown-form", "瞎写", ""),
    ],
)
def test_refused(text: str, kind: str, found: str, nearest: str) -> None:
    (fault,) = parse_citation(text)[1]
    assert (fault.kind, fault.found, fault.nearest) == (kind, found, nearest)


@pytest.mark.parametrize("text", ["《预算法第十四条", "预算法第十四条", "<<预算法>>第十四条", "《《A意见》实施细则》"])
def test_what_is_offered_is_accepted_and_read_the_same(text: str) -> None:
    citation, (fault,) = parse_citation(text)
    assert citation is not None
    assert parse_citation(fault.nearest) == (replace(citation, text=fault.nearest), ())


def test_several_titles_leave_the_first() -> None:
    citation, _ = parse_citation("《A法》第一条、《B法》")
    assert citation == Citation("A法", places=(Place(1),), text="《A法》第一条、《B法》")


NUMBERS = st.none() | st.integers(1, 9999)
PLACES = st.builds(Place, st.integers(1, 9999), NUMBERS, NUMBERS, NUMBERS)


@given(
    st.builds(
        Citation,
        title=st.text("信息公开条例法办〈〉（）X1 ", min_size=1)
        .map(lambda title: " ".join(title.split()))
        .filter(bool),
        number=st.sampled_from(["", "国办发〔2016〕80号", "国务院令第711号", "公告2014年第40号", "GB/T 1.1—2009"]),
        label=st.sampled_from(["", *LABELS]),
        places=st.lists(PLACES, max_size=4).map(tuple),
        edition=st.sampled_from(["", "2015年修正", "2018年12月29日修订"]),
    )
)
def test_there_and_back(citation: Citation) -> None:
    printed = format_citation(citation)
    assert parse_citation(printed) == (replace(citation, text=printed), ())
