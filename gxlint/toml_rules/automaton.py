"""A regular expression as an automaton whose states are its characters: which may follow which, and in how many ways.

That is Glushkov's construction over what Python's own parser gives. Looks around, anchors and references take no
characters; what is inside a group that is never taken apart again counts as one character.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from re import _compiler, _constants, _parser  # type: ignore[attr-defined]
from typing import Any, NamedTuple

#: A repetition that goes no further than this has an end.
FEW = 12
_REPEATS = (_constants.MAX_REPEAT, _constants.MIN_REPEAT)
_WHOLE = (_constants.ATOMIC_GROUP, _constants.POSSESSIVE_REPEAT)
_CHARACTERS = (_constants.LITERAL, _constants.NOT_LITERAL, _constants.IN, _constants.ANY)
_LOOKS = (_constants.ASSERT, _constants.ASSERT_NOT)
#: One of each sort of characters that a class may name.
_SORTS = "的a0_- \t　，。、（）？"
#: More states than these are not gone through.
_MANY = 300

#: What the parser gives: an operation and its argument.
Item = tuple[Any, Any]


class TooLargeError(Exception):
    """The pattern has more states than anyone writes."""


class _Part(NamedTuple):
    """A part of a pattern."""

    first: Counter[int]
    """The states that it may begin with, each with the number of ways."""
    last: Counter[int]
    empty: int
    """In how many ways it takes no character."""


_NOTHING = _Part(Counter(), Counter(), 1)


class Automaton:
    """The states of a parsed pattern, by number."""

    def __init__(self, parsed: Any, items: Sequence[Item]) -> None:
        """Make it.

        Args:
            parsed: the whole pattern.
            items: of it, or of a part that is matched by itself.

        Raises:
            TooLargeError: it has too many states.
        """
        self._parsed = parsed
        self._labels: list[Sequence[Item]] = []
        self.follow: defaultdict[int, Counter[int]] = defaultdict(Counter)
        """What may come behind a state, each with the number of ways."""
        self._sequence(items, repeated=False)

    def reads(self, state: int, samples: str) -> frozenset[str]:
        """The characters among some that a state stands for."""
        patterns = [_compiler.compile(_parser.SubPattern(self._parsed.state, [item])) for item in self._labels[state]]
        return frozenset(sample for sample in samples if any(pattern.fullmatch(sample) for pattern in patterns))

    def _state(self, *label: Item) -> _Part:
        if len(self._labels) >= _MANY:
            raise TooLargeError
        self._labels.append(label)
        return _Part(Counter([len(self._labels) - 1]), Counter([len(self._labels) - 1]), 0)

    def _sequence(self, items: Sequence[Item], *, repeated: bool) -> _Part:
        whole = _NOTHING
        for item in items:
            whole = self._joined(whole, self._part(item, repeated=repeated))
        return whole

    def _part(self, item: Item, *, repeated: bool) -> _Part:
        operation, argument = item
        if operation in _CHARACTERS:
            return self._state(item)
        if operation in _REPEATS:
            return self._repeat(*argument, repeated=repeated)
        if operation in _WHOLE:
            characters = list(_characters(contents(item)))
            part = self._state(*characters) if characters else _NOTHING
            may_be_empty = operation is _constants.POSSESSIVE_REPEAT and argument[0] == 0
            return part._replace(empty=1) if may_be_empty else part
        if operation in _LOOKS or not (inner := contents(item)):
            return _NOTHING
        return _either([self._sequence(content, repeated=repeated) for content in inner])

    def _repeat(self, least: int, most: int, content: Sequence[Item], *, repeated: bool) -> _Part:
        """A repetition; each time that is counted has states of its own, if it makes a difference."""
        endless = most > FEW
        needed = min(least, FEW) if repeated else min(least, 1)
        whole = _NOTHING
        for _time in range(needed - endless):
            whole = self._joined(whole, self._sequence(content, repeated=repeated))
        if endless:
            return self._joined(whole, self._loop(content, optional=not needed))
        further = _NOTHING
        for _time in range((most if repeated else min(most, 1)) - needed):
            further = _optional(self._joined(self._sequence(content, repeated=repeated), further))
        return self._joined(whole, further)

    def _loop(self, content: Sequence[Item], *, optional: bool) -> _Part:
        part = self._sequence(content, repeated=True)
        self._connect(part.last, part.first)
        return _optional(part) if optional else part

    def _joined(self, one: _Part, other: _Part) -> _Part:
        self._connect(one.last, other.first)
        first = one.first + _times(other.first, one.empty)
        return _Part(first, other.last + _times(one.last, other.empty), one.empty * other.empty)

    def _connect(self, ends: Counter[int], beginnings: Counter[int]) -> None:
        for end, ways in ends.items():
            self.follow[end].update(_times(beginnings, ways))


def contents(item: Item) -> Sequence[Sequence[Item]]:
    """What stands inside a group, alternatives, a repetition or a look around."""
    operation, argument = item
    if operation in (*_REPEATS, _constants.SUBPATTERN, _constants.POSSESSIVE_REPEAT):
        return (argument[-1],)
    if operation is _constants.BRANCH:
        return tuple(argument[1])
    if operation in _LOOKS:
        return (argument[1],)
    if operation is _constants.ATOMIC_GROUP:
        return (argument,)
    if operation is _constants.GROUPREF_EXISTS:
        return (argument[1], argument[2] or ())
    return ()


def apart(items: Sequence[Item]) -> Iterator[Sequence[Item]]:
    """The parts of a pattern that are matched by themselves, itself included."""
    yield items
    yield from _inner(items)


def _inner(items: Sequence[Item]) -> Iterator[Sequence[Item]]:
    for item in items:
        for content in contents(item):
            if item[0] in (*_LOOKS, *_WHOLE):
                yield content
            yield from _inner(content)


def is_endless(item: Item) -> bool:
    """Whether it is a repetition that may go on."""
    return item[0] in _REPEATS and item[1][1] > FEW


def samples(pattern: str) -> str:
    """Characters of every sort that a pattern may tell from others."""
    named = {chr(code) for character in pattern for code in range(ord(character) - 1, ord(character) + 2)}
    return "".join(dict.fromkeys((*pattern, *_SORTS, *sorted(named))))


def _characters(several: Sequence[Sequence[Item]]) -> Iterator[Item]:
    for items in several:
        for item in items:
            if item[0] in _CHARACTERS:
                yield item
            elif item[0] not in _LOOKS:
                yield from _characters(contents(item))


def _optional(part: _Part) -> _Part:
    return part._replace(empty=part.empty + 1)


def _either(parts: Sequence[_Part]) -> _Part:
    first: Counter[int] = Counter()
    last: Counter[int] = Counter()
    for part in parts:
        first.update(part.first)
        last.update(part.last)
    return _Part(first, last, sum(part.empty for part in parts))


def _times(states: Counter[int], ways: int) -> Counter[int]:
    return Counter({state: count * ways for state, count in states.items()}) if ways else Counter()
