"""Computed styles, each made once and only when asked for.

In: a document and its sheets, as the engine hands them over. Out: what `weasyprint.css.StyleFor` gives. The engine makes seven
styles for the parts of an element that hardly any element has (`::footnote-call` and such), and a style of its own for each
element with an id, and with it for all below. Here a part gets its style when a box asks for it, and equal elements below
equal parents share one. Half of the memory of a book was these styles. Tied to one version of the engine (`quick`).
"""

from collections.abc import Iterator, Mapping
from functools import cached_property
from math import inf
from typing import Any

from weasyprint import css

Cascade = dict[str, tuple[Any, Any]]
"""Name of a property → its value and the weight of its declaration."""
_ANCHOR, _SVG = "anchor", "{http://www.w3.org/2000/svg}svg"


class Styles(css.StyleFor):  # type: ignore[misc]
    """In the place of the engine's `StyleFor`, with its attributes and methods as other modules of it use them."""

    def __init__(
        self, html: Any, sheets: Any, presentational_hints: bool, font_config: Any, target_collector: Any
    ) -> None:
        self._cascaded_styles: dict[tuple[Any, Any], Cascade] = {}
        self._computed_styles: dict[tuple[Any, Any], Any] = {}
        self.initial_page_sizes = {"box": None, "area": None}
        self._sheets, self.font_config = sheets, font_config
        self._html, self._collector = html, target_collector
        self._parts: dict[Any, dict[str, list[Any]]] = {}
        self._same: dict[tuple[Any, ...], dict[str, list[Any]]] = {}
        self._shared: dict[tuple[Any, ...], Any] = {}
        self._pages: dict[tuple[Any, ...], dict[Any, Any]] = {}
        own = _own(html, presentational_hints)
        for wrapped in html.wrapper_element.iter_subtree():
            self._add(wrapped, own.get(wrapped.etree_element, ()))

    def __call__(self, element: Any, pseudo_type: str | None = None) -> Any:
        """The style of an element or of a part of it, None where no rule is for the part."""
        if pseudo_type and (element, pseudo_type) not in self._computed_styles:
            rules = self._parts.get(element, {}).get(pseudo_type)
            if rules is None:
                return None
            self._computed_styles[element, pseudo_type] = self._of_part(element, pseudo_type, rules)
        return super().__call__(element, pseudo_type)

    def page(self, page_type: Any) -> None:
        """The styles of a page and its margins; pages for which the same rules are share them."""
        rules = tuple(
            [rule for rule, selector in enumerate(self._selectors) if self._page_type_match(selector, page_type)]
        )
        if rules not in self._pages:
            self._cascaded_styles.clear()
            self.add_page_declarations(page_type)
            root = self._html.etree_element
            self.set_computed_styles(page_type, root=root, parent=root, base_url=self._html.base_url)
            for _, part in list(self._cascaded_styles):
                if part:
                    self.set_computed_styles(
                        page_type, pseudo_type=part, root=root, parent=page_type, base_url=self._html.base_url
                    )
            parts = [part for _, part in self._cascaded_styles if part]
            self._pages[rules] = {part: self._computed_styles[page_type, part] for part in (None, *parts)}
            self._cascaded_styles.clear()
        for part, style in self._pages[rules].items():
            self._computed_styles[page_type, part] = style

    @cached_property
    def _selectors(self) -> list[Any]:
        """What each rule for pages is for."""
        return [
            selector[2]
            for sheet, _, _ in self._sheets
            for _, selectors, _ in sheet.page_rules
            for selector in selectors
        ]

    def _add(self, wrapped: Any, own: tuple[Any, ...]) -> None:
        """Find the rules of an element and its parts; make its style, or take that of its equal."""
        element = wrapped.etree_element
        rules: list[Any] = []
        parts: dict[str, list[Any]] = {}
        for sheet, origin, sheet_specificity in self._sheets:
            for specificity, _, part, (declarations, layer) in sheet.matcher.match(wrapped):
                order = inf if layer is None else sheet.layers.index(layer)
                rule = (origin, order, sheet_specificity or specificity, declarations)
                (parts.setdefault(part, []) if part else rules).append(rule)
        if parts:
            same = tuple([(part, *_named(of_part)) for part, of_part in parts.items()])
            self._parts[element] = self._same.setdefault(same, parts)
        parent = self._computed_styles[wrapped.parent.etree_element, None] if wrapped.parent else None
        inherited = getattr(parent, "twin", parent)
        key = (id(inherited), _key(element), *_named(rules))
        style = self._shared.get(key)
        anchor = next((value for name, value, _ in own if name == _ANCHOR), None)
        if style is None:
            cascaded = _cascade([declaration for declaration in own if declaration[0] != _ANCHOR], rules)
            style = self._shared[key] = self._style(inherited, cascaded, None)
        if anchor is not None:
            style = _Anchored(style, anchor)
        self._computed_styles[element, None] = style
        if self._collector and style[_ANCHOR]:
            self._collector.collect_anchor(style[_ANCHOR])

    def _of_part(self, element: Any, part: str, rules: list[Any]) -> Any:
        parent = self._computed_styles[element, None]
        inherited = getattr(parent, "twin", parent)
        key = (id(inherited), part, *_named(rules))
        if key not in self._shared:
            self._shared[key] = self._style(inherited, _cascade((), rules), part)
        return self._shared[key]

    def _style(self, parent: Any, cascaded: Cascade, part: str | None) -> Any:
        root = (
            self._computed_styles[self._html.etree_element, None]
            if parent is not None
            else css.InitialStyle(self.font_config)
        )
        return css.ComputedStyle(
            parent, cascaded, part, root, self._html.base_url, self.font_config, self.initial_page_sizes
        )


