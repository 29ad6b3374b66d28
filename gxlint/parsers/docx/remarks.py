"""Comments of a Word file: what they say and the words they are about."""

from __future__ import annotations

from xml.etree.ElementTree import Element

from gxlint.document import Comment
from gxlint.parsers.docx.fold import text_of
from gxlint.parsers.docx.names import BREAK, COMMENT_END, COMMENT_REFERENCE, COMMENT_START, ID, PARAGRAPH
from gxlint.parsers.docx.xml import Part
from gxlint.text import Span

#: What marks the place of a comment.
COMMENT_MARKS = frozenset((COMMENT_START, COMMENT_END, COMMENT_REFERENCE))


class Remarks:
    """Collects the places of comments while the text is written."""

    def __init__(self) -> None:
        self._places: dict[str, dict[str, int]] = {}

    def mark(self, element: Element, at: int) -> None:
        """Note that a range starts or ends, or a comment hangs, at the place *at* of the text."""
        self._places.setdefault(element.get(ID, ""), {}).setdefault(element.tag, at)

    def __bool__(self) -> bool:
        """Whether any comment has a place."""
        return bool(self._places)

    def comments(self, part: Part | None, text: str) -> list[Comment]:
        """The comments of the comments part that have a place in *text*, in order."""
        found: list[Comment] = []
        for element in part.root.iterfind("{w}comment") if part else ():
            places = self._places.get(element.get(ID, ""))
            if places is not None:
                scope = _scope(places, text)
                found.append(Comment(scope, _words(element), scope))
        return sorted(found, key=lambda comment: comment.span)


def _scope(places: dict[str, int], text: str) -> Span:
    """The commented words without white space and separators at their ends; or the place where the comment hangs."""
    hangs = places.get(COMMENT_REFERENCE, next(iter(places.values())))
    start = places.get(COMMENT_START, hangs)
    end = max(start, places.get(COMMENT_END, hangs))
    words = text[start:end]
    if not words.strip():
        return Span(start, start)
    return Span(start + len(words) - len(words.lstrip()), start + len(words.rstrip()))


def _words(comment: Element) -> str:
    """A comment's text, one line a paragraph."""
    return "\n".join([_line(paragraph) for paragraph in comment.iter(PARAGRAPH)]).strip()


def _line(paragraph: Element) -> str:
    return "".join(["\n" if node.tag == BREAK else text_of(node) for node in paragraph.iter()])
