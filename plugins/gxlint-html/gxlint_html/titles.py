"""The title of an article among the lines of a page."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from gxlint.document import Paragraph
from gxlint.text import compiled
from gxlint_html.flow import Item
from gxlint_html.tree import Page
from gxlint_html.words import read_words

#: Names of the ``<meta>`` in which a page says what its article is called.
_META = frozenset(("articletitle", "og:title", "title"))
#: Between an article's title and the name of the site.
_SEPARATOR = r"\s*[-_|—–·]+\s*"
_SHORTEST = 6
_MOST_LINES = 4


def find_title(page: Page, above: Sequence[Item]) -> range:
    """The numbers of the lines that are the title.

    Args:
        page: says what its article is called.
        above: what stands above the first paragraph of the article.

    Returns:
        The lowest lines that together are one of the page's own titles; else the lowest headings of the first rank.
        An empty range at 0 if there is neither.
    """
    names = {_bare(name) for name in _names(page)}
    for stop in range(len(above), 0, -1):
        for start in range(stop - 1, max(-1, stop - 1 - _MOST_LINES), -1):
            words = _bare("".join(item.text for item in above[start:stop]))
            if len(words) >= _SHORTEST and words in names:
                return range(start, stop)
    ranks = [_is_first_rank(item) for item in above]
    stop = next((number for number in range(len(above), 0, -1) if ranks[number - 1]), 0)
    start = next((number for number in range(stop, 0, -1) if not ranks[number - 1]), 0)
    return range(start, stop)


def _is_first_rank(item: Item) -> bool:
    return isinstance(item.block, Paragraph) and item.block.level == 1 and not item.linked


def _names(page: Page) -> Iterator[str]:
    for meta in page.root.iter("meta"):
        if (meta.get("name") or meta.get("property") or "").lower() in _META:
            yield meta.get("content") or ""
    token = page.title()
    if token is not None:
        title = read_words(page.source, [token.span], token.span.at_start()).text
        parts = compiled(_SEPARATOR).split(title)
        yield title
        yield from parts


def _bare(words: str) -> str:
    """Words without the white space in them."""
    return "".join(words.split())
