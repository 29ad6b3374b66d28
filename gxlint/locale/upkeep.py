"""Keeping the catalogues of gxlint, or of a plugin, in step with its code. For developers: needs Babel."""

from __future__ import annotations

import warnings
from collections.abc import Iterable, Iterator
from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

from gxlint.locale.catalogue import DOMAIN, path_of
from gxlint.locale.extraction import messages, notes

#: The package whose messages are meant where no other is named.
PACKAGE = Path(__file__).parents[1]
TRANSLATIONS = tuple(sorted(path.parts[-2] for path in Path(__file__).parent.glob("*/LC_MESSAGES")))
#: What brings a plugin's catalogues in step.
UPKEEP = "python -m gxlint.locale PACKAGE"
_HEADER = """\
# Translations of {name}'s messages.
# After a change in the code run `{command}`, translate what is new or marked fuzzy, and run it again."""
#: Dates in a catalogue would change it with every run.
_NO_DATE = datetime(2000, 1, 1, tzinfo=UTC)


def sources(package: Path = PACKAGE) -> Iterator[Path]:
    """The files of a package that may hold messages."""
    yield from sorted(package.rglob("*.py"))
    yield from sorted(path for path in package.rglob("*.txt") if "rules" in path.parts)


def template(paths: Iterable[Path], package: Path = PACKAGE) -> Catalog:
    """All messages of the given files, untranslated."""
    catalog = Catalog()
    for path in paths:
        name = path.relative_to(package.parent).as_posix()
        extract = messages if path.suffix == ".py" else notes
        for message in sorted(extract(path.read_text(encoding="utf-8")), key=lambda message: message.line):
            catalog.add(message.text, locations=[(name, message.line)])
    return catalog


def read(language: str, package: Path = PACKAGE) -> Catalog:
    """A package's catalogue of a language; an empty one where there is none yet."""
    path = package / path_of(language, ".po", package.name)
    if not path.exists():
        return Catalog(locale=language, domain=package.name)
    with path.open("rb") as file:
        return read_po(file, locale=language, domain=package.name)


def update(language: str, package: Path = PACKAGE) -> list[str]:
    """Bring a package's catalogue of a language in step with its code and compile it.

    Returns:
        The messages that still have to be translated: those without a translation, and those whose source changed.
    """
    catalog = read(language, package)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # Babel warns of the year in its own default header
        catalog.update(template(sources(package), package), update_header_comment=False)
    catalog.obsolete.clear()
    _set_header(catalog, package.name)
    file = package / path_of(language, "", package.name)
    file.parent.mkdir(parents=True, exist_ok=True)
    file.with_suffix(".po").write_bytes(as_po(catalog))
    file.with_suffix(".mo").write_bytes(compiled(catalog))
    return missing(catalog)


def _set_header(catalog: Catalog, name: str) -> None:
    catalog.header_comment = _HEADER.format(name=name, command="make messages" if name == DOMAIN else UPKEEP)
    catalog.project, catalog.version = name, ""
    catalog.last_translator = catalog.language_team = catalog.msgid_bugs_address = ""
    catalog.creation_date = catalog.revision_date = _NO_DATE
    catalog.fuzzy = False


def missing(catalog: Catalog) -> list[str]:
    """The messages that have no translation, or one that somebody has to look at."""
    return [str(message.id) for message in catalog if message.id and (not message.string or message.fuzzy)]


def as_po(catalog: Catalog) -> bytes:
    """A catalogue for people; without line numbers, which change with every edit."""
    buffer = BytesIO()
    write_po(buffer, catalog, width=0, include_lineno=False, sort_by_file=True)
    return buffer.getvalue()


def compiled(catalog: Catalog) -> bytes:
    """A catalogue for the program."""
    buffer = BytesIO()
    write_mo(buffer, catalog)
    return buffer.getvalue()
