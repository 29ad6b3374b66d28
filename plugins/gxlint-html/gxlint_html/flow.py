"""What a page shows, from top to bottom: lines, tables and pictures, each with the element that it stands in."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from lxml import etree

from gxlint.document import Block, Paragraph, Picture, Table
from gxlint.text import PlainText, Span, compiled
from gxlint_html.lists import Lists, is_typed
from gxlint_html.tables import read_grid
from gxlint_html.tree import TEXT, Element, Page
from gxlint_html.words import read_words

_BLOCK_NAMES = (
    "address article aside blockquote body caption center dd details dialog dir div dl dt fieldset figcaption figure"
    " footer form h1 h2 h3 h4 h5 h6 header hgroup hr li main menu nav ol p pre section summary table tbody td tfoot th"
    " thead tr ul"
)
_BLOCKS = frozenset(_BLOCK_NAMES.split())
#: Nothing in these is read.
_UNREAD_NAMES = (
    "head script style template noscript svg math object embed applet audio video canvas select button datalist map"
    " iframe textarea input"
)
_UNREAD = frozenset(_UNREAD_NAMES.split())
_HIDDEN_STYLE = r"(?i)(?:^|;)\s*(?:display\s*:\s*none|visibility\s*:\s*hidden|mso-hide\s*:\s*all)\b"
_HEADINGS = frozenset(("h1", "h2", "h3", "h4", "h5", "h6"))


class Item(NamedTuple):
    """A line, a table or a picture."""

    block: Block
    element: Element
    """The innermost element that it lies in."""
    linked: int = 0
    """How many of a line's characters are links."""

    @property
    def text(self) -> str:
        """The words of a line; of anything else nothing."""
        return self.block.text if isinstance(self.block, Paragraph) else ""


def read_flow(page: Page) -> list[Item]:
    """All that the page shows."""
    return _Flow(page).read(page.root)


def is_hidden(element: Element) -> bool:
    """Whether an element says itself that it is not shown."""
    return (
        element.tag in _UNREAD
        or element.get("hidden") is not None
        or compiled(_HIDDEN_STYLE).search(element.get("style", "")) is not None
    )


class _Flow:
    """Walks over the tree once."""

    def __init__(self, page: Page) -> None:
        self._page = page
        self._items: list[Item] = []
        self._places: list[Span] = []
        self._linked: list[Span] = []
        self._element: Element = page.root
        self._levels: list[int] = []
        self._links = 0
        self._verbatim = 0
        self._lists = Lists()
        self._number: PlainText | None = None
        """Of the item of a list that has just begun, until its first line is there."""

    def read(self, root: Element) -> list[Item]:
        """Every item under an element."""
        walk = etree.iterwalk(root, events=("start", "end"))
        for event, element in walk:
            if event == "end":
                self._leave(element)
            elif is_hidden(element) or not self._enter(element):
                walk.skip_subtree()
        self._end_line()
        return self._items

    def _enter(self, element: Element) -> bool:
        """Take what begins here; whether what is inside has to be walked over."""
        if element.tag == TEXT:
            self._take_text(element)
            return False
        if element.tag in _BLOCKS:
            self._end_line()
        match element.tag:
            case "br":
                self._end_line()
            case "img":
                self._take_picture(element)
            case "a":
                self._links += 1
            case "pre":
                self._verbatim += 1
            case "li":
                self._begin_item(element)
            case "table":
                return not self._take_table(element)
            case str(tag) if tag in _HEADINGS:
                self._levels.append(int(tag[1]))
            case _:
                pass
        return True

    def _leave(self, element: Element) -> None:
        if element.tag in _BLOCKS:
            self._end_line()
        match element.tag:
            case "a":
                self._links = max(0, self._links - (not is_hidden(element)))
            case "pre":
                self._verbatim -= 1
            case "li":
                self._number = None
            case str(tag) if self._levels and tag in _HEADINGS:
                self._levels.pop()
            case _:
                pass

    def _take_text(self, element: Element) -> None:
        token = self._page.token_of(element)
        assert token is not None  # every text has its number
        places = self._lines(token.span) if self._verbatim else [token.span]
        for number, place in enumerate(places):
            if number:
                self._end_line()
            if not self._places:
                parent = element.getparent()
                self._element = self._page.root if parent is None else parent
            self._places.append(place)
            if self._links:
                self._linked.append(place)

    def _lines(self, span: Span) -> Iterator[Span]:
        """The lines of a text whose line ends are shown."""
        reached = span.start
        for end in compiled(r"\r\n|\r|\n").finditer(self._page.source, span.start, span.end):
            yield Span(reached, end.start())
            reached = end.end()
        yield Span(reached, span.end)

    def _end_line(self) -> None:
        places, self._places = self._places, []
        linked, self._linked = self._linked, []
        if not places:
            return
        plain = read_words(self._page.source, places, places[0].at_start())
        if plain:
            number, self._number = self._number, None
            if number is not None and not is_typed(plain.text):
                plain = PlainText.join([number, plain])
            inside = len(read_words(self._page.source, linked, places[0]).text) if linked else 0
            level = self._levels[-1] if self._levels else None
            self._items.append(Item(Paragraph(plain, level=level), self._element, inside))

    def _begin_item(self, item: Element) -> None:
        label, token = self._lists.label(item), self._page.token_of(item)
        # the number is shown in the place of the tag: it can be marked, but not edited
        self._number = PlainText.shown(label, token.span) if label and token is not None else None

    def _take_picture(self, element: Element) -> None:
        token = self._page.token_of(element)
        if token is not None and not _is_icon(element):
            self._end_line()
            name = element.get("alt") or element.get("title") or ""
            self._items.append(Item(Picture(token.span, name.strip()), element))

    def _take_table(self, element: Element) -> bool:
        """Whether it is a table of figures and no frame around other things."""
        grid = read_grid(self._page, element, is_hidden, self._lines_in)
        if grid is None:
            return False
        if not any(cell.plain for cell in grid.cells) and next(element.iterdescendants("img"), None) is not None:
            return False
        for caption in grid.captions:
            self._items += _Flow(self._page).read(caption)
        loose = [item for stray in grid.strays for item in _Flow(self._page).read(stray)]
        self._items += [item for item in loose if item.block.span.end <= grid.span.start]
        self._number = None  # a browser shows it beside the table
        self._items.append(Item(Table(grid.span, grid.cells, exact=True), element))
        self._items += [item for item in loose if item.block.span.start >= grid.span.end]
        return True

    def _lines_in(self, cell: Element) -> list[PlainText]:
        items = _Flow(self._page).read(cell)
        return [item.block.plain for item in items if isinstance(item.block, Paragraph)]


def _is_icon(picture: Element) -> bool:
    """Whether a picture is too small to show anything but a sign."""
    sizes = [picture.get(side, "").strip().removesuffix("px") for side in ("width", "height")]
    return any(size.isdigit() and int(size) < 64 for size in sizes)
