"""One rule as its kind reads it."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from typing import NamedTuple

from gxlint.config.checking import unknown_name
from gxlint.findings import Finding, Safety
from gxlint.i18n import _, translated
from gxlint.toml_rules.draft import Draft
from gxlint.toml_rules.keys import FIX, FORM, IN, MESSAGE, Key
from gxlint.toml_rules.message import AGENCY, YEAR, Message, MessageError
from gxlint.toml_rules.names import PARTS, CellName, all_cells, cell_name, official_layouts, section_of
from gxlint.toml_rules.table import Table

#: Finds what a rule is about.
Find = Callable[[Draft], Iterator[Finding]]

#: What a rule may be for, besides forms by their ids.
DOCUMENT, ANY_REPORT, DISCLOSURE = "document", "report", "disclosure"
_FORMS = (DOCUMENT, ANY_REPORT, DISCLOSURE)


class Definition:
    """The values of a rule, which its kind asks for; what is wrong with them is noted on the way."""

    def __init__(self, table: Table, form: str) -> None:
        """Read what all kinds have.

        Args:
            table: as written.
            form: of what the rule is for; empty if that follows from what it asks for.
        """
        self.table = table
        self._reads_report = False
        self.form = table.text(FORM, form)
        self.parts = table.texts(IN)
        """Names of the parts that it reads; none for the whole draft."""
        if self.form == DOCUMENT and self.parts:
            table.mistake(IN, _('form = "document" 是任何文档，没有报告的各部分；去掉 in，或改写 form'))
        if not self.form and self.parts:
            self.form = DISCLOSURE
        self._check_form()
        if self.form == DISCLOSURE:
            self._check_parts()

    def _check_form(self) -> None:
        """Refuse a name that is nearly a known one; any other may be a plugin's form."""
        from difflib import get_close_matches  # only where a rule names a form

        for near in get_close_matches(self.form, _FORMS, 1) if self.form not in ("", *_FORMS) else ():
            self.table.mistake(FORM, _("没有这种报告：{name}；是不是 {near}？", name=self.form, near=near))

    @property
    def foreign_form(self) -> str:
        """The id of the form that it is for, if that is one of a plugin."""
        return "" if self.form in _FORMS else self.form

    def _check_parts(self) -> None:
        for name in self.parts:
            if name not in PARTS:
                try:
                    section_of(name, official_layouts())
                except LookupError as error:
                    self.table.mistake(IN, str(error.args[0]), name)

    def needs_report(self) -> None:
        """Say that the rule asks for what only reports have."""
        if self.form == DOCUMENT:
            self.table.mistake(FORM, _('form = "document" 是任何文档，没有统计表和年度；去掉 form 这一行'))
        self.form = self.form or DISCLOSURE

    def message(
        self, known: Collection[str], default: str | None = None
    ) -> Callable[[Draft, Mapping[str, object]], str | None]:
        """What a finding says.

        Args:
            known: placeholders that the kind fills in.
            default: where the rule has no message of its own, marked for the catalogues; ``None`` if it must have one.

        Returns:
            A function of the draft and the values of the placeholders. It gives ``None`` where the draft does not tell
            one of them.
        """
        is_own = MESSAGE in self.table
        text = self.table.text(MESSAGE, default or "")
        if not text:
            example = 'message = "……"'
            self.table.mistake("", _("缺少 {key}，写上 {example}", key=MESSAGE, example=example))
        names = self.checked(MESSAGE, text, (*known, AGENCY, YEAR))
        if names is not None and names.names & {AGENCY, YEAR}:
            self.needs_report()

        def fill(draft: Draft, values: Mapping[str, object]) -> str | None:
            if names is None:
                return None
            every = {**draft.values, **values}
            if not names.names <= every.keys():
                return None
            return names.filled(every) if is_own else translated(text).format(**every)

        return fill

    def checked(self, key: str, text: str, known: Collection[str]) -> Message | None:
        """A text with placeholders; ``None``, and a mistake, if it has one that it may not have."""
        try:
            return Message(text, known)
        except MessageError as error:
            self.table.mistake(key, str(error))
            return None

    @property
    def safety(self) -> Safety:
        """Of its fixes."""
        return Safety(self.table.text(FIX, Safety.UNSAFE.value))

    def cells(self, key: str) -> tuple[CellName, ...]:
        """Cells by their names; unknown ones are mistakes and left out."""
        self.needs_report()
        return tuple([cell for text in self.table.texts(key) if (cell := self._cell(key, text)) is not None])

    def _cell(self, key: str, text: str) -> CellName | None:
        name = cell_name(text)
        if name is not None and (self.form != DISCLOSURE or name.keys(official_layouts())):
            return name
        self.table.mistake(key, unknown_name(_("统计表里没有这一格"), text, all_cells()), text)
        return None


class Kind(NamedTuple):
    """A kind of rules."""

    name: str
    doc: str
    category: str
    """Of its rules, unless they say otherwise."""
    keys: Sequence[Key]
    """What they may say besides what all rules do."""
    make: Callable[[Definition], Find | None]
    """Makes what finds; ``None`` where mistakes do not let it."""
    mends: Callable[[Definition], bool] = lambda _definition: False
    """Whether such a rule offers fixes."""
