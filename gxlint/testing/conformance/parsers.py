"""What a parser owes whoever names a file to it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain
from pathlib import PurePath
from typing import NamedTuple

from gxlint.crashes import CRASHES
from gxlint.document import Document
from gxlint.findings import Edit
from gxlint.parsers.base import Parser, UnreadableError
from gxlint.parsers.writing import RefusedEditError, TextWriter, Writer, apply_edits
from gxlint.testing.conformance.documents import document_faults
from gxlint.testing.conformance.hostile import damaged, strange_files
from gxlint.testing.conformance.snapshots import snapshot
from gxlint.text import Span

_NAME = re.compile(r"[\w-]+")
_SUFFIX = re.compile(r"\.[^\s./\\A-Z]+")
#: No parser opens what it is named: its bytes come with it.
_FOLDER = "没有这个文件夹"
#: Places per sample at which a change is written back.
_PROBES = 10
_HAN = re.compile(r"[\u4e00-\u9fff]{2}")
_NEW = "改了"


class Sample(NamedTuple):
    """A file that the parser reads."""

    name: str
    """File name, with one of the parser's suffixes."""
    data: bytes
    words: Sequence[str] = ()
    """What a reader sees in paragraphs and cells, in the order of reading; anything may stand between."""


def check_parser(parser: Parser, samples: Iterable[Sample]) -> None:
    """Check everything that gxlint relies on in a parser.

    * It reads each sample, and the documents keep their promises, see :func:`check_document`; what a reader sees is in
      them, in order. The path is a name to it, which it never opens.
    * It is stateless: what it makes of a file depends on nothing that it read before.
    * Damaged files, and files that are something else, are read as far as they go or refused by an
      :class:`~gxlint.parsers.base.UnreadableError` that says what to do; nothing else is raised.
    * If it has ``parse_text``, that makes the same of a sample's text.
    * If its files can be written (it has ``write`` or ``parse_text``), a sample written back without changes is read as
      before, and a change comes out where it was made and nowhere else, or is refused.

    Args:
        parser: the one to check.
        samples: several, as different as its files are.

    Raises:
        AssertionError: something is not as it should be; says what, and in which file.
    """
    samples = list(samples)
    faults = [*_identity_faults(parser), *_sample_faults(parser, samples)]
    faults += _hostile_faults(parser, samples)
    faults += _memory_faults(parser, samples)
    if not samples:
        faults.append("no sample to be read")
    if faults:
        raise AssertionError("\n".join(faults))


def _identity_faults(parser: Parser) -> Iterator[str]:
    if not _NAME.fullmatch(parser.name):
        yield f"name {parser.name!r}: letters, digits, underscores and dashes only"
    if not parser.suffixes:
        yield "suffixes: none"
    for suffix in parser.suffixes:
        if not _SUFFIX.fullmatch(suffix):
            yield f"suffix {suffix!r}: in lower case, with a dot in front and no other"


def _sample_faults(parser: Parser, samples: Iterable[Sample]) -> Iterator[str]:
    for sample in samples:
        try:
            faults = list(_reading_faults(parser, sample))
        except CRASHES as error:
            faults = [_raised(error)]
        yield from (f"{sample.name}: {fault}" for fault in faults)


def _reading_faults(parser: Parser, sample: Sample) -> Iterator[str]:
    if PurePath(sample.name).suffix.lower() not in parser.suffixes:
        yield f"its name has none of the suffixes {' '.join(parser.suffixes)}"
    document = _read(parser, sample)
    yield from document_faults(document)
    if document.source.path != _path(sample):
        yield f"source.path is {document.source.path!r}, not the path that was given"
    if document.source.kind != parser.name:
        yield f"source.kind is {document.source.kind!r}, not the parser's name {parser.name!r}"
    yield from _missing_words(document, sample.words)
    yield from _text_faults(parser, sample, document)
    yield from _writing_faults(parser, sample, document)


def _path(sample: Sample) -> str:
    return f"{_FOLDER}/{sample.name}"


def _read(parser: Parser, sample: Sample) -> Document:
    return parser.parse(sample.data, _path(sample))


