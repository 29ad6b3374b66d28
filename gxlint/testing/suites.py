"""A plugin's tests in one line: pytest runs every example of every rule, in every format."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator
from contextlib import suppress
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from gxlint.i18n import _
from gxlint.plugins import Failure
from gxlint.plugins.entry_points import installed_plugins
from gxlint.plugins.interface import PROJECT
from gxlint.plugins.local import load_plugins
from gxlint.plugins.registry import Registry
from gxlint.rule import Rule
from gxlint.testing.documentation import fix_faults, missing, untranslated
from gxlint.testing.examples import Case, ExampleError, cases, check_case
from gxlint.testing.notation import NotationError, read_examples
from gxlint.testing.running import Bench
from gxlint.testing.updating import update_case

if TYPE_CHECKING:
    import pytest


def rule_tests(
    plugin: str | Path,
    *,
    beside: Collection[str | Path] = (),
    edge_cases: Path | None = None,
    without: Collection[str] = (),
) -> type:
    """A class of tests for pytest, which holds everything that a plugin's rules promise.

    A test module needs no more than ::

        from gxlint.testing import rule_tests

        TestRules = rule_tests("ningxia")

    Tested are the plugin itself (all of it loads), each rule's documentation (it has a summary, ``## 说明``, a bad and
    a good example, an example with each option, fixes as safe as declared, translations if the plugin
    ships a catalogue), and each example in each format.
    ``pytest --update-examples`` writes what is found into the examples, for the author to read and commit.

    Args:
        plugin: the name under which an installed plugin announces itself, or the path of a local one: a file or folder
            as the configuration names it.
        beside: further plugins whose rules, forms and parsers this one builds on, named likewise. No others are loaded,
            whatever is installed.
        edge_cases: a folder of further examples, a file ``<id>.md`` for each rule, the id without the namespace.
        without: ids, without the namespace, of rules that no draft can show.
    """
    suite = Suite(plugin, beside, edge_cases, without)
    return _tests(suite)


class Suite:
    """A plugin with everything that it takes to test its rules; arguments as for :func:`rule_tests`."""

    def __init__(
        self,
        plugin: str | Path,
        beside: Collection[str | Path] = (),
        edge_cases: Path | None = None,
        without: Collection[str] = (),
    ) -> None:
        self._failures: list[Failure] = []
        plugins = [loaded for name in (plugin, *beside) for loaded in self._load(name)]
        self.registry = Registry(plugins, installed=False)
        self._failures += self.registry.failures
        self._namespace = str(plugin) if isinstance(plugin, str) else plugins[0][0] if plugins else ""
        self._edge_cases = sorted(edge_cases.glob("*.md")) if edge_cases else []
        self.rules = {
            name: rule for name, rule in map(self._named, self.registry.rules.values()) if name and name not in without
        }
        self.bench: Callable[[Rule], Bench] = cache(lambda rule: Bench(rule, self.registry))

    def _load(self, plugin: str | Path) -> list[tuple[str, object]]:
        if plugin == PROJECT:
            return []
        try:
            return list(load_plugins([str(plugin.resolve())])) if isinstance(plugin, Path) else [_installed(plugin)]
        except (Exception, SystemExit) as error:
            self._failures.append(Failure(str(plugin), error))
            return []

    def _named(self, rule: Rule) -> tuple[str, Rule]:
        """A rule by its id without the namespace; by nothing if it is not the plugin's."""
        namespace, slash, name = rule.id.rpartition("/")
        return (name if (namespace if slash else PROJECT) == self._namespace else ""), rule

    def faults(self) -> Iterator[str]:
        """What keeps the plugin, or a part of it, from being used or tested."""
        for failure in self._failures:
            yield f"{failure.plugin}: {type(failure.error).__name__}: {failure.error}"
        if not self.rules and not self._failures:
            yield _("插件 {name} 没有规则", name=self._namespace)
        for path in self._edge_cases:
            if path.stem not in self.rules:
                yield _("{path}：没有编号为 {name} 的规则", path=path, name=path.stem)

    def cases(self) -> Iterator[Case]:
        """All examples; of a text that is not written as it should be :meth:`documentation_faults` tells."""
        for name, rule in self.rules.items():
            for path in (None, *self._paths(name)):
                with suppress(NotationError):
                    yield from cases(rule, path)

    def _paths(self, name: str) -> list[Path]:
        return [path for path in self._edge_cases if path.stem == name]

    def documentation_faults(self, name: str) -> Iterator[str]:
        """What a rule's documentation lacks, or says wrongly.

        Args:
            name: the rule's id without the namespace.
        """
        rule = self.rules[name]
        try:
            further = [read_examples(path.read_text(encoding="utf-8")) for path in self._paths(name)]
            yield from missing(rule, [*read_examples(rule.doc), *(example for text in further for example in text)])
            yield from fix_faults(rule, self.bench(rule))
            yield from untranslated(rule, self.bench(rule))
        except NotationError as error:
            yield f"{rule.id}: {error}"

    def example_faults(self, case: Case) -> list[str]:
        """How an example in one format differs from what it says."""
        try:
            check_case(case, self.bench(case.rule))
        except (ExampleError, NotationError) as error:
            return [str(error)]
        return []

    def update(self, case: Case, root: Path) -> tuple[bool, list[str]]:
        """Write what is found into an example, if its file lies under *root*: whether it has changed, and faults."""
        try:
            return update_case(case, self.bench(case.rule), within=root), []
        except NotationError as error:
            return False, [str(error)]


def _installed(name: str) -> tuple[str, object]:
    """An installed plugin with its namespace.

    Raises:
        LookupError: none announces itself by that name; says which do.
        Exception: whatever its import raises.
    """
    entries = {entry.name: entry for entry in installed_plugins()}
    if name not in entries:
        known = _("、").join(entries) or _("（一个也没有）")
        message = _(
            "没有安装名为 {name} 的插件；先运行 pip install -e .。已安装的插件：{known}", name=name, known=known
        )
        raise LookupError(message)
    return name, entries[name].load()


def _tests(suite: Suite) -> type:
    import pytest  # which is needed for this alone

    from gxlint.pytest_plugin import OPTION

    class RuleTests:
        """What :func:`rule_tests` returns."""

        def test_plugin(self) -> None:
            _fail_with(suite.faults())

        @pytest.mark.parametrize("name", list(suite.rules))
        def test_documentation(self, name: str) -> None:
            _fail_with(suite.documentation_faults(name))

        @pytest.mark.parametrize("case", list(suite.cases()), ids=str)
        def test_example(self, case: Case, request: pytest.FixtureRequest) -> None:
            if not request.config.getoption(OPTION, default=False):
                _fail_with(suite.example_faults(case))
                return
            updated, faults = suite.update(case, request.config.rootpath)
            _fail_with(faults)
            if updated:
                pytest.skip(_("示例已更新；请看过改动，再不带这个选项运行一次"))

    return RuleTests


def _fail_with(faults: Iterable[str]) -> None:
    """Fail the test with nothing but the faults: where in gxlint they were noticed helps nobody."""
    import pytest

    if text := "\n\n".join(faults):
        pytest.fail(text, pytrace=False)
