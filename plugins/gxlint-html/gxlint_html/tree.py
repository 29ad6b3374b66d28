"""The tree of a page, as lxml mends it, with the way back to the source."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from lxml import etree

from gxlint.parsers.base import UnreadableError
from gxlint.text import Span, compiled
from gxlint_html.tokens import Kind, Token, tokenize

#: Stands in the tree for a text of the page; its attribute is the token's number.
TEXT = "gxtext"
#: On every element that the page has a tag for: that tag's number.
_NUMBER = "gxnumber"

#: What stands behind the end of these belongs to them all the same.
_NEVER_CLOSED = ("html", "body")
#: White space that a browser closes up, or a reference to some.
_BLANK = r"(?:[ \t\r\n\f]|&(?:nbsp|ensp|emsp|thinsp|#160|#xa0);)+"

Element = etree._Element


class Page:
    """A page: its source, its tokens, and the tree of them."""

    def __init__(self, source: str) -> None:
        self.source = source
        self.tokens: Sequence[Token] = tuple(tokenize(source))
        self._last = 0
        parser = etree.HTMLParser(encoding="utf-8", huge_tree=True, remove_comments=True, remove_pis=True)
        root = etree.fromstring("".join(self._marked()).encode("utf-8", "replace"), parser)
        self.root: Element = root if root is not None else etree.Element("html")
        self.elements: Sequence[Element] = tuple(self.root.iter(etree.Element))
        """All of them, in the order of the page; being held here they stay the same objects."""
        self._refuse_cut()

    def _refuse_cut(self) -> None:
        """Libxml2 silently leaves out what is nested too deeply."""
        last = next((element for element in reversed(self.elements) if element.tag == TEXT), None)
        if self._last and (last is None or last.get(_NUMBER) != str(self._last)):
            raise UnreadableError("网页内部嵌套过深，不是正常的网页，无法读取")

    def _marked(self) -> Iterator[str]:
        """The page with numbers in the place of its texts, and in its tags."""
        yield "<!DOCTYPE html>"
        in_body = False
        for number, token in enumerate(self.tokens):
            words = self.source[token.span.start : token.span.end]
            if token.kind is Kind.START:
                behind_name = 1 + len(token.name)
                yield f'{words[:behind_name]} {_NUMBER}="{number}"{words[behind_name:]}'
                in_body = in_body or token.name == "body"
            elif token.kind is Kind.END and token.name not in _NEVER_CLOSED:
                yield words
            elif token.kind is Kind.TEXT and token.name:
                yield str(number)
            elif token.kind is Kind.TEXT and (in_body or not words.isspace()):
                in_body = True
                self._last = number
                yield f'<{TEXT} {_NUMBER}="{number}">-</{TEXT}>'

    def token_of(self, element: Element) -> Token | None:
        """The tag or text that an element stands for; ``None`` where lxml has put the element in."""
        number = element.get(_NUMBER)
        return self.tokens[int(number)] if number is not None and number.isdigit() else None

    def place_in(self, element: Element) -> Span | None:
        """The place right behind an element's start tag."""
        token = self.token_of(element)
        return token.span.at_end() if token else None

    def title(self) -> Token | None:
        """The text of the page's title."""
        for token in self.tokens:
            if token.kind is Kind.TEXT and token.name:
                return token
        return None

    def visible(self) -> str:
        """The page with nothing but line ends where a reader sees nothing; places are those of the source."""
        pieces: list[str] = []
        for token in self.tokens:
            words = self.source[token.span.start : token.span.end]
            if token.kind is not Kind.TEXT or token.name:
                pieces.append("\n" * len(words))
            else:
                pieces.append(compiled(_BLANK).sub(lambda blank: "\n" * len(blank[0]), words))
        return "".join(pieces)
