"""Messages in the user's language.

Chinese is the source language: messages stand in the code as writers read them, and cost nothing. Other languages
translate from it by catalogues in :mod:`gxlint.locale`. The language belongs to a run or a request, never to the
process: a language server may talk to two editors at once.

- ``_("应为 {expected}", expected=…)`` inside functions; the text must be a literal, so that it can be extracted.
- ``later("…")`` for what is written down at import, when no language is known: tables, help of the command line.
  It gives the text back as it is; ``translated(…)`` translates it when it is shown.

What goes into a draft (the text of an edit) is Chinese in any language and never passes through here.

A plugin writes its messages in the same way; while it is at work, or its rules are shown, its own catalogues are asked
before gxlint's, and nobody else's.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:  # gettext costs a tenth of a bare interpreter start
    from gxlint.locale.catalogue import PluginCatalogue

#: The language of the code, and what is spoken where nobody chose.
SOURCE: Final = "zh"
LANGUAGES: Final = (SOURCE, "en")

_language: ContextVar[str] = ContextVar("language", default=SOURCE)


class Translations:
    """The catalogues of a plugin, each read when its language is first spoken."""

    def __init__(self, folder: str) -> None:
        """Read nothing yet.

        Args:
            folder: that holds ``<language>/LC_MESSAGES/*.mo``.
        """
        self.folder = folder
        self._catalogues: dict[str, PluginCatalogue] = {}

    def catalogue(self, language: str) -> PluginCatalogue:
        """The catalogue for a language other than Chinese.

        Raises:
            OSError, ValueError: it cannot be read.
        """
        if language not in self._catalogues:
            from gxlint.locale.catalogue import plugin_catalogue

            self._catalogues[language] = plugin_catalogue(self.folder, language)
        return self._catalogues[language]


_translations: ContextVar[Translations | None] = ContextVar("translations", default=None)


def _(template: str, /, **values: object) -> str:
    """*template* in the language at hand, with its ``{name}`` placeholders filled in."""
    if (language := _language.get()) != SOURCE:
        if own := _translations.get():
            return own.catalogue(language).message(template, values)
        from gxlint.locale.catalogue import catalogue  # as above

        return catalogue(language).message(template, values)
    return template.format(**values) if values else template


def later(text: str, /) -> str:
    """*text* unchanged, marked for the catalogues."""
    return text


def translated(text: str, /) -> str:
    """A marked text in the language at hand; unchanged where no catalogue has it."""
    return text if _language.get() == SOURCE else _(text)


def language() -> str:
    """The language at hand."""
    return _language.get()


def speak(name: str) -> None:
    """Use a language for the rest of this context: the run, or the request of an editor.

    Args:
        name: one of :data:`LANGUAGES`.

    Raises:
        ValueError: it is none of them.
    """
    if name not in LANGUAGES:
        raise ValueError(name)
    _language.set(name)


@contextmanager
def speaking(name: str) -> Iterator[None]:
    """Use a language inside the block, whatever :func:`speak` says there; arguments and errors as there."""
    before = _language.get()
    speak(name)
    try:
        yield
    finally:
        _language.set(before)


@contextmanager
def translating(translations: Translations | None) -> Iterator[None]:
    """Ask the catalogues of a plugin first inside the block; ``None`` is for gxlint itself."""
    token = _translations.set(translations)
    try:
        yield
    finally:
        _translations.reset(token)


def spoken_in(locale: str) -> str:
    """The language for an editor's locale, such as ``zh-cn``, ``en`` or ``de``: Chinese for Chinese, else English."""
    return SOURCE if locale.lower().startswith(SOURCE) else "en"
