"""What stands in a text, so that most rules see at a glance that there is nothing for them.

In: a text and what sets a rule off. Out: yes or no. Hundreds of words are looked for, and a clean standard has few of them:
that the letters of a word do not all occur is told ten times as quickly as that the word does not.
"""

Triggers = str | tuple[str, ...]
"""Letters (a string) or words (a tuple), any of which must stand in a text for a rule to have something to find."""


class Letters:
    """A text and the set of its letters."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._letters = frozenset(text)

    def have(self, triggers: Triggers) -> bool:
        """Whether any of these stands in the text."""
        if isinstance(triggers, str):
            return not self._letters.isdisjoint(triggers)
        return any(map(self.word, triggers))

    def word(self, word: str) -> bool:
        """Whether a word stands in the text."""
        return self._letters.issuperset(word) and word in self._text
