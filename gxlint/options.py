"""A rule's options as its users see them: name, type, default, and what each is for."""

from __future__ import annotations

import ast
import inspect
import textwrap
from collections.abc import Iterable, Mapping, Sequence
from itertools import pairwise
from pathlib import Path
from types import MappingProxyType, NoneType, UnionType
from typing import Any, Literal, NamedTuple, Union, get_args, get_origin, get_type_hints

from gxlint.i18n import _
from gxlint.rule import Rule

#: The types that a field of options may have: these, the literals, each of them or ``None``, and these collections.
SINGLE = (str, bool, int, float, Path)
SEQUENCES = (tuple, list, frozenset, Sequence)
MAPPINGS = (dict, Mapping)


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
    # modules of rules need not import pathlib, which is dear, only to name it
    types, docs = get_type_hints(rule.options, localns={"Path": Path}), _field_docs(rule.options)
    default = rule.options()
    return tuple(
        Option(
            name.replace("_", "-"),
            type_,
            getattr(default, name),
            rule.translated(docs.get(name, "")),
        )
        for name, type_ in types.items()
    )


def is_configurable(wanted: Any) -> bool:
    """Whether a configuration can give values of a field's type."""
    origin, arguments = get_origin(wanted), get_args(wanted)
    if origin in (Union, UnionType):
        others = [argument for argument in arguments if argument is not NoneType]
        return len(others) == 1 and is_configurable(others[0])
    if origin is Literal:
        return True
    if origin in SEQUENCES:
        is_alike = len(arguments) == 1 or (origin is tuple and len(arguments) == 2 and arguments[1] is ...)
        return is_alike and is_configurable(arguments[0])
    if origin in MAPPINGS:
        return arguments[0] is str and is_configurable(arguments[1])
    return wanted in SINGLE


def _field_docs(options: type[Any]) -> Mapping[str, str]:
    """The docstring under each field; python keeps none, so they are read from the source."""
    try:
        tree = ast.parse(textwrap.dedent(inspect.getsource(options)))
    except (OSError, TypeError, SyntaxError):  # no source at hand, as in an interactive session or while it is edited
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


class OptionError(Exception):
    """An option of a rule is unknown or has a wrong value; the text names it and says what would be right."""

    def __init__(self, name: str, message: str) -> None:
        super().__init__(message)
        self.name = name


def read_options(
    rule: Rule, values: Mapping[str, object], *, folders: Mapping[str, str] = MappingProxyType({})
) -> object:
    """An options object of a rule, from the values of a configuration.

    Args:
        rule: whose options they are.
        values: by the options' names with dashes, as TOML has them.
        folders: that paths among them are relative to, by the options' names.

    Raises:
        OptionError: a name is unknown, or a value is not of its type.
    """
    known = {option.name: option for option in options_of(rule)}
    read: dict[str, object] = {}
    for name, value in values.items():
        if name not in known:
            raise OptionError(name, _unknown(rule, name, known))
        try:
            read[name.replace("-", "_")] = _convert(value, known[name].type, folders.get(name, ""))
        except _WrongValueError as error:
            message = _("规则 {rule} 的选项 {name} 应是{wanted}", rule=rule.id, name=name, wanted=error)
            raise OptionError(name, message) from error
    try:
        return rule.options(**read) if rule.options is not None else None
    except (TypeError, ValueError) as error:  # the rule's own checks
        raise OptionError("", _("规则 {rule} 的选项不对：{fault}", rule=rule.id, fault=error)) from error


def _unknown(rule: Rule, name: str, known: Iterable[str]) -> str:
    names = _("、").join(known)
    if not names:
        return _("规则 {rule} 没有选项", rule=rule.id)
    return _("规则 {rule} 没有选项 {name}；它的选项是：{names}", rule=rule.id, name=name, names=names)


class _WrongValueError(Exception):
    """A value is of another type; the text names the right one for the user."""


def _convert(value: object, wanted: Any, folder: str) -> object:
    """A TOML value as a field's type has it.

    Raises:
        _WrongValueError: it is of another type.
    """
    origin, arguments = get_origin(wanted), get_args(wanted)
    if origin in (Union, UnionType):
        others = [argument for argument in arguments if argument is not NoneType]
        return _convert(value, others[0], folder)
    if origin is Literal:
        if value not in arguments:
            raise _WrongValueError(_("、").join(map(str, arguments)))
        return value
    if origin in SEQUENCES:
        if arguments[0] is Path and not isinstance(value, list):
            value = [value]  # one file need not be written as a list
        if not isinstance(value, list):
            raise _WrongValueError(_("一列值，写成 [...]"))
        return (tuple if origin is Sequence else origin)([_convert(item, arguments[0], folder) for item in value])
    if origin in MAPPINGS:
        if not isinstance(value, dict):
            raise _WrongValueError(_("一个表，写成 {example}", example="{ 名称 = 值 }"))
        return {name: _convert(item, arguments[1], folder) for name, item in value.items()}
    return _convert_single(value, wanted, folder)


def _convert_single(value: object, wanted: Any, folder: str) -> object:
    if wanted is Path:
        return _path(value, folder)
    if wanted is float and isinstance(value, int) and not isinstance(value, bool):
        return float(value)
    if type(value) is not wanted:
        names = {str: _('文字，写成 "…"'), int: _("整数"), float: _("数"), bool: _("true 或 false")}
        raise _WrongValueError(names.get(wanted, wanted.__name__))
    return value


def _path(value: object, folder: str) -> Path:
    if not isinstance(value, str):
        raise _WrongValueError(_('一个路径，写成 "…"'))
    path = Path(folder, Path(value).expanduser())
    if not path.exists():
        raise _WrongValueError(_("一个已有的文件；没有 {path}", path=path))
    return path
