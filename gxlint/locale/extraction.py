"""The messages of source files, and what keeps one from being translated.

Messages are the arguments of ``_`` and ``later`` (see :mod:`gxlint.i18n`), the first line of each rule's documentation,
and the documentation of its options.
"""

from __future__ import annotations

import ast
import inspect
from collections.abc import Iterator
from itertools import pairwise
from string import Formatter
from typing import NamedTuple

_NOW, _LATER = "_", "later"


class Message(NamedTuple):
    """A text that is shown to users."""

    text: str
    line: int
    """Where it stands in its file, from 1."""


def messages(source: str) -> Iterator[Message]:
    """The messages of a Python file, given its text, in no particular order."""
    tree = ast.parse(source)
    for call in _calls(tree):
        if (text := _literal(call)) is not None:
            yield Message(text, call.lineno)
    yield from _documentation(tree)


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
    """Of rules only: other docstrings are for developers."""
    for decorator in _rules(tree):
        summary = (ast.get_docstring(tree) or "").partition("\n")[0]
        if summary:
            yield Message(summary, 1)
        for keyword in decorator.keywords:
            if keyword.arg == "options" and isinstance(keyword.value, ast.Name):
                yield from _options(tree, keyword.value.id)


def _rules(tree: ast.Module) -> Iterator[ast.Call]:
    for node in tree.body:
        if isinstance(node, ast.FunctionDef):
            yield from (call for call in node.decorator_list if isinstance(call, ast.Call) and _name(call) == "rule")


def _options(tree: ast.Module, name: str) -> Iterator[Message]:
    body = next((node.body for node in tree.body if isinstance(node, ast.ClassDef) and node.name == name), [])
    for field, below in pairwise(body):
        match field, below:
            case ast.AnnAssign(), ast.Expr(value=ast.Constant(value=str(doc))):
                yield Message(inspect.cleandoc(doc), below.lineno)
