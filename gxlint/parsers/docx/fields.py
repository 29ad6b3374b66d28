"""Complex fields: an instruction, which is not shown, and its result, which is."""

from __future__ import annotations

from xml.etree.ElementTree import Element


class Fields:
    """The fields that are open at a place."""

    __slots__ = ("_open", "instructions")

    def __init__(self) -> None:
        self._open: list[bool] = []
        """Innermost last; true while one is in its instruction."""
        self.instructions = 0
        """How many of them are in their instructions; what stands there is not shown."""

    def mark(self, node: Element) -> None:
        """A w:fldChar begins, separates or ends a field."""
        kind = node.get("{w}fldCharType")
        if kind == "begin":
            self._open.append(True)
            self.instructions += 1
        elif kind == "separate" and self._open:
            self.instructions -= self._open[-1]
            self._open[-1] = False
        elif kind == "end" and self._open:
            self.instructions -= self._open.pop()

    def end_instructions(self) -> None:
        """A paragraph ends: a field that is never separated or ended would swallow the rest of the document."""
        if self.instructions:
            self._open = [False] * len(self._open)
            self.instructions = 0
