"""Which ``*``, ``_`` and ``~~`` are marks: the delimiter algorithm of CommonMark, with the eyes of a Chinese reader.

CommonMark asks for white space or punctuation beside the marks, as Western text has it. By its letter
``**（二）方面。**我镇`` is no emphasis and its reader would see the asterisks; authors, and the editors they write in,
mean it to be. So beside a mark only ASCII punctuation counts as punctuation. Where a full-width comma or stop shows
which way a mark cannot face (张**、李** hides two names), it does not. Three or more underscores are a blank to be
filled in, never emphasis.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

_PUNCTUATION = frozenset("!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~")
#: Nothing emphasised begins with these …
_CLOSERS = frozenset("、，。；：！？）》〉〕】」』”’…")
#: … or ends with those.
_OPENERS = frozenset("（《〈〔【「『“‘")


class Run:
    """A run of equal marks that may open or close emphasis."""

    __slots__ = ("closes", "end", "length", "mark", "opens", "start")

    def __init__(self, text: str, start: int, end: int, before: str, after: str) -> None:
        self.start = start
        """Where the marks that are still free start; the others have been matched."""
        self.end = end
        self.length = end - start
        self.mark = text[start]
        self.opens, self.closes = _faces(before, after)
        if self.mark == "_":
            inside_word = self.opens and self.closes
            if self.length > 2:
                self.opens = self.closes = False
            elif inside_word:
                self.opens, self.closes = before in _PUNCTUATION, after in _PUNCTUATION

    def opens_for(self, closer: Run) -> bool:
        """Whether *closer* closes what this run opens (CommonMark's rules 9 and 10)."""
        if self.mark != closer.mark:
            return False
        if self.mark == "~":
            return True
        if self.closes or closer.opens:
            return (self.length + closer.length) % 3 != 0 or (self.length % 3 == 0 and closer.length % 3 == 0)
        return True


def _faces(before: str, after: str) -> tuple[bool, bool]:
    """Whether a mark between two characters can open and whether it can close; "" is the end of the text."""
    space_before, space_after = not before or before.isspace(), not after or after.isspace()
    word_before = before.isascii() and not space_before and before not in _PUNCTUATION
    word_after = after.isascii() and not space_after and after not in _PUNCTUATION
    opens = not space_after and not (after in _PUNCTUATION and word_before) and after not in _CLOSERS
    closes = not space_before and not (before in _PUNCTUATION and word_after) and before not in _OPENERS
    return opens, closes


def pair(runs: Sequence[Run], hide: Callable[[int, int], None]) -> None:
    """Matches openers and closers, in time linear in their number.

    Args:
        runs: in the order of the text.
        hide: called with the place of each run of marks that was matched.
    """
    openers: list[Run] = []
    # Below these heights of the stack no opener fits a closer of the kind: looked through before, in vain.
    searched: dict[tuple[str, bool, int], int] = {}
    for run in runs:
        while run.closes and run.start < run.end:
            kind = (run.mark, run.opens, run.length % 3)
            found = _last_fitting(openers, run, searched.get(kind, 0))
            if found < 0:
                searched[kind] = len(openers)
                break
            opener = openers[found]
            del openers[found + 1 :]
            _match(opener, run, hide)
            if opener.start == opener.end:
                openers.pop()
            for other, height in searched.items():
                searched[other] = min(height, len(openers))
        if run.opens and run.start < run.end:
            openers.append(run)


def _last_fitting(openers: Sequence[Run], closer: Run, floor: int) -> int:
    for index in range(len(openers) - 1, floor - 1, -1):
        if openers[index].opens_for(closer):
            return index
    return -1


def _match(opener: Run, closer: Run, hide: Callable[[int, int], None]) -> None:
    """Takes the innermost marks of both runs: two if both have two (strong), else one."""
    count = min(2, opener.end - opener.start, closer.end - closer.start)
    opener.end -= count
    hide(opener.end, opener.end + count)
    hide(closer.start, closer.start + count)
    closer.start += count
