"""What single pages say."""

import json
import subprocess
import sys
from datetime import date

import pytest
from msgspec.structs import replace
from site_helpers import CHART, Build, Parsed, job

from gkstd.model.project import Project
from gkstd.model.register import Synonym
from gkstd.model.values.level import Level
from gkstd.render.site import renderer
from gkstd.render.site.pages import pages
from gkstd.render.templates import TemplateSet

FIRST = "items/610824-HB-2018-0001.html"


def links(page: Parsed) -> list[str]:
    return [attrs["href"] for attrs in page.all("a")]


def test_item_page_leads_to_all_it_names(parsed: dict[str, Parsed]) -> None:
    found = links(parsed[FIRST])
    assert {
        "../domains/environment.html", "../domains/environment/eia.html", "../laws/eia-law.html",
        "../bodies/county-environment-bureau.html", "../processes/eia-approval.html",
        "../processes/eia-approval.html#step-accept", "../standards/items-standard.html",
    } <= set(found)  # fmt: skip


def test_neighbours_stay_within_the_category(parsed: dict[str, Parsed]) -> None:
    turns = {
        serial: {
            a["rel"]: a["href"][-9:-5] for a in parsed[f"items/610824-HB-2018-000{serial}.html"].all("a") if "rel" in a
        }
        for serial in (1, 2, 3, 4)
    }
    assert turns == {1: {"next": "0002"}, 2: {"prev": "0001", "next": "0003"}, 3: {"prev": "0002"}, 4: {"next": "0005"}}


def test_breadcrumbs_end_at_the_page(parsed: dict[str, Parsed]) -> None:
    text = parsed[FIRST].text
    way = ["首页", "›"]
    assert way[0] in text
    assert [a.get("aria-current") for a in parsed[FIRST].all("span") if "aria-current" in a] == ["page"]
    assert "当前位置：\n首页\n公开目录\n环境保护\n建设项目环境影响评价\n环评文件受理情况" in text


def test_on_request_item_names_its_group(parsed: dict[str, Parsed]) -> None:
    text = parsed["items/610824-HB-2018-0006.html"].text
    assert "特定群体：信访人" in text and "依申请公开" in text and "其他：当面或邮寄" in text


def test_law_that_has_ended_says_so_and_leads_on(build: Build, project: Project) -> None:
    old = replace(project.laws["eia-law"], repealed=date(2018, 6, 1), successors=("disclosure-regulation",))
    files = build(replace(project, laws={**project.laws, "eia-law": old}))
    page = Parsed(files[FIRST].decode())
    assert "自2018年6月1日起废止或被代替" in page.text
    assert "../laws/disclosure-regulation.html" in links(page)
    assert "自2018年6月1日起废止或被代替" in Parsed(files["laws/eia-law.html"].decode()).text


def test_law_lists_its_items_with_articles(parsed: dict[str, Parsed]) -> None:
    page = parsed["laws/eia-law.html"]
    assert page.text.count("第二十一条") == 6
    assert {f"../items/610824-HB-2018-000{serial}.html" for serial in range(1, 7)} <= set(links(page))


def test_clause_anchors_stay_when_clauses_are_renumbered(build: Build, project: Project) -> None:
    document = project.documents["items-standard"]
    moved = replace(document, clauses=tuple([replace(c, number=f"9{c.number}") for c in reversed(document.clauses)]))
    page = Parsed(build(replace(project, documents={document.id: moved}))["standards/items-standard.html"].decode())
    anchors = {"clause-c1", "clause-c2", "clause-c3", "clause-c4", "clause-c4_2e_1", "clause-c4_2e_2", "annex-table"}
    assert anchors <= set(page.ids)
    assert "94" in page.pieces


def test_process_page_has_chart_and_the_same_in_words(parsed: dict[str, Parsed], site: dict[str, bytes]) -> None:
    page = parsed["processes/eia-approval.html"]
    (chart,) = [a for a in page.all("img") if a["src"].endswith(".svg") and a["alt"]]
    assert chart["src"] == "../processes/eia-approval.svg" and "流程步骤" in chart["alt"]
    assert site["processes/eia-approval.svg"] == CHART
    assert "processes/eia-approval.png" not in site
    assert [id for id in page.ids if id.startswith("step-")] == [
        "step-apply",
        "step-complete",
        "step-accept",
        "step-decide",
    ]
    assert {"#step-accept", "#step-apply"} <= set(links(page))


def test_items_of_one_title_have_titles_of_their_own(build: Build, project: Project) -> None:
    items = {id: replace(item, title="行政处罚决定", index="") for id, item in project.items.items()}
    titles = [Parsed(d.decode()).title for p, d in build(replace(project, items=items)).items() if p.endswith(".html")]
    assert len(set(titles)) == len(titles)


def test_batches_do_not_change_bytes(project: Project, templates: TemplateSet) -> None:
    jobs = [job(page) for page in pages(project)]
    together = renderer.render(jobs, templates)
    assert together == [artifact for one in jobs for artifact in renderer.render([one], templates)]
    assert [artifact.target for artifact in together] == [one.target.name for one in jobs]


def test_a_project_can_change_a_block_and_it_is_recorded(project: Project, templates: TemplateSet) -> None:
    own = '{% extends "gkstd/site/about.html" %}{% block main %}<h1>本县</h1>{% endblock %}'
    changed = TemplateSet(templates.stock, {"site/about.html": own})
    (about,) = renderer.render([job(page) for page in pages(project) if page.path == "about.html"], changed)
    assert "<h1>本县</h1>" in about.outputs[0].data.decode()
    reads = dict(about.reads)
    assert reads["project:site/about.html"] == changed.lookup("project:site/about.html")
    assert reads["project:site/base.html"] is None and reads["gkstd:site/base.html"]


