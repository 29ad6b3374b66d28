"""A language's translations, read from compiled catalogues: gxlint's own, and those of plugins."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache
from gettext import GNUTranslations
from io import BytesIO
from pkgutil import get_data
from string import Formatter

from gxlint.locale.files import compiled_in

DOMAIN = "gxlint"


def path_of(language: str, suffix: str, domain: str = DOMAIN) -> str:
    """Where a catalogue is, relative to the package: ``.po`` for people, ``.mo`` for the program."""
    return f"locale/{language}/LC_MESSAGES/{domain}{suffix}"


class Catalogue:
    """The translations into one language."""

    def __init__(self, data: bytes) -> None:
        """Read a compiled catalogue."""
        self._translations = GNUTranslations(BytesIO(data))
        self._formatter = PluralFormatter()

    def message(self, template: str, values: Mapping[str, object]) -> str:
        """The translation of *template* (itself, if there is none), filled in."""
        found = self._translations.gettext(template) if template else ""
        return self._formatter.vformat(found, (), values) if values else found


class PluginCatalogue:
    """The translations of a plugin into one language; what it does not have, gxlint's own may."""

    def __init__(self, catalogues: Iterator[Catalogue], fallback: Catalogue) -> None:
        self._catalogues = (*catalogues, fallback)

    def message(self, template: str, values: Mapping[str, object]) -> str:
        """The translation of *template*, filled in; *template* itself where a translation cannot be."""
        for catalogue in self._catalogues:
            try:
                found = catalogue.message(template, values)
            except (LookupError, ValueError):  # it names other placeholders
                continue
            if found != template:
                return found
        return template.format(**values) if values else template


class PluralFormatter(Formatter):
    """Formats like ``str.format``; ``{n:file|files}`` gives the first word for 1 and the second else."""

    def format_field(self, value: object, format_spec: str) -> str:
        """One placeholder."""
        one, bar, other = format_spec.partition("|")
        if bar:
            return one if str(value) == "1" else other
        return str(super().format_field(value, format_spec))


@cache
def catalogue(language: str) -> Catalogue:
    """The catalogue of a language other than Chinese."""
    data = get_data("gxlint", path_of(language, ".mo"))  # works in a zip too
    return Catalogue(data or b"")


def plugin_catalogue(folder: str, language: str) -> PluginCatalogue:
    """The catalogue of a plugin for a language other than Chinese.

    Args:
        folder: that holds ``<language>/LC_MESSAGES/*.mo``; it need not have the language.
        language: the language.

    Raises:
        OSError, ValueError: a file cannot be read, or is no compiled catalogue.
    """
    return PluginCatalogue(map(_read, compiled_in(folder, language)), catalogue(language))


def _read(path: str) -> Catalogue:
    with open(path, "rb") as file:
        return Catalogue(file.read())
