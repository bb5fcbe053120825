"""What stands in the standards, found out once, so that most rules see at a glance that there is nothing for them.

In: a text and what sets a rule off. Out: yes or no. The rules look for hundreds of letters and words of which a clean edition
has few; to ask for each of them in each standard takes longer than all other work of the lint.
"""

Triggers = str | tuple[str, ...]
"""Letters (a string) or words (a tuple), any of which must stand in a text for a rule to have something to find."""


class Letters:
    """A text, and what has been asked about it."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._known: dict[str, bool] = {}
        self._told: dict[Triggers, bool] = {}

    def have(self, triggers: Triggers) -> bool:
        """Whether any of these stands in the text."""
        told = self._told.get(triggers)
        if told is None:
            told = self._told[triggers] = any(map(self.word, triggers))
        return told

    def word(self, word: str) -> bool:
        """Whether a word stands in the text; that one of its letters does not, or its end, is told more quickly."""
        known = self._known.get(word)
        if known is None:
            known = self._known[word] = self._parts(word) and word in self._text
        return known

    def _parts(self, word: str) -> bool:
        return self.word(word[-4:]) if len(word) > 4 else len(word) < 2 or all(map(self.word, word))
