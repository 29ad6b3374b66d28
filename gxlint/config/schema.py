"""A JSON Schema of the configuration, by which editors complete and check it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path
from types import NoneType, UnionType
from typing import Any, Literal, Union, get_args, get_origin

from gxlint.config.effective import plain
from gxlint.config.keys import FILES, KEYS, PER_FILE_IGNORES, RULES, SEVERITIES, SEVERITY, TABLES, Key
from gxlint.i18n import translated
from gxlint.options import MAPPINGS, SEQUENCES, Option, options_of
from gxlint.rule import Rule
from gxlint.settings import selectors

Schema = dict[str, Any]

#: Rules of plugins, which the schema does not know, and all of a plugin's.
_PLUGIN_RULE = r"^[\w-]+/([\w-]+|\*)$"


def schema_of(rules: Iterable[Rule], kinds: Sequence[str]) -> Schema:
    """The schema of ``gxlint.toml`` and of ``[tool.gxlint]``.

    Args:
        rules: all that may be named.
        kinds: of documents.
    """
    rules = list(rules)
    tables: dict[str, Schema] = {
        SEVERITY: {
            "properties": {name: _reference("severity", doc) for name, doc in _selectors(rules).items()},
            "patternProperties": {_PLUGIN_RULE: _reference("severity")},
        },
        PER_FILE_IGNORES: {"additionalProperties": {"type": "array", "items": _reference("selector")}},
        FILES: {"additionalProperties": {"enum": list(kinds)}},
        RULES: {"properties": dict(_options(rules)), "patternProperties": {_PLUGIN_RULE: {"type": "object"}}},
    }
    properties = {key.name: _key(key) for key in KEYS}
    for table in TABLES:
        closed = {"additionalProperties": False} if "properties" in tables[table.name] else {}
        properties[table.name] = {
            "description": translated(table.doc),
            "type": "object",
            **tables[table.name],
            **closed,
        }
    return {
        "$schema": "http://json-schema.org/draft-07/schema#",
        "title": "gxlint",
        "type": "object",
        "properties": properties,
        "additionalProperties": False,
        "definitions": {
            "selector": {"anyOf": [{"enum": list(_selectors(rules))}, {"type": "string", "pattern": _PLUGIN_RULE}]},
            "severity": {"enum": list(SEVERITIES)},
        },
    }


def _reference(name: str, doc: str = "") -> Schema:
    reference = {"$ref": f"#/definitions/{name}"}
    return {"description": doc, "allOf": [reference]} if doc else reference


def _selectors(rules: Iterable[Rule]) -> dict[str, str]:
    """Everything by which rules can be named, categories first, with what it means."""
    rules = list(rules)
    named = {name: "" for rule in rules for name in selectors(rule)[1:]}
    return dict(sorted(named.items())) | {rule.id: rule.summary for rule in sorted(rules)}


def _key(key: Key) -> Schema:
    word: Schema = {"type": "boolean" if key.type is bool else "string"}
    if key.choices:
        word = {"enum": list(key.choices)}
    if key.selects:
        word = _reference("selector")
    schema = {"type": "array", "items": word} if key.type is list else word
    default = {} if key.default is None else {"default": plain(key.default)}
    return {"description": translated(key.doc), **schema, **default}


def _options(rules: Iterable[Rule]) -> Iterable[tuple[str, Schema]]:
    for rule in sorted(rules):
        options = {option.name: _option(option) for option in options_of(rule)}
        yield (
            rule.id,
            {
                "description": rule.summary,
                "type": "object",
                "properties": options,
                "additionalProperties": False,
            },
        )


def _option(option: Option) -> Schema:
    default = {} if option.default is None else {"default": plain(option.default)}
    return {"description": option.doc, **_type(option.type), **default}


def _type(wanted: Any) -> Schema:
    """The schema of a field's type."""
    origin, arguments = get_origin(wanted), get_args(wanted)
    if origin in (Union, UnionType):
        return _type(next(argument for argument in arguments if argument is not NoneType))
    if origin is Literal:
        return {"enum": list(arguments)}
    if origin in SEQUENCES:
        alone = ["string"] if arguments[0] is Path else []  # one file need not be written as a list
        return {"type": [*alone, "array"] if alone else "array", "items": _type(arguments[0])}
    if origin in MAPPINGS:
        return {"type": "object", "additionalProperties": _type(arguments[1])}
    names = {str: "string", Path: "string", int: "integer", float: "number", bool: "boolean"}
    return {"type": names[wanted]} if wanted in names else {}
