"""Inline marks as markdown-it-py reads them, each with its exact place.

The rules are markdown-it-py's (CommonMark with strikethrough). Its tokens say what was read but not where, so each rule
notes in ``token.meta`` where its token starts and ends. Where a draft is not read as CommonMark has it:

- Beside a mark of emphasis only ASCII punctuation counts as punctuation. CommonMark asks for white space between words,
  as Western text has it; by its letter ``**（二）方面。**我镇`` is no emphasis and its reader would see the asterisks.
  Authors, and the editors they write in, mean it to be. Where a full-width comma or stop shows which way a mark cannot
  face (张**、李** hides two names), it does not.
- Three underscores or more are a blank to be filled in; tildes strike out in pairs only.
- References (``[text][label]``) are text: nothing is read that could define one, for drafts have ［…］ of their own.
- Any address makes a link, and is kept as it is written.
- Only what HTML knows is a tag; its attributes may be as sloppy as browsers allow.

Importing markdown-it-py takes longer than reading many reports: import this module where there are marks to be read.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

from markdown_it import MarkdownIt
from markdown_it.parser_inline import ParserInline, RuleFuncInlineType
from markdown_it.rules_inline import (
    StateInline,
    autolink,
    backtick,
    emphasis,
    entity,
    escape,
    image,
    link,
    strikethrough,
)
from markdown_it.rules_inline.state_inline import Scanned
from markdown_it.token import Token
from markdown_it.utils import EnvType

from gxlint.parsers.markdown.tags import TAG, is_tag
from gxlint.text import compiled

_PUNCTUATION = frozenset("!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~")
#: Nothing emphasised begins with these …
_CLOSERS = frozenset("、，。；：！？）》〉〕】」』”’…")
#: … or ends with those.
_OPENERS = frozenset("（《〈〔【「『“‘")
#: Brackets in brackets deeper than this are text; the cost of brackets that nobody closes grows with it.
_DEEPEST_BRACKETS = 10
#: What rules begin with.
_MAY_END_TEXT = r"[\n!&*<\[\\\]_`~]"
_TAG = rf"{TAG}|(?i:<!doctype|<\?xml)[^<>]*+>"


def placed_tokens(text: str) -> Iterator[Token]:
    r"""What is not plain text in a stretch of running text.

    Args:
        text: the stretch, lines ended by ``\n``; emphasis, links and tags may run over its lines.

    Returns:
        The tokens of marks around links, pictures, code, tags, escapes, entities, line breaks by backslash, and of what
        may be marks of emphasis: those without content are, the others are text. ``meta["start"]`` and
        ``meta["end"]`` say where each stands, ``meta["tag"]`` holds the match of a tag.
    """
    return (token for token in _MARKDOWN.inline.parse(text, _MARKDOWN, {}, []) if "end" in token.meta)


class _State(StateInline):
    """One stretch that is being read."""

    def push(self, ttype: str, tag: str, nesting: Literal[-1, 0, 1]) -> Token:
        """Adds a token and notes how far was read."""
        token = super().push(ttype, tag, nesting)
        token.meta["start"] = self.pos
        return token

    def scanDelims(self, start: int, canSplitWord: bool) -> Scanned:  # noqa: N802, N803 - the library's names
        """How many marks of emphasis start here, and whether they can open and close."""
        mark, end = self.src[start], start + 1
        while end < self.posMax and self.src[end] == mark:
            end += 1
        before, after = self.src[start - 1 : start], self.src[end : end + 1]
        opens, closes = _faces(before, after)
        if opens and closes and not canSplitWord:
            opens, closes = before in _PUNCTUATION, after in _PUNCTUATION
        if (mark == "_" and end - start > 2) or (mark == "~" and end - start != 2):
            opens = closes = False
        return Scanned(opens, closes, end - start)


def _faces(before: str, after: str) -> tuple[bool, bool]:
    """Whether a mark between two characters can open and whether it can close; "" is the end of the text."""
    space_before, space_after = not before or before.isspace(), not after or after.isspace()
    word_before = before.isascii() and not space_before and before not in _PUNCTUATION
    word_after = after.isascii() and not space_after and after not in _PUNCTUATION
    opens = not space_after and not (after in _PUNCTUATION and word_before) and after not in _CLOSERS
    closes = not space_before and not (before in _PUNCTUATION and word_after) and before not in _OPENERS
    return opens, closes


def _placed(rule: RuleFuncInlineType) -> RuleFuncInlineType:
    """A rule that notes where its token ends."""

    def run(state: StateInline, silent: bool) -> bool:
        known = len(state.tokens)
        found = rule(state, silent)
        if len(state.tokens) > known:
            state.tokens[-1].meta["end"] = state.pos
        return found

    return run


def _placed_link(rule: RuleFuncInlineType) -> RuleFuncInlineType:
    """A rule that notes where the marks around a link's text stand."""

    def run(state: StateInline, silent: bool) -> bool:
        start, number = state.pos, len(state.tokens)
        if not rule(state, silent):
            return False
        if not silent:
            while state.tokens[number].type != "link_open":
                number += 1  # text before it
            state.tokens[number].meta.update(start=start, end=start + 1)
            closing = state.tokens[-1]
            closing.meta["end"] = state.pos
            if closing.markup == "autolink":
                closing.meta["start"] = state.pos - 1
        return True

    return run


