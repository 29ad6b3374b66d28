"""Matching printed labels with those of the form: exact first, whatever happened to spaces, width and punctuation."""

from __future__ import annotations

import unicodedata
from functools import cache, cached_property, lru_cache
from typing import NamedTuple

from gxlint.form.layout import Row, TableForm
from gxlint.text import Pattern

#: Rows of a table that are sums of groups, which some bodies add; they are no rows of the form.
SUBTOTALS = ("小计", "合计")
#: A text less like a label than this is something else.
LIKE = 0.6
_NOISE = Pattern(r"[\W_]+")
_NUMERALS = "一二三四五六七八九十"
_NUMBER = Pattern(rf"(?:\d+|[{_NUMERALS}]+)(?=\D)")


@lru_cache(maxsize=4096)
def _normal(text: str) -> str:
    return _NOISE.sub("", unicodedata.normalize("NFKC", text))


def normal(text: str) -> str:
    """A label without spaces and punctuation, in compatibility form: （一） 予以 公开 becomes 一予以公开."""
    return text if text.isascii() and text.isalnum() else _normal(text[:120])


@lru_cache(maxsize=4096)
def core(text: str) -> str:
    """A normal label without its leading number: 1属于国家秘密 becomes 属于国家秘密."""
    if not text or not (text[0] in _NUMERALS or text[0].isdecimal()):
        return text
    match = _NUMBER.match(text)
    return text[match.end() :] if match else text


def bears_number(text: str, official: str) -> bool:
    """Whether a normal text begins with the number of an official label: 4属于商业秘密 for 4保护第三方合法权益."""
    bare = core(text)
    return bare != text and text.removesuffix(bare) == official.removesuffix(core(official))


class RowLabel(NamedTuple):
    """A row of the form with its label in comparable shape."""

    row: Row
    normal: str
    core: str
    full: str
    """Everything that may be printed to the left of the figures, outermost group first."""


class Labels:
    """The labels of one official table, ready for looking up."""

    def __init__(self, form: TableForm) -> None:
        self.form = form

    @cached_property
    def widths(self) -> tuple[int, ...]:
        """How many figures its lines have, from the fewest to the most."""
        widths = sorted({len(row.columns) for row in self.form.rows})
        return (*widths, sum([len(row.columns) for row in self.form.rows])) if self.form.side_by_side else tuple(widths)

    @cached_property
    def rows(self) -> tuple[RowLabel, ...]:
        """All rows in order."""
        return tuple(
            [
                RowLabel(row, label := normal(row.label), core(label), "".join(map(normal, row.groups)) + label)
                for row in self.form.rows
            ]
        )

    @cached_property
    def columns(self) -> dict[str, str]:
        """Normal label of a column to its key."""
        return {normal(column.label): column.key for column in self.form.columns}

    @cached_property
    def row_names(self) -> frozenset[str]:
        """Normal and numberless labels of rows and of the groups that they stand under."""
        groups = {normal(group) for row in self.form.rows for group in row.groups}
        labels = {label.normal for label in self.rows} | groups
        return frozenset(labels | {core(label) for label in labels})

    @cached_property
    def names(self) -> frozenset[str]:
        """Everything printed in the table, normal and without numbers."""
        return self.row_names | frozenset(self.columns) | {normal(text) for text in self.form.furniture}

    @cached_property
    def distinctive(self) -> frozenset[str]:
        """Labels long enough to tell this table from others."""
        return frozenset(name for name in self.names if len(name) >= 4)

    def knows(self, text: str) -> bool:
        """Whether a normal text is a label of this table."""
        return text in self.names or core(text) in self.names

    def is_fragment(self, text: str) -> bool:
        """Whether a normal text is a piece of a label, as page breaks and split cells leave them."""
        return any(text in name for name in self.names)

    def resembles(self, text: str) -> bool:
        """Whether a normal text looks like a label that somebody reworded: 社会组织 for 社会公益组织."""
        bare = core(text)
        return len(bare) >= 3 and any(similarity(bare, name) >= LIKE for name in self.names if len(name) >= 4)

    def row_at_end(self, text: str) -> RowLabel | None:
        """The row whose label a normal text is or ends in; the longest label wins.

        A label that lost its number counts if it is long enough not to be mistaken.
        """
        exact = self._exact.get(text)
        if exact is not None:
            return exact
        if text[-1:] not in self._last:
            return None
        size = len(text)
        for length in self._lengths:
            if length < size and (label := self._endings.get(text[-length:])) is not None:
                return label
        return None

    @cached_property
    def _exact(self) -> dict[str, RowLabel]:
        named = {label.core: label for label in reversed(self.rows)}
        return named | {label.normal: label for label in self.rows}

    @cached_property
    def _endings(self) -> dict[str, RowLabel]:
        named = {label.core: label for label in self.rows if len(label.core) >= 4}
        return named | {label.normal: label for label in self.rows if len(label.normal) >= 3}

    @cached_property
    def _last(self) -> frozenset[str]:
        """The characters that the endings end in."""
        return frozenset(name[-1] for name in self._endings)

    @cached_property
    def _lengths(self) -> list[int]:
        """Lengths of the endings, longest first."""
        return sorted({len(name) for name in self._endings}, reverse=True)


@lru_cache(maxsize=2048)
def similarity(written: str, official: str, least: float = 0.5) -> float:
    """How alike two normal labels are, 0 to 1; a piece of the official label is quite like it.

    Below *least* it is only known that they are no more alike than that.
    """
    if not written or not official:
        return 0.0
    if written in official:
        return 0.6 + 0.4 * len(written) / len(official)
    at_most = 2 * sum([char in official for char in written]) / (len(written) + len(official))
    if at_most < least:
        return at_most
    from difflib import SequenceMatcher  # a draft whose labels are all right does not need it

    return SequenceMatcher(None, written, official, autojunk=False).ratio()


@cache
def labels_of(form: TableForm) -> Labels:
    """The labels of a table, computed once for each form."""
    return Labels(form)
