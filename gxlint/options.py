"""A rule's options as its users see them: name, type, default, and what each is for."""

from __future__ import annotations

import ast
import inspect
import textwrap
from collections.abc import Mapping
from dataclasses import fields
from itertools import pairwise
from typing import Any, NamedTuple, get_type_hints

from gxlint.rule import Rule


class Option(NamedTuple):
    """One option."""

    name: str
    """With dashes, as configurations have it."""
    type: Any
    default: object
    doc: str
    """The docstring under the field; empty if there is none."""


def options_of(rule: Rule) -> tuple[Option, ...]:
    """The options of a rule, in the order of their class; none where it takes none."""
    if rule.options is None:
        return ()
    types, docs = get_type_hints(rule.options), _field_docs(rule.options)
    default = rule.options()
    return tuple(
        Option(field.name.replace("_", "-"), types[field.name], getattr(default, field.name), docs.get(field.name, ""))
        for field in fields(rule.options)
    )


def _field_docs(options: type[Any]) -> Mapping[str, str]:
    """The docstring under each field; python keeps none, so they are read from the source."""
    try:
        tree = ast.parse(textwrap.dedent(inspect.getsource(options)))
    except OSError:  # no source at hand, as in an interactive session
        return {}
    body = tree.body[0].body if isinstance(tree.body[0], ast.ClassDef) else []
    return {
        field.target.id: inspect.cleandoc(below.value.value)
        for field, below in pairwise(body)
        if isinstance(field, ast.AnnAssign)
        and isinstance(field.target, ast.Name)
        and isinstance(below, ast.Expr)
        and isinstance(below.value, ast.Constant)
        and isinstance(below.value.value, str)
    }
