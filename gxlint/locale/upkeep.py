"""Keeping the catalogues in step with the code. For developers: needs Babel."""

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

ROOT = Path(__file__).parents[2]
#: Where messages are: the program, and the plugins that are kept with it.
PLACES = ("gxlint", "plugins")
TRANSLATIONS = tuple(sorted(path.parts[-2] for path in Path(__file__).parent.glob("*/LC_MESSAGES")))
_HEADER = """\
# Translations of gxlint's messages.
# After a change in the code run `make messages`, translate what is new or marked fuzzy, and run it again."""
#: Dates in a catalogue would change it with every run.
_NO_DATE = datetime(2000, 1, 1, tzinfo=UTC)


def sources(root: Path = ROOT) -> Iterator[Path]:
    """The files that may hold messages."""
    for place in PLACES:
        yield from sorted((root / place).rglob("*.py"))
        yield from sorted(path for path in (root / place).rglob("*.txt") if "rules" in path.parts)


def template(paths: Iterable[Path], root: Path = ROOT) -> Catalog:
    """All messages of the given files, untranslated."""
    catalog = Catalog()
    for path in paths:
        name = path.relative_to(root).as_posix()
        extract = messages if path.suffix == ".py" else notes
        for message in sorted(extract(path.read_text(encoding="utf-8")), key=lambda message: message.line):
            catalog.add(message.text, locations=[(name, message.line)])
    return catalog


def read(language: str, root: Path = ROOT) -> Catalog:
    """A language's catalogue; an empty one where there is none yet."""
    path = root / "gxlint" / path_of(language, ".po")
    if not path.exists():
        return Catalog(locale=language, domain=DOMAIN)
    with path.open("rb") as file:
        return read_po(file, locale=language, domain=DOMAIN)


def update(language: str, root: Path = ROOT) -> list[str]:
    """Bring a language's catalogue in step with the code and compile it.

    Returns:
        The messages that still have to be translated: those without a translation, and those whose source changed.
    """
    catalog = read(language, root)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # Babel warns of the year in its own default header
        catalog.update(template(sources(root), root), update_header_comment=False)
    catalog.obsolete.clear()
    _set_header(catalog)
    folder = root / "gxlint" / path_of(language, "")
    folder.parent.mkdir(parents=True, exist_ok=True)
    folder.with_suffix(".po").write_bytes(as_po(catalog))
    folder.with_suffix(".mo").write_bytes(compiled(catalog))
    return missing(catalog)


def _set_header(catalog: Catalog) -> None:
    catalog.header_comment = _HEADER
    catalog.project, catalog.version = DOMAIN, ""
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