def _missing_words(document: Document, words: Sequence[str]) -> Iterator[str]:
    seen = "\n".join(_texts(document))
    reached = 0
    for wanted in words:
        at = seen.find(wanted, reached)
        if at < 0:
            place = "in the wrong order" if wanted in seen else "in no paragraph and no cell"
            yield f"{wanted!r} is {place}"
        else:
            reached = at + len(wanted)


def _texts(document: Document) -> Iterator[str]:
    """What a reader sees, in the order of reading."""
    cells = [(cell.span, cell.text) for table in document.tables for cell in table.cells]
    paragraphs = [(paragraph.span, paragraph.text) for paragraph in document.paragraphs]
    return (text for _span, text in sorted(chain(paragraphs, cells)))


def _text_faults(parser: Parser, sample: Sample, document: Document) -> Iterator[str]:
    parse_text = getattr(parser, "parse_text", None)
    if parse_text is None:
        return
    again = parse_text(document.text, _path(sample), encoding=document.source.encoding)
    if snapshot(again) != snapshot(document):
        yield "parse_text makes something else of its text than parse of its bytes"


def _writing_faults(parser: Parser, sample: Sample, document: Document) -> Iterator[str]:
    writer = parser if isinstance(parser, Writer) else TextWriter() if hasattr(parser, "parse_text") else None
    if writer is None:
        return
    for edits in ((), *_edits(document)):
        try:
            written = sample._replace(data=writer.write(sample.data, document, edits))
        except RefusedEditError as error:
            if not edits or not str(error):
                yield f"written with {list(edits)}: refused, saying {str(error)!r}"
            continue
        wanted, found = apply_edits(document.text, edits), _read(parser, written).text
        if found != wanted:
            at = next((i for i, (a, b) in enumerate(zip(found, wanted, strict=False)) if a != b), len(wanted))
            yield f"written with {list(edits)}: reads {found[at : at + 9]!r}, not {wanted[at : at + 9]!r}"


def _edits(document: Document) -> Iterator[tuple[Edit]]:
    """Changes of two characters each, here and there."""
    places = [Span(*match.span()) for match in _HAN.finditer(document.text)]
    seen = [place for place in places if any(block.span.contains(place) for block in document.blocks)]
    return ((Edit(place, _NEW),) for place in seen[:: len(seen) // _PROBES + 1])


def _hostile_faults(parser: Parser, samples: Sequence[Sample]) -> Iterator[str]:
    suffix = next(iter(parser.suffixes), "")
    strange = [(what, Sample(f"草稿{suffix}", data)) for what, data in strange_files()]
    broken = [(f"{it.name} {what}", it._replace(data=data)) for it in samples for what, data in damaged(it.data)]
    for what, sample in (*strange, *broken):
        try:
            document = _read(parser, sample)
        except UnreadableError as error:
            if not str(error) or _FOLDER in str(error):
                yield f"{what}: the error should say what is wrong, without the path, and says {str(error)!r}"
        except CRASHES as error:
            yield f"{what}: {_raised(error)}"
        else:
            yield from (f"{what}: {fault}" for fault in document_faults(document))


def _memory_faults(parser: Parser, samples: Sequence[Sample]) -> Iterator[str]:
    """Samples that are read otherwise after others, or a second time."""
    readable = [sample for sample in samples if _is_readable(parser, sample)]
    first = [snapshot(_read(parser, sample)) for sample in readable]
    for sample, before in reversed(list(zip(readable, first, strict=True))):
        if snapshot(_read(parser, sample)) != before:
            yield f"{sample.name}: read again, after others, it is another document"


def _is_readable(parser: Parser, sample: Sample) -> bool:
    try:
        _read(parser, sample)
    except CRASHES:
        return False
    return True


def _raised(error: BaseException) -> str:
    """An error and where it was raised."""
    trace = error.__traceback__
    while trace and trace.tb_next:
        trace = trace.tb_next
    where = f", in {trace.tb_frame.f_code.co_filename}:{trace.tb_lineno}" if trace else ""
    return f"raises {type(error).__name__}: {error}{where}"
