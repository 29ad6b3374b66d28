"""A language's translations, read from its compiled catalogue."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from gettext import GNUTranslations
from io import BytesIO
from pkgutil import get_data
from string import Formatter

DOMAIN = "gxlint"


def path_of(language: str, suffix: str) -> str:
    """Where a catalogue is, relative to the package: ``.po`` for people, ``.mo`` for the program."""
    return f"locale/{language}/LC_MESSAGES/{DOMAIN}{suffix}"


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
