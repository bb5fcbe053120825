from datetime import date

import msgspec
from msgspec.structs import replace

from gkstd.model.document import Foreword
from gkstd.model.register import Revision
from gkstd.model.values.citation import parse_citation
from gkstd.render.views import printed
from gkstd.render.views.document import document_view
from gkstd.render.views.laws import laws_view
from gkstd.render.views.parts import CatalogPart, LawsPart
from gkstd.render.views.wording import foreword, wording
from gkstd.render.views.workbook import WorkbookView, workbook_view


def test_fixed_sentences_of_2009(project):
    view, _ = document_view(project, "items-standard")
    assert view.foreword == (
        "本标准按照GB/T 1.1—2009给出的规则起草。",
        "本标准由靖边县人民政府办公室提出并归口。",
        "本标准起草单位：靖边县环境保护局。",
    )
    assert view.clauses[1].lead.startswith("下列文件对于本文件的应用是必不可少的。")
    assert view.clauses[2].lead == "下列术语和定义适用于本文件。"
    assert view.annexes[0].nature == "（规范性附录）"


def test_fixed_sentences_of_2020(project):
    changed = msgspec.structs.replace(project.documents["items-standard"], drafting="GB/T 1.1—2020")
    view, _ = document_view(msgspec.structs.replace(project, documents={"items-standard": changed}), "items-standard")
    assert view.foreword[0].startswith("本文件按照GB/T 1.1—2020《")
    assert "本文件由靖边县人民政府办公室提出并归口。" in view.foreword
    assert view.clauses[1].lead.startswith("下列文件中的内容通过文中的规范性引用而构成")
    assert view.annexes[0].nature == "（规范性）"
    assert view.ccs == "CCS A 00"


def test_different_proposer_and_manager():
    words = wording("GB/T 1.1—2009")
    assert foreword(Foreword("甲", "乙", (), ("张三", "李四"), ""), words)[1:] == (
        "本标准由甲提出。",
        "本标准由乙归口。",
        "本标准主要起草人：张三、李四。",
    )


def test_empty_clauses_say_so(project):
    document = project.documents["items-standard"]
    clauses = tuple(msgspec.structs.replace(clause, references=(), terms=()) for clause in document.clauses)
    changed = msgspec.structs.replace(document, clauses=clauses)
    view, _ = document_view(msgspec.structs.replace(project, documents={"items-standard": changed}), "items-standard")
    assert view.clauses[1].lead == "本文件没有规范性引用文件。"
    assert view.clauses[2].lead == "本文件没有需要界定的术语和定义。"
    assert view.clauses[0].lead == ""


def test_terms_are_numbered_in_their_clause(project):
    view, _ = document_view(project, "items-standard")
    assert [(term.number, term.term) for term in view.clauses[2].terms] == [("3.1", "公开事项")]


def test_annex_holds_the_catalog(project):
    view, refs = document_view(project, "items-standard")
    assert view.annexes[0].catalog is not None
    assert view.annexes[0].catalog.size == 6
    assert ("item", "complaints") in refs
    assert ("reference", "gbt-1-1") in refs


def test_laws_in_official_order_with_articles_and_citing(project):
    view, refs = laws_view(
        project, [("domain", "environment"), ("process", "eia-approval"), ("document", "items-standard")]
    )
    assert [(group.kind, [row.title for row in group.rows]) for group in view.groups] == [
        ("法律", ["《中华人民共和国环境影响评价法》"]),
        ("行政法规", ["《中华人民共和国政府信息公开条例》"]),
    ]
    law = view.groups[0].rows[0]
    assert law.articles == ("第二十一条", "第二十二条")
    assert [by.id for by in law.cited_by][-1] == "eia-approval"
    assert view.groups[1].rows[0].serial == 2
    assert [row.number for row in view.standards] == ["GB/T 1.1—2009"]
    assert ("law", "eia-law") in refs


def test_three_articles_in_a_row_are_told_as_a_range():
    cited = [
        parse_citation(f"《甲法》{places}")[0]
        for places in ("第七条", "第十条", "第八条第二款", "第九条", "第十二条", "第十三条")
    ]
    assert printed.articles(cited) == ("第七条至第十条", "第十二条", "第十三条")


def test_a_cited_law_says_which_text_holds_and_what_is_in_doubt(project):
    law = project.laws["eia-law"]
    amended = Revision("修正", date(2016, 7, 2), date(2016, 9, 1), "主席令第48号")
    later = Revision("修正", date(2019, 1, 2), date(2019, 1, 2), "")
    doubtful = replace(law, revisions=(amended, later), effective=None, issued="2002-10-28", unconfirmed=("issued",))
    view, _ = laws_view(replace(project, laws=project.laws | {law.id: doubtful}), [("process", "eia-approval")])
    row = view.groups[0].rows[0]
    assert (row.revised, row.effective) == ("2016年修正", "2002年10月28日")
    assert "effective" in row.unconfirmed


def test_parts_are_numbered_and_the_annex_is_not(project):
    view, _ = workbook_view(project, "environment")
    heads = [(part.heading.label, part.heading.title) for part in view.parts if hasattr(part, "heading")]
    assert heads == [
        ("第一部分", "编制说明"),
        ("第二部分", "环境保护领域公开事项标准目录"),
        ("第三部分", "领域标准"),
        ("第四部分", "公开流程"),
        ("附录", "所引依据"),
    ]
    assert view.volume == "第二分册"
    assert view.issued == "2018年12月31日"


def test_a_part_that_refers_to_nothing_is_left_out(project):
    emptied = msgspec.structs.replace(project, domains={}, documents={}, processes={})
    view, _ = workbook_view(emptied, "environment")
    assert not any(isinstance(part, CatalogPart) for part in view.parts)
    laws = next(part for part in view.parts if isinstance(part, LawsPart))
    assert laws.laws.groups == ()


def test_the_book_is_plain_values_and_knows_its_sources(project):
    view, refs = workbook_view(project, "environment")
    assert msgspec.json.decode(msgspec.json.encode(view), type=WorkbookView) == view
    assert {"project", "workbook", "domain", "item", "process", "document", "law", "reference", "body"} == {
        kind for kind, _ in refs
    }
