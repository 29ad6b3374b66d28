"""The page of a rule: as text, and as a file that an editor opens where a finding links to it."""

from __future__ import annotations

from pathlib import Path

from gxlint.batch.store import make, usual_folder
from gxlint.i18n import _, language
from gxlint.reporters.explained import explained
from gxlint.rule import Citation, Rule
from gxlint.saving import replace_file


def rule_page(rule: Rule) -> str:
    """A rule's documentation in Markdown."""
    lines = [f"**{rule.summary}** `{rule.id}`", *map(_basis, rule.basis), explained(rule)]
    return "\n\n".join(filter(None, lines))


def _basis(citation: Citation) -> str:
    name = " ".join(filter(None, citation[:2]))
    return _("依据：{citation}", citation=f"[{name}]({citation.url})" if citation.url else name)


class Pages:
    """The pages as files, in the place for what can be made again; each is written when it is first linked to."""

    def __init__(self) -> None:
        self._addresses: dict[tuple[str, str], str] = {}

    def address(self, rule: Rule) -> str:
        """The URI of a rule's page in the language at hand; empty where it cannot be written."""
        key = (rule.id, language())
        if key not in self._addresses:
            self._addresses[key] = self._written(rule)
        return self._addresses[key]

    def forget(self) -> None:
        """Write the pages anew: a rule of the user's own may have changed."""
        self._addresses = {}

    def _written(self, rule: Rule) -> str:
        folder = usual_folder()
        path = Path(folder, "rules", language(), f"{rule.id.replace('/', '.')}.md")
        try:
            make(folder)
            path.parent.mkdir(parents=True, exist_ok=True)
            replace_file(str(path), rule_page(rule).encode())
        except OSError:
            return ""
        return path.absolute().as_uri()