class _Anchored(css.ComputedStyle):  # type: ignore[misc]
    """The style of an element with an id: its twin's, which is what its children inherit from, and the name of the place."""

    def __init__(self, twin: Any, anchor: Any) -> None:
        super().__init__(
            twin.parent_style,
            twin.cascaded,
            twin.pseudo_type,
            twin.root_style,
            twin.base_url,
            twin.font_config,
            twin.initial_page_sizes,
        )
        self.twin, self.is_root_element = twin, twin.is_root_element
        self[_ANCHOR] = anchor

    @property
    def anonymous_style(self) -> Any:
        """What boxes without an element inherit."""
        return self.twin.anonymous_style

    def copy(self) -> Any:
        """A style that can be changed."""
        copy = _Anchored(self.twin, self[_ANCHOR])
        copy.update(self)
        copy.specified = self.specified.copy()
        return copy

    def __missing__(self, key: str) -> Any:
        value = self[key] = self.twin[key]
        return value


def page_styles(page_type: Any, html: Any, style_for: Styles) -> None:  # noqa: ARG001 - the engine's signature
    """In the place of `layout.page.set_page_type_computed_styles`."""
    style_for.page(page_type)


def _own(html: Any, presentational_hints: bool) -> Mapping[Any, tuple[Any, ...]]:
    """Element → (property, value, weight) of what stands in its attributes."""
    found: dict[Any, list[Any]] = {}
    for specificity, element, declarations, base_url in css.find_style_attributes(
        html.etree_element, presentational_hints, html.base_url
    ):
        for name, value, importance in css.preprocess_declarations(base_url, declarations):
            weight = (css.declaration_precedence("author", importance), inf, specificity)
            found.setdefault(element, []).append((name, value, weight))
    return {element: tuple(declared) for element, declared in found.items()}


def _key(element: Any) -> tuple[Any, ...]:
    """What of its attributes decides the style of an element besides the sheets, its id left out."""
    sizes = (element.get("width"), element.get("height")) if element.tag == _SVG else ()
    return (element.get("style"), element.get("lang"), *sizes)


def _named(rules: list[Any]) -> list[tuple[Any, ...]]:
    """The rules by what tells them apart."""
    return [(order, specificity, id(declarations)) for _, order, specificity, declarations in rules]


def _cascade(own: Iterator[Any] | Any, rules: list[Any]) -> Cascade:
    """The declarations that win, weighed as the engine weighs them."""
    cascaded: Cascade = {}
    weighed = [*own]
    for origin, order, specificity, declarations in rules:
        for name, value, importance in declarations:
            weighed.append((name, value, (css.declaration_precedence(origin, importance), order, specificity)))
    for name, value, weight in weighed:
        before = cascaded.get(name)
        if before is None or before[1] <= weight:
            cascaded[name] = value, weight
    return cascaded
