"""A JSON Schema of files of rules, by which editors complete and check them."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from gxlint.i18n import translated
from gxlint.toml_rules.definition import Kind
from gxlint.toml_rules.keys import EXAMPLE, EXAMPLE_KEYS, FILE_KEYS, KIND, RULE, RULE_KEYS, Key
from gxlint.toml_rules.kinds import KINDS

Schema = dict[str, Any]


def schema() -> Schema:
    """The schema, with descriptions in the language at hand."""
    file = _object(FILE_KEYS)
    rules = {"type": "array", "minItems": 1, "items": {"oneOf": [_rule(kind) for kind in KINDS.values()]}}
    file["properties"][RULE] = {**file["properties"][RULE], **rules}
    return {"$schema": "http://json-schema.org/draft-07/schema#", **file, "required": [RULE]}


def _rule(kind: Kind) -> Schema:
    rule = _object((*RULE_KEYS, *kind.keys))
    properties = rule["properties"]
    properties[KIND] = {"const": kind.name, "description": translated(kind.doc)}
    properties[EXAMPLE] = {**properties[EXAMPLE], "items": _object(EXAMPLE_KEYS)}
    return rule


def _object(keys: Iterable[Key]) -> Schema:
    keys = list(keys)
    return {
        "type": "object",
        "properties": {key.name: {"description": translated(key.doc), **key.schema} for key in keys},
        "required": [key.name for key in keys if key.is_needed],
        "additionalProperties": False,
    }


if __name__ == "__main__":
    import json

    print(json.dumps(schema(), ensure_ascii=False, indent=2))
