"""Whether a rule has changed what it was handed, and how that is undone.

Rules only read. Classes that refused to be changed would make every draft slower to build, plugins or not; so what a
plugin's rule was handed is looked at again when it has done, which costs a fraction of one built-in rule.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from functools import cache, cached_property
from operator import attrgetter
from typing import Any

from gxlint.document import Document, Paragraph, Table
from gxlint.form.report import Report

#: What is read for a report only when a rule asks may be there afterwards.
_LATE = frozenset({"previous"})


class Before:
    """What rules are about to be handed, looked at where a plugin's rule is the first to be."""

    def __init__(self, subjects: Callable[[], Iterable[Document | Report]]) -> None:
        """Look at nothing yet; *subjects* says what there is to be looked at."""
        self._subjects = subjects
        self._snapshot: Snapshot | None = None

    def take(self) -> None:
        """Look at it, if nobody has yet."""
        if self._snapshot is None:
            self._snapshot = Snapshot(self._subjects())

    def restore(self) -> str:
        """See :meth:`Snapshot.restore`."""
        return self._snapshot.restore() if self._snapshot else ""


class Snapshot:
    """A draft as it is at one moment, or several."""

    def __init__(self, subjects: Iterable[Document | Report]) -> None:
        """Take it.

        Args:
            subjects: what a rule is about to be handed.
        """
        objects = {id(part): part for subject in subjects for part in _parts(subject)}
        self._slotted: dict[type, list[Any]] = {}
        self._open: list[tuple[Any, dict[str, Any]]] = []
        for part in objects.values():
            if hasattr(part, "__dict__"):
                self._open.append((part, {name: _copied(value) for name, value in vars(part).items()}))
            else:
                self._slotted.setdefault(type(part), []).append(part)
        self._states = {kind: list(map(_getter(kind), parts)) for kind, parts in self._slotted.items()}

    def restore(self) -> str:
        """Put back what has been changed since, and say what that is: ``Paragraph.level``; empty if it is nothing."""
        return next(iter([*self._restore_slotted(), *self._restore_open()]), "")

    def _restore_slotted(self) -> Iterator[str]:
        for kind, parts in self._slotted.items():
            read = _getter(kind)
            if list(map(read, parts)) != self._states[kind]:
                yield from (
                    f"{kind.__name__}.{name}"
                    for part, state in zip(parts, self._states[kind], strict=True)
                    for name, value in zip(_slots(kind), state, strict=True)
                    if _put_back(part, name, value)
                )

    def _restore_open(self) -> Iterator[str]:
        for part, state in self._open:
            values = vars(part)
            for name in [name for name in values if name not in state and name not in _LATE]:
                del values[name]
                if not isinstance(getattr(type(part), name, None), cached_property):
                    yield f"{type(part).__name__}.{name}"
            for name, value in state.items():
                if name not in values or values[name] != value:
                    values[name] = _copied(value)
                    yield f"{type(part).__name__}.{name}"


def _put_back(part: object, name: str, value: object) -> bool:
    """Whether a slot has changed; afterwards it has not."""
    if getattr(part, name) == value:
        return False
    setattr(part, name, value)
    return True


def _parts(subject: Document | Report) -> Iterator[object]:
    """What a draft consists of, as far as it could be changed."""
    yield subject
    if isinstance(subject, Report):
        yield from _parts(subject.document)
        yield from subject.sections
        yield from subject.tables
        return
    subject.prose  # noqa: B018  # else it would be made anew for each rule
    yield subject.source
    for block in subject.blocks:
        yield block
        if isinstance(block, Paragraph):
            yield block.plain
        elif isinstance(block, Table):
            yield from block.cells
            yield from (cell.plain for cell in block.cells)
    yield from subject.comments


def _copied(value: Any) -> Any:
    """A value that does not change with the one in use."""
    return value.copy() if type(value) in (dict, list, set) else value


@cache
def _slots(kind: type) -> tuple[str, ...]:
    """All slots of a class, those aside that hold what is made when it is asked for."""
    names = [name for base in kind.__mro__ for name in vars(base).get("__slots__", ())]
    return tuple(name for name in names if not name.startswith("_"))


@cache
def _getter(kind: type) -> Callable[[Any], tuple[Any, ...]]:
    names = _slots(kind)
    if len(names) < 2:
        return lambda part: tuple(getattr(part, name) for name in names)
    return attrgetter(*names)
