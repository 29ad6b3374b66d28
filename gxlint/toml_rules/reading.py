"""Reads a file of rules: what is right in it becomes rules, what is not is told all at once."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from gxlint.config.checking import unknown_name
from gxlint.config.lines import Name
from gxlint.config.values import ConfigError, read_toml
from gxlint.document import Document
from gxlint.findings import Finding, Severity
from gxlint.form.disclosure import DisclosureReport
from gxlint.form.report import Report
from gxlint.i18n import _
from gxlint.rule import Citation, Rule, Written
from gxlint.text import Pattern
from gxlint.toml_rules.definition import ANY_REPORT, DISCLOSURE, DOCUMENT, Definition, Find, Kind
from gxlint.toml_rules.documentation import documentation
from gxlint.toml_rules.draft import Draft
from gxlint.toml_rules.keys import (
    BASIS,
    CATEGORY,
    ENABLED,
    FILE_KEYS,
    FORM,
    ID,
    KIND,
    NAMESPACE,
    RULE,
    RULE_KEYS,
    SEVERITY,
)
from gxlint.toml_rules.kinds import KINDS
from gxlint.toml_rules.table import Mistakes, Table

_ID = Pattern(r"[a-z0-9]+(?:-[a-z0-9]+)*")
#: For rules whose own prefix cannot be one.
_UNNAMED = "local"
_NAMESPACE = Pattern(r"[\w-]+")
_SUBJECTS: Mapping[str, type[Document | Report]] = {DOCUMENT: Document, DISCLOSURE: DisclosureReport}


class RuleFile(NamedTuple):
    """What a file of rules comes to."""

    namespace: str
    rules: tuple[Rule, ...]
    """Those without a mistake."""
    mistakes: tuple[ConfigError, ...]
    """In the order of their lines."""


def read_rules(path: str | os.PathLike[str]) -> RuleFile:
    """The rules in a TOML file. It raises nothing: what is wrong is among the mistakes."""
    path = os.path.abspath(path)
    namespace = os.path.splitext(os.path.basename(path))[0]
    try:
        data, text = read_toml(path)
    except ConfigError as error:
        return RuleFile(namespace, (), (error,))
    mistakes = Mistakes(path, text)
    file = Table(mistakes, (), data, FILE_KEYS)
    namespace = file.text(NAMESPACE, namespace)
    if not _NAMESPACE.fullmatch(namespace):
        namespace = _UNNAMED
        mistakes.add(
            (NAMESPACE,),
            _(
                "前缀“{name}”只能由文字、数字、下划线和短横线组成；写上 {example}",
                name=namespace,
                example='namespace = "qinghe"',
            ),
        )
    if not data.get(RULE):
        mistakes.add((), _("文件里没有规则：每条规则写在一个 [[rule]] 下面"))
    rules = tuple(_rules(file, mistakes))
    return RuleFile(namespace, rules, tuple(sorted(mistakes.found, key=lambda mistake: mistake.origin.line)))


def _rules(file: Table, mistakes: Mistakes) -> Iterator[Rule]:
    seen: set[str] = set()
    for name, values in file.tables(RULE):
        before = len(mistakes.found)
        rule = _rule(file, mistakes, name, values)
        written = str(values.get(ID, ""))
        if written in seen:
            mistakes.add((*name, ID), _("编号“{id}”重复，换一个", id=written))
        seen |= {written} if written else set()
        if rule is not None and len(mistakes.found) == before:
            yield rule


def _rule(file: Table, mistakes: Mistakes, name: Name, values: Mapping[str, object]) -> Rule | None:
    """A rule; ``None`` where it does not even say what kind it is. It is of use only if it has no mistake."""
    kind = _kind(mistakes, name, values)
    if kind is None:
        return None
    table = Table(mistakes, name, values, (*RULE_KEYS, *kind.keys))
    if ID in table and not _ID.fullmatch(table.text(ID)):
        table.mistake(ID, _("编号“{id}”只能由小写字母、数字和短横线组成", id=table.text(ID)))
    definition = Definition(table, file.text(FORM))
    before = len(mistakes.found)
    find = kind.make(definition)
    basis = table.texts(BASIS) or file.texts(BASIS)
    doc = documentation(table, mistakes)
    if find is None or len(mistakes.found) > before:
        return None
    return Rule(
        id=table.text(ID),
        category=table.text(CATEGORY, kind.category),
        severity=Severity[table.text(SEVERITY, file.text(SEVERITY, Severity.WARNING.label)).upper()],
        basis=tuple([_citation(text) for text in basis]),
        check=_check(definition, find),
        fix=definition.safety if kind.mends(definition) else None,
        enabled=table.flag(ENABLED, default=True),
        written=Written(doc, mistakes.path, mistakes.line(name), definition.foreign_form),
    )


def _kind(mistakes: Mistakes, name: Name, values: Mapping[str, object]) -> Kind | None:
    written = values.get(KIND)
    if isinstance(written, str) and written in KINDS:
        return KINDS[written]
    names = _("、").join(KINDS)
    if KIND not in values:
        mistakes.add(name, _("缺少 {key}（种类），写上其中一种：{names}", key=KIND, names=names))
    else:
        fault = unknown_name(_("没有这种规则"), str(written), KINDS)
        mistakes.add((*name, KIND), _("{fault}（可以写 {names}）", fault=fault, names=names))
    return None


def _citation(text: str) -> Citation:
    """An authority, its article apart: 《……办法》第八条."""
    source, mark, locus = text.rpartition("》")
    return Citation(source + mark, locus.strip()) if mark else Citation(text)


def _check(definition: Definition, find: Find) -> Callable[[Any], Iterator[Finding]]:
    """What the engine calls, with the annotation by which it knows what to hand over."""
    form = definition.form or DOCUMENT
    subject = _SUBJECTS.get(form, Report)

    def check(read: Document | Report) -> Iterator[Finding]:
        if isinstance(read, Document):
            return find(Draft(read))
        if form in (DISCLOSURE, ANY_REPORT) or read.form == form:
            return find(Draft(read.document, read))
        return iter(())

    check.__annotations__["read"] = subject
    return check


__all__: Sequence[str] = ["RuleFile", "read_rules"]
