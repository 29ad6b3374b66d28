"""What a rule's documentation must have: nobody can rely on what is neither explained nor shown."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any, get_args

from gxlint.findings import Diagnostic, Safety
from gxlint.i18n import LANGUAGES, SOURCE, _, speaking
from gxlint.locale.files import compiled_in
from gxlint.options import options_of
from gxlint.rule import Rule
from gxlint.testing.notation import Example, read_examples
from gxlint.testing.running import Bench
from gxlint.testing.trials import Trial, trial_of

_HAN = re.compile(r"[\u4e00-\u9fff]")
_EXPLANATION = re.compile(r"^## 说明[^\n]*\n+(?!#)\S", re.MULTILINE)


def missing(rule: Rule, examples: Sequence[Example]) -> Iterator[str]:
    """What a rule's documentation lacks.

    Args:
        rule: with its documentation.
        examples: all that there are, in the documentation and elsewhere.
    """
    if not rule.summary or rule.summary.startswith(("`", "~", "#")):
        yield _("{rule}：说明的第一行要用一句话说清错在哪里", rule=rule.id)
    if not _EXPLANATION.search(rule.doc):
        part = "doc" if rule.written else _("“## 说明”一节")
        yield _("{rule}：缺少{part}（为什么不行、怎么改）", rule=rule.id, part=part)
    if not any(example.bad for example in examples):
        yield _("{rule}：没有有问题的示例（bad）", rule=rule.id)
    if all(example.bad for example in examples):
        yield _("{rule}：没有不该提示的示例（good）", rule=rule.id)
    yield from _unused_options(rule, examples)


def _unused_options(rule: Rule, examples: Sequence[Example]) -> Iterator[str]:
    shown = {name for example in examples for name in example.fragment.options}
    for option in options_of(rule):
        if option.name not in shown and not _is_path(option.type):
            yield _("{rule}：没有示例用到选项 {option}（如 bad in=六 {option}=…）", rule=rule.id, option=option.name)


def _is_path(type_: Any) -> bool:
    """Whether an option names a file, which no example can bring along."""
    return type_ is Path or Path in get_args(type_)


def fix_faults(rule: Rule, bench: Bench | None = None) -> Iterator[str]:
    """How the declared safety of a rule's fixes differs from what its examples show.

    Args:
        rule: with its documentation.
        bench: with the other rules; by default those of gxlint itself.

    Raises:
        NotationError: an example does not fit the report or the rule.
    """
    bench = bench or Bench(rule)
    trials = [trial_of(bench, example) for example in read_examples(rule.doc)]
    offered = {fix.safety for trial in trials for diagnostic in trial.found for fix in diagnostic.fixes}
    best = Safety.SAFE if Safety.SAFE in offered else next(iter(offered), None)
    if best != rule.fix:
        yield _(
            "{rule}：写的是 fix={declared}，示例里最好的修改是 {best}",
            rule=rule.id,
            declared=_named(rule.fix),
            best=_named(best),
        )


def untranslated(rule: Rule, bench: Bench) -> Iterator[str]:
    """What is left in Chinese of a rule whose plugin speaks another language: its summary, and what its examples show.

    Args:
        rule: as its plugin brought it.
        bench: with the rule.

    Raises:
        NotationError: an example does not fit the report or the rule.
    """
    if rule.written is not None:  # a file of rules speaks the one language that it is written in
        return
    spoken = [name for name in LANGUAGES if name != SOURCE and _speaks(rule, name)]
    trials = [trial_of(bench, example) for example in read_examples(rule.doc) if example.bad] if spoken else []
    for language in spoken:
        said = [(_said(trial.found), _said(Trial(bench, trial.example, language).found)) for trial in trials]
        with speaking(language):
            said.append(([rule.doc.partition("\n")[0]], [rule.summary]))
        same = [text for chinese, other in said for text in chinese if text in other and _HAN.search(text)]
        for text in dict.fromkeys(same):
            yield _("{rule}：没有译成 {language}：{text}", rule=rule.id, language=language, text=text)


def _speaks(rule: Rule, language: str) -> bool:
    """Whether the plugin that brought a rule has a catalogue for a language."""
    return rule.translations is not None and bool(compiled_in(rule.translations.folder, language))


def _said(found: Iterable[Diagnostic]) -> list[str]:
    """All that findings say."""
    return [
        text
        for item in found
        for text in (item.message, *(other.message for other in item.related), *(fix.title for fix in item.fixes))
    ]


def _named(safety: Safety | None) -> str:
    return f"Safety.{safety.name}" if safety else "None"
