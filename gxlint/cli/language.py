"""Which language a run speaks: ``--lang``, else ``GXLINT_LANG``, else the configuration's ``lang``, else Chinese."""

from __future__ import annotations

import os
from collections.abc import Sequence
from itertools import pairwise, takewhile

import click
from click.core import ParameterSource

from gxlint.i18n import LANGUAGES, SOURCE, later, speak

VARIABLE = "GXLINT_LANG"
_NAME = "--lang"
_CHOSEN = (ParameterSource.COMMANDLINE, ParameterSource.ENVIRONMENT)

#: On every command. The choice takes effect before click reads the command line, or its complaints and its help, which
#: it gives as it meets ``--help``, would still be Chinese; the option checks the value and is there to be found.
OPTION = click.Option(
    [_NAME],
    type=click.Choice(LANGUAGES),
    envvar=VARIABLE,
    expose_value=False,
    metavar=later("语言"),
    help=later("提示和说明的语言：zh（中文，默认）、en（英文）"),
)


def chosen(arguments: Sequence[str]) -> str:
    """The language that a command line or the environment names; Chinese where neither does, or not rightly."""
    words = [*takewhile(lambda word: word != "--", arguments)]
    named = [value for name, value in pairwise(words) if name == _NAME]
    named += [word.partition("=")[2] for word in words if word.startswith(f"{_NAME}=")]
    named.append(os.environ.get(VARIABLE, ""))
    return next((name for name in named if name in LANGUAGES), SOURCE)


def prefer(language: str | None) -> None:
    """Speak the language that the configuration names, unless the user chose one for this run.

    Args:
        language: one of :data:`LANGUAGES`; ``None`` where the configuration says nothing.
    """
    context = click.get_current_context(silent=True)
    while context is not None and context.get_parameter_source("lang") not in _CHOSEN:
        context = context.parent
    if language is not None and context is None:
        speak(language)
