"""GK683: words in requirements that leave open what is required (GB/T 1.1—2020, 4.2 and 9.1)."""

from collections.abc import Iterator

from gkstd.checks.drafting import words
from gkstd.checks.drafting.desk import Desk, at
from gkstd.checks.drafting.found import Found
from gkstd.diagnostics.codes import lint_text

KINDS = ("paragraph", "item")


def vague_words(desk: Desk) -> Iterator[Found]:
    """Vague words in sentences that require or recommend something; 大约, 酌情 and the like in all."""
    for run, hit in desk.draft.find(words.VAGUE_WORD, words.VAGUE_WORDS):
        if run.kind not in KINDS or not desk.draft.passage(run).normative:
            continue
        sentence = desk.draft.sentence(run, hit.start())
        if hit[0] in words.ALWAYS_VAGUE or words.REQUIREMENT.search(sentence) or words.RECOMMENDATION.search(sentence):
            yield at(desk, lint_text.VAGUE, run, *hit.span(), word=hit[0])