@pytest.mark.parametrize(
    "own", ["{% block main %}", "{{ view.nothing }}", "{{ 1 / 0 }}", "{{ ''.__class__ }}", "{{ [].append(1) }}"]
)
def test_a_wrong_template_is_a_finding(own: str, project: Project, templates: TemplateSet) -> None:
    changed = TemplateSet(templates.stock, {"site/about.html": own})
    jobs = [job(page) for page in pages(project) if page.path in ("about.html", "index.html")]
    home, about = renderer.render(jobs, changed)
    assert home.outputs and not home.findings
    assert about.outputs == () and dict(about.findings[0].values)["template"].startswith("templates/site/about.html:1")


def test_a_changed_note_reaches_only_what_shows_it(project: Project) -> None:
    item = project.items["air-quality"]
    changed = replace(project, items={**project.items, item.id: replace(item, note="逐月更新")})
    before, after = ({page.path: page for page in pages(edition)} for edition in (project, changed))
    assert {path for path in before if before[path] != after[path]} == {
        "items/610824-HB-2018-0004.html",
        "domains/environment.html",
        "standards/items-standard.html",
        "search/index.js",  # its list of characters
        "search/text-0.js",
    }


def test_planning_loads_no_engine() -> None:
    code = "import sys, gkstd.render.site.pages, gkstd.render.data.table; print(*sorted(sys.modules))"
    loaded = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout.split()
    assert "gkstd.render.site.pages" in loaded
    assert not {"jinja2", "markupsafe", "markdown_it", "weasyprint", "graphviz", "opencc", "pypinyin"} & set(loaded)


def test_what_is_to_be_confirmed_is_said_in_chinese(build: Build, project: Project) -> None:
    item = replace(project.items["air-quality"], unconfirmed=("limit", "body", "bodies", "centre"))
    page = Parsed(
        build(replace(project, items={**project.items, item.id: item}))["items/610824-HB-2018-0004.html"].decode()
    )
    assert "：本页公开时限、公开主体、其他内容尚未核实，使用前请与正式文本核对。" in page.pieces


def test_lists_mark_what_is_to_be_confirmed(build: Build, project: Project) -> None:
    document = replace(next(iter(project.documents.values())), unconfirmed=("number",))
    process = replace(next(iter(project.processes.values())), unconfirmed=("steps",))
    made = build(replace(project, documents={document.id: document}, processes={process.id: process}))
    mark = '<sup class="pending">待核</sup>'
    assert f"{document.number}</span>{mark}" in made["standards/index.html"].decode()
    assert f"流程步骤{mark}" in made[f"processes/{process.id}.html"].decode()
    assert mark not in made["processes/index.html"].decode(), "the promise is not doubted"


def test_a_step_is_marked_at_the_limit_it_doubts(build: Build, project: Project) -> None:
    process = project.processes["eia-approval"]
    timed = next(step for step in process.steps if step.limit)
    steps = tuple([replace(step, unconfirmed=("limit",)) if step is timed else step for step in process.steps])
    made = build(replace(project, processes={process.id: replace(process, steps=steps)}))
    text = made[f"processes/{process.id}.html"].decode()
    assert text.count('<sup class="pending">') == 1
    assert f'<span>{timed.limit_text}<sup class="pending">待核</sup></span>' in text
    assert "：本页部分步骤的时限尚未核实，使用前请与正式文本核对。" in Parsed(text).pieces


def test_participants_are_listed_after_authorities(build: Build, project: Project) -> None:
    (county,) = project.bodies.values()
    others = [
        replace(county, id="applicant", name="申请人", kind="参与方"),
        replace(county, id="village", name="村民委员会", level=Level.VILLAGE),
        county,
    ]
    page = Parsed(build(replace(project, bodies={body.id: body for body in others}))["bodies/index.html"].decode())
    text = page.text
    order = [
        text.index(word)
        for word in ("县级公开主体", "靖边县环境保护局", "其他机构", "村民委员会", "流程参与方", "申请人")
    ]
    assert order == sorted(order)


def test_names_that_stand_for_each_other(build: Build, project: Project) -> None:
    """Short forms of the register, names and aliases of bodies and laws."""
    (body,) = project.bodies.values()
    changed = replace(
        project,
        bodies={body.id: replace(body, aliases=("县环保局",))},
        synonyms={"环境影响评价": Synonym("环境影响评价", ("环评",))},
    )
    script = build(changed)["search/index.js"].decode()
    same = json.loads(script.removeprefix("gkstd.index(").removesuffix(");\n"))["same"]
    assert same == [["环境影响评价", "环评"], [body.name, "县环保局"]]


def test_an_item_of_the_third_level_says_what_it_belongs_to(build: Build, project: Project) -> None:
    items = dict(project.items)
    items["eia-acceptance"] = replace(items["eia-acceptance"], parent="环评审批信息")
    files = build(replace(project, items=items))
    page = Parsed(files["items/610824-HB-2018-0001.html"].decode())
    assert page.pieces[page.pieces.index("二级事项") + 1] == "环评审批信息"
    table = Parsed(files["domains/environment.html"].decode())
    assert (table.broken, table.open) == ([], [])
    matter, third = [next(a for a in table.all("th") if a.get("id") == id) for id in ("h-matter", "h-third")]
    assert (matter["colspan"], third["headers"]) == ("3", "h-matter")
    heads = {a["id"]: a for a in table.all("th") if a.get("scope") == "row"}
    assert "h-third" in heads["row-1"]["headers"] and "colspan" not in heads["row-1"]
    assert "h-item" in heads["row-2"]["headers"] and heads["row-2"]["colspan"] == "2"
    assert next(a["headers"] for a in table.all("td") if a["class"] == "c-parent").startswith("h-item ")
