"""Rules that are written down in TOML, without programming: see ``docs/toml-rules.md``.

A file of rules is read once (:func:`~gxlint.toml_rules.reading.read_rules`); each ``[[rule]]`` in it becomes an
ordinary :class:`~gxlint.rule.Rule`, made by its kind (:mod:`gxlint.toml_rules.kinds`). What is wrong with a file is
told all at once, each mistake with its line; a rule with a mistake is left out, the others go on.
"""

from __future__ import annotations

from gxlint.toml_rules.reading import RuleFile, read_rules

__all__ = ["RuleFile", "read_rules"]
