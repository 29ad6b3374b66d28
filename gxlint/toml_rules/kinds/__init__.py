"""The kinds of rules, each in a module of its own."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from gxlint.toml_rules.definition import Kind
from gxlint.toml_rules.kinds import cell, dates, equal, headings, pattern, required, wording

KINDS: Mapping[str, Kind] = MappingProxyType(
    {
        kind.name: kind
        for kind in (
            required.KIND,
            wording.KIND,
            pattern.KIND,
            cell.KIND,
            equal.KIND,
            headings.KIND,
            dates.KIND,
        )
    }
)
