"""Finds patterns that take longer than anyone waits: a repetition all of whose content is itself repeated.

Of ``(a+)+`` every way to divide a run of a's is tried before it is said that there is no match. A repetition whose
content must hold something besides, as in ``(?:[^，]+，)+``, is divided in one way only.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import Any

#: A repetition that goes no further than this is harmless.
_FEW = 12

# the parser of ``re`` has no public name; a Python without it has no guard
try:
    from re import _constants, _parser  # type: ignore[attr-defined]
except ImportError:  # pragma: no cover
    _parser = None


def is_runaway(pattern: str) -> bool:
    """Whether a correct regular expression holds such a repetition."""
    return _parser is not None and _any_runaway(_parser.parse(pattern, re.MULTILINE))


def _any_runaway(items: Iterable[Any]) -> bool:
    return any(_is_runaway(operation, argument) for operation, argument in items)


def _is_runaway(operation: Any, argument: Any) -> bool:
    if operation in (_constants.MAX_REPEAT, _constants.MIN_REPEAT):
        _least, most, content = argument
        return (most > _FEW and _is_only_repeated(content)) or _any_runaway(content)
    return any(_any_runaway(content) for content in _contents(operation, argument))


def _contents(operation: Any, argument: Any) -> Sequence[Any]:
    """What stands inside groups, alternatives and looks around."""
    if operation is _constants.SUBPATTERN:
        return (argument[-1],)
    if operation is _constants.BRANCH:
        return tuple(argument[1])
    if operation in (_constants.ASSERT, _constants.ASSERT_NOT):
        return (argument[1],)
    return ()


def _is_only_repeated(content: Sequence[Any]) -> bool:
    """Whether a content may consist of one long repetition alone."""
    for at, (operation, argument) in enumerate(content):
        if any(_least_width(other) for index, other in enumerate(content) if index != at):
            continue
        if operation in (_constants.MAX_REPEAT, _constants.MIN_REPEAT) and argument[1] > _FEW:
            return True
        if operation in (_constants.SUBPATTERN, _constants.BRANCH) and any(
            map(_is_only_repeated, _contents(operation, argument))
        ):
            return True
    return False


def _least_width(item: Any) -> int:
    """The fewest characters that a part of a pattern takes."""
    operation, argument = item
    if operation in (_constants.MAX_REPEAT, _constants.MIN_REPEAT):
        return int(argument[0]) * sum(map(_least_width, argument[2]))
    if operation is _constants.SUBPATTERN:
        return sum(map(_least_width, argument[-1]))
    if operation is _constants.BRANCH:
        return min(sum(map(_least_width, branch)) for branch in argument[1])
    return int(operation in (_constants.LITERAL, _constants.NOT_LITERAL, _constants.IN, _constants.ANY))
