"""The messages of source files, and what keeps one from being translated.

Messages are the arguments of ``_`` and ``later`` (see :mod:`gxlint.i18n`), the first line of each rule's documentation,
the documentation of its options (in a class whose name ends in ``Options``), and the notes in word lists.
"""

from __future__ import annotations

import ast
import inspect
import re
from collections.abc import Iterator
from itertools import pairwise
from string import Formatter
from typing import NamedTuple

_NOW, _LATER = "_", "later"
_NOTE = re.compile(r"(?<!\S)说明=(\S+)")


class Message(NamedTuple):
    """A text that is shown to users."""

    text: str
    line: int
    """Where it stands in its file, from 1."""
    filled: bool = False
    """Whether its placeholders are filled in; else braces are plain text."""


def messages(source: str) -> Iterator[Message]:
    """The messages of a Python file, given its text, in no particular order."""
    tree = ast.parse(source)
    for call in _calls(tree):
        if (text := _literal(call)) is not None:
            yield Message(text, call.lineno, filled=bool(call.keywords))
    yield from _documentation(tree)


def notes(word_list: str) -> Iterator[Message]:
    """The notes to the writer in a word list (see :mod:`gxlint.prose.wordlists`), given its text."""
    for number, line in enumerate(word_list.splitlines(), 1):
        if found := _NOTE.search(line):
            yield Message(found[1], number)


def faults(source: str) -> Iterator[Message]:
    """The calls in a Python file that would go wrong in translation: what is wrong with each, and its line."""
    tree = ast.parse(source)
    inside = {call for function in _functions(tree) for line in function for call in _calls(line)}
    for call in _calls(tree):
        names = {keyword.arg for keyword in call.keywords}
        text = _literal(call)
        if text is None:
            yield Message("not a literal text", call.lineno)
        elif _name(call) == _NOW and call not in inside:
            yield Message(f"no language is known at import: write {_LATER}()", call.lineno)
        elif not names and ("{{" in text or "}}" in text):
            yield Message("doubled braces without placeholders are shown doubled", call.lineno)
        elif names and None not in names and names != placeholders(text):
            yield Message("placeholders and values differ", call.lineno)


def placeholders(template: str) -> set[str]:
    """The names in braces."""
    return {name for _text, name, _spec, _conversion in Formatter().parse(template) if name is not None}


def _calls(tree: ast.AST) -> Iterator[ast.Call]:
    return (node for node in ast.walk(tree) if isinstance(node, ast.Call) and _name(node) in (_NOW, _LATER))


def _name(call: ast.Call) -> str:
    return call.func.id if isinstance(call.func, ast.Name) else ""


def _literal(call: ast.Call) -> str | None:
    match call.args:
        case [ast.Constant(value=str(text))]:
            return text
        case _other:
            return None


def _functions(tree: ast.Module) -> Iterator[list[ast.AST]]:
    """The bodies of all functions: what does not run at import."""
    for node in ast.walk(tree):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            yield list(node.body)
        elif isinstance(node, ast.Lambda):
            yield [node.body]


def _documentation(tree: ast.Module) -> Iterator[Message]:
    """Of rules and options only: other docstrings are for developers."""
    summary = (ast.get_docstring(tree) or "").partition("\n")[0]
    if summary and any(map(_is_rule, tree.body)):
        yield Message(summary, 1)
    for node in tree.body:
        if isinstance(node, ast.ClassDef) and node.name.endswith("Options"):
            yield from _options(node)


def _is_rule(node: ast.stmt) -> bool:
    decorators = node.decorator_list if isinstance(node, ast.FunctionDef) else []
    return any(isinstance(decorator, ast.Call) and _name(decorator) == "rule" for decorator in decorators)


def _options(options: ast.ClassDef) -> Iterator[Message]:
    for field, below in pairwise(options.body):
        match field, below:
            case ast.AnnAssign(), ast.Expr(value=ast.Constant(value=str(doc))):
                yield Message(inspect.cleandoc(doc), below.lineno)
