"""The page of the standard system: a list in lists, tables with heads, every standard a link that leads somewhere."""

import re
from pathlib import Path

from gkstd.render.base import Job, Target
from gkstd.render.site import renderer
from gkstd.render.site.pages import pages
from gkstd.source.load import load

ROOT = Path(__file__).parents[4]


def test_the_tree_and_the_tables(templates):
    project = load(ROOT).project
    shown = {page.path: page for page in pages(project)}
    wanted = [shown["standard-system.html"], shown["standards/index.html"]]
    made = renderer.render([Job(Target(f"site/{page.path}", "site", page)) for page in wanted], templates)
    text, index = (artifact.outputs[0].data.decode() for artifact in made)
    assert 'href="../standard-system.html"' in index
    tree = text[text.index('<div class="system">') : text.index('id="details"')]
    assert tree.count("<ul") == tree.count("</ul>") > 9
    links = re.findall(r'<li><a href="([^"]+)">', tree)
    assert len(links) == len(set(links)) == 62
    for link in links:
        path, _, anchor = link.partition("#")
        assert path in shown
        assert not anchor or f'id="{anchor}"' in index
    assert text.count("<caption>") == 3
    assert text.count('<th scope="col">') == 8 + 4 + 4
