"""The reference of what plugins and programs may use, made from the docstrings.

What is not listed in ``public.py`` is nobody's business but gxlint's.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import takewhile
from pathlib import Path
from typing import NamedTuple

import griffe
from declarations import field_line, fields, head, method_line, methods
from public import PAGES, Page

ROOT = Path(__file__).parent.parent.parent


_ROLE = re.compile(r":(?:class|func|meth|attr|data|mod):`(?:([^`<]*)<)?(~?)([\w.]+)>?`")
_LITERAL = re.compile(r"^(?P<text>.*?)(?: ?)::\n\n(?P<code>(?:(?: {4}.*)?\n?)+)", re.MULTILINE)


class Member(NamedTuple):
    """Something documented, and where."""

    page: str
    path: str
    """Under which it is imported: ``gxlint.findings.Finding``."""
    object: griffe.Object

    @property
    def link(self) -> str:
        """From another page of the reference."""
        return f"{self.page}.md#{self.path}"


class Reference:
    """The public interface, read from the source."""

    def __init__(self) -> None:
        loader = griffe.GriffeLoader(search_paths=[str(ROOT)], docstring_parser="google")
        self._package = loader.load("gxlint")
        loader.resolve_aliases()
        self.members = [member for page in PAGES for member in self._members(page)]
        self._by_path = {path: member for member in self.members for path in (member.path, member.object.path)}

    def _members(self, page: Page) -> Iterator[Member]:
        for module, names in page.modules.items():
            found = self._package[module.removeprefix("gxlint.")]
            for name in names or sorted(found.exports or (), key=lambda name: (name[0].islower(), name)):
                item = found.members[name]
                yield Member(page.name, f"{module}.{name}", item.final_target if item.is_alias else item)

    def undocumented(self) -> Iterator[str]:
        """Public names, and public methods of public classes, that have no docstring."""
        for member in self.members:
            if _comment(member.object) is None:
                yield member.path
            for method in methods(member.object):
                if method.docstring is None:
                    yield f"{member.path}.{method.name}"

    def pages(self) -> dict[str, str]:
        """Every page by its file name."""
        pages = {page.name: self._page(page) for page in PAGES}
        return {f"{name}.md": _joined(lines) for name, lines in (("index", self._index()), *pages.items())}

    def _index(self) -> Iterator[str]:
        yield from ("# Reference", "", "Generated from the docstrings by `docs/generate`. What is not here is not")
        yield from (
            "public and changes without notice. [your-own-rules.md](../your-own-rules.md) shows how to begin.",
            "",
        )
        for page in PAGES:
            names = ", ".join(f"[`{m.object.name}`]({m.link})" for m in self.members if m.page == page.name)
            yield from (f"## [{page.title}]({page.name}.md)", "", page.intent, "", names, "")

    def _page(self, page: Page) -> Iterator[str]:
        yield from (f"# {page.title}", "", page.intent, "", "[All pages](index.md)", "")
        for module in page.modules:
            yield from (f"## {module}", "")
            described = self._package[module.removeprefix("gxlint.")].docstring
            yield from (*self._prose(described), "")
            for member in self.members:
                if member.page == page.name and member.path.rpartition(".")[0] == module:
                    yield from self._entry(member)

    def _entry(self, member: Member) -> Iterator[str]:
        item = member.object
        yield from (f'<a id="{member.path}"></a>', "", f"### {item.name}", "", "```python", head(item), "```", "")
        yield from (*self._prose(_comment(item)), "")
        if isinstance(item, griffe.Class) and "__init__" in item.members:
            yield from (*self._prose(item.members["__init__"].docstring), "")
        held = fields(item)
        if held:
            yield from ("| Field | Meaning |", "| --- | --- |")
            for field in held:
                meaning = " ".join(" ".join(self._prose(field.docstring)).split())
                yield f"| {_cell(f'`{field_line(field)}`')} | {_cell(meaning)} |"
            yield ""
        for method in methods(item):
            yield from (f"**`{method_line(method)}`**", "", *self._prose(method.docstring), "")

    def _prose(self, docstring: griffe.Docstring | None) -> Iterator[str]:
        """A docstring in Markdown."""
        for section in docstring.parsed if docstring else ():
            match section:
                case griffe.DocstringSectionText():
                    yield self._markdown(section.value)
                    yield ""
                case griffe.DocstringSectionParameters():
                    yield from (self._item(f"`{item.name}`", item.description) for item in section.value)
                    yield ""
                case griffe.DocstringSectionReturns():
                    yield from (self._item("Returns", item.description) for item in section.value)
                    yield ""
                case griffe.DocstringSectionRaises():
                    yield from (self._item(f"Raises `{item.annotation}`", item.description) for item in section.value)
                    yield ""
                case _:
                    raise TypeError(f"{docstring}: {section.kind} has no form here")

    def _item(self, name: str, description: str) -> str:
        return f"- {name}: {' '.join(self._markdown(description).split())}"

    def _markdown(self, text: str) -> str:
        text = re.sub(r"``([^`]+)``", r"`\1`", _ROLE.sub(self._link, text))
        return _LITERAL.sub(_fenced, text + "\n").strip("\n")

    def _link(self, role: re.Match[str]) -> str:
        said, short, path = role.groups()
        name = (said or "").strip() or (path.rpartition(".")[2] if short else path)
        member = self._by_path.get(path) or next((m for m in self.members if m.object.name == path), None)
        return f"[`{name}`]({member.link})" if member else f"`{name}`"


def _joined(lines: Iterable[str]) -> str:
    """A page, with single empty lines."""
    return re.sub(r"\n{3,}", "\n\n", "\n".join(lines)).strip("\n") + "\n"


def _comment(item: griffe.Object) -> griffe.Docstring | None:
    """The docstring of a value: the comment above it that begins with ``#:``."""
    if item.docstring or not isinstance(item, griffe.Attribute) or not item.lineno:
        return item.docstring
    above = Path(str(item.filepath)).read_text(encoding="utf-8").split("\n")[: item.lineno - 1]
    said = list(takewhile(lambda line: line.startswith("#:"), reversed(above)))
    text = "\n".join(line.removeprefix("#:").strip() for line in reversed(said))
    return griffe.Docstring(text, parent=item) if text else None


def _fenced(literal: re.Match[str]) -> str:
    code = re.sub(r"^ {4}", "", literal["code"], flags=re.MULTILINE).strip("\n")
    return f"{literal['text']}:\n\n```python\n{code}\n```\n\n"


def _cell(text: str) -> str:
    return text.replace("|", "\\|")
