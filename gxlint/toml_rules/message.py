"""Messages with placeholders, checked before anybody sees one."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from string import Formatter

from gxlint.config.checking import unknown_name
from gxlint.i18n import _

#: What a message about a report may speak of besides.
YEAR, AGENCY = "year", "agency"


class MessageError(ValueError):
    """A text has a placeholder that it may not have; the message says what would be right."""


class Message:
    """A text whose placeholders are known to have values."""

    def __init__(self, text: str, known: Collection[str]) -> None:
        """Check the placeholders.

        Args:
            text: with placeholders in braces; braces themselves are doubled.
            known: names that may stand in braces.

        Raises:
            MessageError: there is another placeholder, or a brace that opens or closes none.
        """
        self._text = text
        self.names = frozenset(_names(text, known))
        """Of its placeholders."""

    def filled(self, values: Mapping[str, object]) -> str:
        """The text with the values of its placeholders."""
        return self._text.format_map(values)


def _names(text: str, known: Collection[str]) -> Iterator[str]:
    try:
        fields = [field[1:] for field in Formatter().parse(text)]
    except ValueError as error:
        raise MessageError(_("“{text}”里的花括号不成对；要写花括号本身，写两遍", text=text)) from error
    for name, spec, conversion in fields:
        if name is None:
            continue
        if name not in known:
            fault = unknown_name(_("没有这个占位符"), f"{{{name}}}", [f"{{{item}}}" for item in known])
            names = _("、").join(f"{{{item}}}" for item in known)
            raise MessageError(_("{fault}；可以用的是 {names}", fault=fault, names=names) if known else fault)
        if spec or conversion:
            raise MessageError(_("占位符只写名称：{name}", name=f"{{{name}}}"))
        yield name
