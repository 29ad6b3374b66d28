"""Finds patterns that may take longer than anyone waits.

Two things make a search that goes back take for ever. Something inside a repetition may be read in two ways, as in
``(a+)+`` or ``(市|县|市县)+``: of n of them each of 2ⁿ ways is tried before it is said that there is no match. This is
decided as checkers such as recheck do: a pattern is of that kind if its automaton can leave a state, and come back to
it, on two ways that read the same. Or repetitions of nearly everything stand side by side, as in ``.*.*.*。``: of n
characters there are n³ ways to divide them.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from re import _constants, _parser  # type: ignore[attr-defined]
from typing import Any

from gxlint.toml_rules.automaton import Automaton, Item, TooLargeError, apart, contents, is_endless, samples

#: More pairs of states than these are not gone through.
_MANY = 20_000
#: Characters of which nobody makes a class of his own.
_ANYBODY = "谚麒罄"
#: So many repetitions of nearly everything are too many; the search for a place to begin counts as one.
_TOO_MANY = 3

_Pair = tuple[int, int]


def ambiguous_text(pattern: str) -> str:
    """A text that a repetition in a correct regular expression can read in two ways; empty if there is none."""
    parsed = _parser.parse(pattern, re.MULTILINE)
    for items in apart(parsed):
        try:
            text = _ambiguity(Automaton(parsed, items), samples(pattern))
        except TooLargeError:
            continue
        if text:
            return text
    return ""


def _ambiguity(automaton: Automaton, sampled: str) -> str:
    loops = _Loops(automaton, sampled)
    for state in loops.follow:
        for other in loops.follow[state]:
            if automaton.follow[state][other] > 1:
                return loops.character((state, state)) + loops.character((other, other))
    return _two_ways(loops)


class _Loops:
    """The states of an automaton that can come back to themselves."""

    def __init__(self, automaton: Automaton, sampled: str) -> None:
        reach = {state: _reached(automaton.follow, state) for state in list(automaton.follow)}
        self.follow = {
            state: [other for other in automaton.follow[state] if state in reach.get(other, ())]
            for state in reach
            if state in reach[state]
        }
        self._order = {character: (not character.isalnum(), at) for at, character in enumerate(sampled)}
        self._reads = {state: automaton.reads(state, sampled) for state in self.follow}

    def after(self, pair: _Pair) -> Iterator[_Pair]:
        """The pairs of states that two ways may come to with the same character."""
        for one in self.follow[pair[0]]:
            for other in self.follow[pair[1]]:
                if self._reads[one] & self._reads[other]:
                    yield one, other

    def character(self, pair: _Pair) -> str:
        """One that both states stand for; letters and the pattern's own come first."""
        both = self._reads[pair[0]] & self._reads[pair[1]]
        return min(both, key=self._order.__getitem__, default="")


def _reached(follow: Mapping[int, Iterable[int]], start: int) -> set[int]:
    seen: set[int] = set()
    waiting = [start]
    while waiting:
        for state in follow.get(waiting.pop(), ()):
            if state not in seen:
                seen.add(state)
                waiting.append(state)
    return seen


def _two_ways(loops: _Loops) -> str:
    """What is read on two ways that part at one state and meet again in a loop."""
    before: dict[_Pair, _Pair] = {}
    waiting: list[_Pair] = [(state, state) for state in loops.follow]
    for pair in waiting:  # grows
        for following in loops.after(pair):
            if following[0] == following[1]:
                if pair[0] != pair[1]:
                    return _read(loops, before, [pair, following])
            elif following not in before:
                before[following] = pair
                waiting.append(following)
        if len(before) > _MANY:
            break
    return ""


def _read(loops: _Loops, before: Mapping[_Pair, _Pair], way: list[_Pair]) -> str:
    while way[0] in before:
        way.insert(0, before[way[0]])
    return "".join(map(loops.character, way[1:]))


def is_spread(pattern: str) -> bool:
    """Whether too many repetitions of nearly everything stand side by side, with something behind that may fail."""
    parsed = _parser.parse(pattern, re.MULTILINE)
    broad = 1
    for item in _in_a_row(parsed):
        if is_endless(item) and _is_broad(parsed, item[1][2]):
            broad += 1
        elif not _may_be_empty(item):
            if broad >= _TOO_MANY:
                return True
            broad = 0
    return False


def _in_a_row(items: Iterable[Item]) -> Iterator[Item]:
    """The parts of a pattern without the groups around them."""
    for item in items:
        if item[0] is _constants.SUBPATTERN:
            yield from _in_a_row(item[1][-1])
        else:
            yield item


def _is_broad(parsed: Any, content: Sequence[Item]) -> bool:
    """Whether it is one character, nearly whichever."""
    automaton = Automaton(parsed, content)
    return len(content) == 1 and not automaton.follow and len(automaton.reads(0, _ANYBODY)) == len(_ANYBODY)


def _may_be_empty(item: Item) -> bool:
    operation, argument = item
    if operation in (_constants.MAX_REPEAT, _constants.MIN_REPEAT, _constants.POSSESSIVE_REPEAT) and not argument[0]:
        return True
    return any(all(map(_may_be_empty, content)) for content in contents(item))
