"""Phrases judged by the words they are made of."""

from __future__ import annotations

from collections.abc import Iterable, Mapping


class Lexicon:
    """Words that a phrase may consist of, each with what it means; most mean nothing.

    Telling whether a phrase holds nothing but certain words is what keeps a reading sure. A pattern with a hundred
    alternatives would do it too, but costs more to compile than a report to lint.
    """

    __slots__ = ("_longest", "_meanings")

    def __init__(self, fillers: str, meanings: Mapping[str, str] | None = None) -> None:
        """Collect the words.

        Args:
            fillers: words that mean nothing, separated by white space.
            meanings: what the other words mean.
        """
        self._meanings = dict.fromkeys(fillers.split(), "") | dict(meanings or {})
        self._longest = max(map(len, self._meanings))

    def with_words(self, fillers: str = "", meanings: Mapping[str, str] | None = None) -> Lexicon:
        """The same lexicon and more words."""
        return Lexicon(fillers, {**self._meanings, **(meanings or {})})

    def read(self, phrase: str) -> list[str] | None:
        """What the words of a phrase mean, in order, words without meaning left out.

        Years (2024年, 2024年度) and marks of punctuation in the lexicon are words like any other. The longest word
        that fits is taken each time.

        Returns:
            ``None`` where the phrase has a word that is not in the lexicon.
        """
        found: list[str] = []
        at = 0
        while at < len(phrase):
            length = self._length(phrase, at)
            if not length:
                return None
            meaning = self._meanings.get(phrase[at : at + length], "")
            if meaning:
                found.append(meaning)
            at += length
        return found

    def covers(self, phrase: str) -> bool:
        """Whether the phrase has no other words."""
        return self.read(phrase) is not None

    def _length(self, phrase: str, at: int) -> int:
        """Length of the word at an offset; 0 if there is none."""
        for length in range(min(self._longest, len(phrase) - at), 0, -1):
            if phrase[at : at + length] in self._meanings:
                return length
        return _year_at(phrase, at)


def _year_at(phrase: str, at: int) -> int:
    if phrase[at + 4 : at + 5] == "年" and phrase[at : at + 4].isdigit():
        return 6 if phrase[at + 5 : at + 6] == "度" else 5
    return 0


def wordlist(text: str) -> tuple[str, ...]:
    """Words separated by white space: the form in which lists of them stay readable."""
    return tuple(text.split())


def has_any(text: str, candidates: Iterable[str]) -> bool:
    """Whether one of the words occurs in the text."""
    for word in candidates:  # noqa: SIM110  # a third faster than any(), and called for every figure
        if word in text:
            return True
    return False
