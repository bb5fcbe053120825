"""The faster engine prints what the engine prints."""

import weakref

import msgspec
import pytest
from test_paged_pdf import Nothing, inputs, long

from gkstd.build.groups import issued
from gkstd.render.base import Job, Target
from gkstd.render.paged import html, lean, memory, pdf, quick, write
from gkstd.render.views.issue import Issue
from gkstd.render.views.standard import standard_view

OVERRIDE = """{% extends "gkstd/paged/cover.html" %}{% block imprint %}
<div style="display: flex; width: 50%"><p style="flex: 1; padding: 2%">一</p><p style="box-sizing: border-box; width: 10mm; border: 1px solid">二</p></div>
<p style="float: left; border-radius: 2mm; border: 1px solid">三</p><p lang="en" style="letter-spacing: 1px; text-decoration: underline; font-variant-numeric: tabular-nums">Four 4</p>
<a id="here" href="#here" style="display: block; width: calc(50% - 1px)">五<i id="there">六</i></a><ol><li id="one">七</li><li>八</li></ol>
<p>{{ "a" * 3000 }}</p><p style="width: 20mm">{{ "b" * 900 }} {{ "cd-" * 400 }}</p><p>{{ "（公开" * 900 }}{{ "）" * 900 }}</p>
{% endblock %}"""


@pytest.fixture(scope="module")
def jobs(project, templates):
    """A book with a long table and a cover of another kind; a standard by itself."""
    changed = msgspec.structs.replace(templates, overrides={"paged/cover.html": OVERRIDE})
    given = inputs(long(project), changed)
    (own,) = html.render([Job(Target("html/s", "paged.html", _standard(project)))], templates)
    return [
        Job(Target("workbooks/b.pdf", "paged.pdf", Nothing()), given),
        Job(Target("standards/s.pdf", "paged.pdf", Issue("press", draft=True)), (own, *given[1:])),
    ]


def _standard(project):
    id = next(iter(project.documents))
    return issued(standard_view(project, id)[0], Issue())


def test_the_bytes_are_those_of_the_engine_itself(jobs, templates, monkeypatch):
    quickly = pdf.render(jobs, templates)
    assert [artifact.findings for artifact in quickly] == [(), ()]
    monkeypatch.setattr(quick, "ENGINE", "another")
    assert pdf.render(jobs, templates) == quickly


def test_everything_is_put_back_and_nothing_is_forgotten():
    places = quick._places()

    def found():
        return [vars(owner).get(name, lean.ABSENT) for owner, name, _, _ in places]

    before = found()
    with quick.quick():
        within = found()
    assert within == [ours for _, _, _, ours in places]
    assert found() == before == [engines for _, _, engines, _ in places]
    assert not set(map(id, before)) & set(map(id, within))


def test_pages_go_when_they_are_painted_and_need_no_collector(jobs, templates, monkeypatch):
    painted, left = weakref.WeakSet(), []
    write_all = write.write

    def watched(document):
        painted.update(box for page in document.pages for box in page._page_box.descendants(placeholders=True))
        assert len(painted) > 1000
        return write_all(document)

    monkeypatch.setattr(write, "write", watched)
    monkeypatch.setattr(memory, "give_back", lambda **_: left.append(len(painted)))
    pdf.render(jobs[:1], templates)
    assert left[-1] == 0
