"""The drafting lint: GB/T 1.1 as rules over the own standards, one file for each group of rules.

In: a context. Out: findings of the codes GK609 to GK699. A shared clause is reported at the library's place, once. What the
editor allows with `allow: {GK652: reason}` is left out, and allowances that nothing needs are reported.
"""

from collections.abc import Iterator

from gkstd.checks.base import Context
from gkstd.checks.drafting import (
    annexes,
    cover,
    definitions,
    elements,
    endings,
    figures,
    handmade,
    kinds,
    levels,
    lists,
    marks,
    naming,
    numerals,
    provisions,
    quantities,
    reference_list,
    references,
    scope,
    terms,
    typed,
    vague,
)
from gkstd.checks.drafting.allowed import Allowed, Owners
from gkstd.checks.drafting.draft import Draft
from gkstd.checks.drafting.found import Desk, Found, Rule
from gkstd.checks.drafting.letters import Letters
from gkstd.diagnostics import Diagnostic, Fix
from gkstd.model.prose.passages import Place
from gkstd.text import Span

RULES: tuple[Rule, ...] = (
    elements.missing_element,
    elements.element_order,
    elements.element_title,
    elements.unnumbered_element,
    elements.repeated_element,
    scope.scope_statement,
    scope.scope_verb,
    levels.too_deep,
    levels.hanging_paragraph,
    levels.single_subclause,
    levels.mixed_titles,
    levels.same_titles,
    levels.untitled_chapter,
    references.references_cited,
    references.cited_informatively,
    references.citations_listed,
    references.dated_clauses,
    references.citation_dates,
    references.other_edition,
    references.later_references,
    reference_list.reference_order,
    reference_list.listed_twice,
    reference_list.both_lists,
    reference_list.bibliography,
    reference_list.term_sources,
    provisions.modal_words,
    provisions.permission_words,
    provisions.misplaced,
    provisions.mixed_modals,
    provisions.double_negation,
    vague.vague_words,
    kinds.specification_verified,
    kinds.procedure_traced,
    figures.figure_mentions,
    figures.untitled,
    annexes.annex_mentions,
    annexes.annex_nature,
    typed.typed_numbers,
    handmade.relative_mentions,
    handmade.typed_markers,
    handmade.typed_labels,
    terms.defined_once,
    terms.terms_used,
    terms.english,
    definitions.definition_end,
    definitions.definition_form,
    definitions.definition_sentences,
    definitions.defined_again,
    lists.lists,
    marks.marks,
    numerals.ranges,
    numerals.standard_numbers,
    numerals.figures,
    numerals.unit_space,
    quantities.quantities,
    endings.sentence_ends,
    endings.title_marks,
    endings.headings,
    endings.foreword,
    endings.fixed_leads,
    naming.cover_elements,
    naming.title_form,
    naming.empty_clauses,
    naming.bare_laws,
    cover.class_forms,
    cover.dates,
)


def drafting_rules(ctx: Context) -> Iterator[Diagnostic]:
    """The findings of all rules over all own standards, less what is allowed; then allowances that are wrong or unused."""
    allowed = Allowed(ctx)
    desks = [Desk(Draft(document), ctx.project) for document in ctx.project.documents.values()]
    letters = Letters("\n".join([desk.draft.text for desk in desks]))
    spoken = Letters("\n".join([desk.draft.words for desk in desks]))
    for desk in desks:
        desk.draft.letters, desk.draft.spoken = letters, spoken
        owners = Owners(desk.draft.document)
        for rule in RULES:
            for found in rule(desk):
                if not allowed.takes(found, owners):
                    yield diagnostic(ctx, found)
    yield from allowed.wrong()


def diagnostic(ctx: Context, found: Found) -> Diagnostic:
    """A finding at its place in the source."""
    labels = tuple([(_span(ctx, place, None), text) for place, text in found.others])
    span = _span(ctx, found.place, found.within)
    fixes = tuple([Fix(_span(ctx, found.place, mend.within), mend.old, mend.new) for mend in found.mends])
    values = dict(found.values)
    return found.code.at(span, labels=labels, hints=found.hints, severity=found.severity, fixes=fixes, **values)


def _span(ctx: Context, place: Place, within: tuple[int, int] | None) -> Span:
    return ctx.places.span(place.kind, place.id, *place.path, within=within)