def _placed_run(rule: RuleFuncInlineType) -> RuleFuncInlineType:
    """A rule that reads a run of marks, and notes where each of its tokens stands."""

    def run(state: StateInline, silent: bool) -> bool:
        start = state.pos
        if not rule(state, silent):
            return False
        end, number = state.pos, len(state.tokens)
        while end > start:
            number -= 1
            token = state.tokens[number]
            token.meta["end"] = end
            end = token.meta["start"] = end - len(token.content)
        return True

    return run


def _html_tag(state: StateInline, silent: bool) -> bool:
    """Reads a tag."""
    if state.src[state.pos] != "<":
        return False
    tag = compiled(_TAG).match(state.src, state.pos, state.posMax)
    if tag is None or (tag["name"] and not is_tag(tag["name"].lower())):
        return False
    if not silent:
        token = state.push("html_inline", "", 0)
        token.content = tag[0]
        token.meta["tag"] = tag
    state.pos = tag.end()
    return True


class _Inline(ParserInline):
    """The inline parser with our rules and state."""

    def __init__(self) -> None:
        super().__init__()
        self.terminator_re = compiled(_MAY_END_TEXT)
        self.ruler.disable("linkify")
        self.ruler2.disable("fragments_join")
        for name, rule in (("escape", escape), ("backticks", backtick), ("image", image), ("entity", entity)):
            self.ruler.at(name, _placed(rule))
        for name, rule in (("link", link), ("autolink", autolink)):
            self.ruler.at(name, _placed_link(rule))
        for name, rule in (("emphasis", emphasis.tokenize), ("strikethrough", strikethrough.tokenize)):
            self.ruler.at(name, _placed_run(rule))
        self.ruler.at("html_inline", _placed(_html_tag))

    def parse(self, src: str, md: MarkdownIt, env: EnvType, tokens: list[Token]) -> list[Token]:
        """Reads a stretch."""
        state = _State(src, md, env, tokens)
        self.tokenize(state)
        for rule in self.ruler2.getRules(""):
            rule(state)
        return tokens


class _Markdown(MarkdownIt):
    """markdown-it-py with our inline parser, and with addresses left as they are."""

    def __init__(self) -> None:
        super().__init__("commonmark", {"maxNesting": _DEEPEST_BRACKETS})
        self.inline = _Inline()

    def validateLink(self, url: str) -> bool:  # noqa: N802, ARG002 - the library's names
        """Nothing is rendered that could do harm."""
        return True

    def normalizeLink(self, url: str) -> str:  # noqa: N802 - the library's name
        """As written."""
        return url

    def normalizeLinkText(self, link: str) -> str:  # noqa: N802 - the library's name
        """As written."""
        return link


_MARKDOWN = _Markdown()
