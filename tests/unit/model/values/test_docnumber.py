import pytest

from gkstd.model.values.docnumber import normalise_document_number


@pytest.mark.parametrize(
    ("text", "printed"),
    [
        ("国办发〔2016〕80号", "国办发〔2016〕80号"),
        ("国办发[2016]80号", "国办发〔2016〕80号"),
        ("国办发（2016）80号", "国办发〔2016〕80号"),
        ("国办发(2016)80号", "国办发〔2016〕80号"),
        ("国办发【2018】3号", "国办发〔2018〕3号"),
        ("建保(2018〕12号", "建保〔2018〕12号"),
        ("国办发2016 80号", "国办发〔2016〕80号"),
        ("国办发〔２０１６〕第０８０号", "国办发〔2016〕80号"),
        ("国土资厅发﹝2014﹞29号", "国土资厅发〔2014〕29号"),
        ("国令第711号", "国务院令第711号"),
        ("国务院令第711号", "国务院令第711号"),
        ("中华人民共和国国务院令 第711号", "国务院令第711号"),
        ("主席令第9号", "主席令第9号"),
        ("中华人民共和国主席令第二十二号", "主席令第22号"),
        ("部令第4号", "部令第4号"),
        ("部令18号", "部令第18号"),
        ("生态环境部令第4号", "生态环境部令第4号"),
        ("公告2014年第40号", "公告2014年第40号"),
        ("国家税务总局公告2014年第40号", "国家税务总局公告2014年第40号"),
        ("2014年第40号公告", "公告2014年第40号"),
    ],
)
def test_printed_form(text: str, printed: str) -> None:
    assert normalise_document_number(text) == (printed, ())
    assert normalise_document_number(printed) == (printed, ())


@pytest.mark.parametrize(
    ("text", "kind", "nearest"),
    [
        ("税总发〔201744号", "bracket-lost", "税总发〔2017〕44号"),
        ("国办发201680号", "bracket-lost", "国办发〔2016〕80号"),
        ("国办发〔2016〕80", "no-serial-mark", "国办发〔2016〕80号"),
        ("部令第4", "no-serial-mark", "部令第4号"),
    ],
)
def test_a_guess_is_reported(text: str, kind: str, nearest: str) -> None:
    number, (fault,) = normalise_document_number(text)
    assert number == nearest
    assert (fault.kind, fault.nearest, fault.found) == (kind, nearest, text)


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("", "empty"),
        ("同上", "same-as-above"),
        ("80号", "unknown-form"),
        ("〔2016〕80号", "unknown-form"),
        ("见附件", "unknown-form"),
    ],
)
def test_refused(text: str, kind: str) -> None:
    number, (fault,) = normalise_document_number(text)
    assert (number, fault.kind) == ("", kind)


def test_an_implausible_year_has_no_mending() -> None:
    (fault,) = normalise_document_number("国办发〔2610〕80号")[1]
    assert (fault.kind, fault.nearest) == ("implausible-year", "")
