"""Plugins that a configuration names by their path: a rule in a file, or a folder of rules.

They run because the user named them, like a program that he starts; whoever opens other people's configurations
must ask first and not come here.
"""

from __future__ import annotations

import importlib
import os
import sys
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from importlib.util import module_from_spec, spec_from_file_location
from itertools import count
from types import ModuleType
from zlib import crc32

from gxlint.config.values import shown
from gxlint.hosting.hosting import Hosting
from gxlint.hosting.interrupts import pass_on
from gxlint.i18n import _
from gxlint.plugins.errors import PluginError
from gxlint.plugins.interface import LOCAL, PROJECT, Failure, check_interface, hookimpl
from gxlint.plugins.rules import rules_of, walk_rules
from gxlint.rule import Rule

_MARK = f"{PROJECT}_impl"
#: Each import has a name of its own: one that comes to no end holds the locks of its modules for good.
_numbers = count()
_names: dict[str, str] = {}
"""The name under which a path was last imported to the end."""


class _Rules:
    """A plugin that consists of rules alone, and of what went wrong with them."""

    def __init__(self, rules: Sequence[Rule | Failure]) -> None:
        self._rules = rules

    @hookimpl
    def gxlint_rules(self) -> Iterable[Rule | Failure]:
        return self._rules


def load_plugins(paths: Iterable[str]) -> Iterator[tuple[str, object]]:
    """The plugins at some paths, each with its namespace.

    A TOML file holds rules and says their namespace. A Python file holds a rule, whose namespace is ``local``, or
    functions under ``@hookimpl``, and then its own name is the namespace. A folder holds rules, or is a package
    with such functions; its namespace is its name. What cannot be loaded is a plugin that reports its failure.

    Args:
        paths: absolute.
    """
    single: list[Rule | Failure] = []
    written: dict[str, list[Rule | Failure]] = {LOCAL: single}
    for path in paths:
        name = os.path.basename(path)
        if name.endswith(".toml"):
            namespace, rules = _toml_rules(path)
            written.setdefault(namespace, []).extend(rules)
            continue
        try:
            with Hosting(_("插件 {name}", name=shown(path)), source=path), _leaving_no_bytecode():
                module = _load(path)
                check_interface(module)
                rules = [] if _has_hooks(module) else _rules(module, path)
                _supersede(path, module)
        except BaseException as error:
            pass_on(error)
            single.append(Failure(shown(path), error))
            continue
        if _has_hooks(module):
            yield name.removesuffix(".py"), module
        elif os.path.isdir(path) and name != LOCAL:
            yield name, _Rules(rules)
        else:
            single += rules
    yield from ((namespace, _Rules(rules)) for namespace, rules in written.items() if rules)


def _toml_rules(path: str) -> tuple[str, Iterable[Rule | Failure]]:
    from gxlint.toml_rules import read_rules  # imports a reader of TOML

    file = read_rules(path)
    return file.namespace, rules_of(file)


def _load(path: str) -> ModuleType:
    """Import a file or folder afresh.

    Raises:
        Exception: whatever the import raises.
    """
    anchor = f"{PROJECT}_local_{crc32(path.encode()):08x}_{next(_numbers)}"
    if os.path.isdir(path):
        return _load_folder(path, anchor)
    if not path.endswith(".py"):
        raise PluginError(_("不是规则文件（.py、.toml），也不是文件夹"))
    # the rule's id is the last part of its module's name
    return _run(f"{anchor}.{os.path.basename(path).removesuffix('.py')}", path, None)


def _supersede(path: str, module: ModuleType) -> None:
    """Forget what was imported from a path before: it may have changed since."""
    before, _names[path] = _names.get(path), module.__name__.partition(".")[0]
    for loaded in [name for name in list(sys.modules) if before and name.partition(".")[0] == before]:
        sys.modules.pop(loaded, None)


def _load_folder(path: str, name: str) -> ModuleType:
    importlib.invalidate_caches()
    start = os.path.join(path, "__init__.py")
    if os.path.isfile(start):
        return _run(name, start, [path])
    module = sys.modules[name] = ModuleType(name)
    module.__path__ = [path]
    return module


def _run(name: str, path: str, folders: list[str] | None) -> ModuleType:
    spec = spec_from_file_location(name, path, submodule_search_locations=folders)
    if spec is None or spec.loader is None:
        raise ImportError(path)
    module = sys.modules[name] = module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def _has_hooks(module: ModuleType) -> bool:
    return any(hasattr(value, _MARK) for value in vars(module).values())


def _rules(module: ModuleType, path: str) -> list[Rule | Failure]:
    """The rules in a module, or in the files of a folder."""
    if hasattr(module, "__path__"):
        found = [_located(item, module.__name__, path) for item in walk_rules(module)]
        return found or [Failure(shown(path), PluginError(_("文件夹里没有规则文件")))]
    check = getattr(module, "check", None)
    if isinstance(check, Rule):
        return [check]
    return [Failure(shown(path), PluginError(_("文件里没有规则：需要一个带 @rule(…) 的函数 check")))]


def _located(item: Rule | Failure, package: str, path: str) -> Rule | Failure:
    """A failure by the path of its file: nobody knows the module by its name."""
    if isinstance(item, Rule):
        return item
    file = item.plugin.removeprefix(f"{package}.").replace(".", os.sep) + ".py"
    return Failure(shown(os.path.join(path, file)), item.error)


@contextmanager
def _leaving_no_bytecode() -> Iterator[None]:
    """An agency's folder is no place for ``__pycache__``, and of a file saved twice in a second one would stay."""
    before, sys.dont_write_bytecode = sys.dont_write_bytecode, True
    try:
        yield
    finally:
        sys.dont_write_bytecode = before
