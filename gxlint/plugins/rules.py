"""Collects the rules of a plugin: from the modules of a package, or from a file in TOML."""

from __future__ import annotations

import importlib
import os
import pkgutil
from collections.abc import Iterator
from types import ModuleType
from typing import TYPE_CHECKING

from gxlint.hosting.interrupts import pass_on
from gxlint.i18n import _
from gxlint.plugins.errors import PluginError
from gxlint.plugins.interface import Failure
from gxlint.rule import Rule

if TYPE_CHECKING:
    from gxlint.toml_rules import RuleFile


def walk_rules(package: ModuleType) -> Iterator[Rule | Failure]:
    """The rules of a package: the value ``check`` of every module in it, at any depth.

    Modules whose name starts with an underscore, and modules without ``check``, are helpers. A module that cannot be
    imported, or whose ``check`` is no rule, is a failure; the others go on.
    """
    for module in pkgutil.iter_modules(package.__path__, package.__name__ + "."):
        if module.name.rpartition(".")[2].startswith("_"):
            continue
        try:
            loaded = importlib.import_module(module.name)
        except BaseException as error:
            pass_on(error)
            yield Failure(module.name, error)
            continue
        if module.ispkg:
            yield from walk_rules(loaded)
        elif isinstance(check := getattr(loaded, "check", None), Rule):
            yield check
        elif check is not None:
            yield Failure(module.name, PluginError(_("check 不是规则，它上面缺少 @rule(…)")))


def toml_rules(path: str | os.PathLike[str]) -> Iterator[Rule | Failure]:
    """The rules in a TOML file, for a plugin's ``gxlint_rules``; each mistake in it is a failure, the others go on.

    Args:
        path: of the file, such as ``Path(__file__).with_name("rules.toml")``.
    """
    from gxlint.toml_rules import read_rules  # imports a reader of TOML

    return rules_of(read_rules(path))


def rules_of(file: RuleFile) -> Iterator[Rule | Failure]:
    """What a file of rules comes to, mistakes as failures that name its line."""
    yield from file.rules
    for mistake in file.mistakes:
        yield Failure(str(mistake.origin), PluginError(mistake.message))
