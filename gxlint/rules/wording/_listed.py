"""Findings from word lists, and what all rules on wording rest on."""

from __future__ import annotations

from gxlint.findings import Finding, Fix
from gxlint.i18n import _, translated
from gxlint.prose.wordlists import Hit, WordList, WordListOptions, word_list


def listed(name: str, options: WordListOptions) -> WordList:
    """The word list *name* of this folder, with what the user adds to it."""
    return word_list(__package__, name, options)


def finding(hit: Hit) -> Finding:
    """Says what the words should be."""
    entry = hit.entry
    if entry.note:
        message = _("“{wrong}”应为“{right}”：{note}", wrong=hit.text, right=entry.right, note=translated(entry.note))
    else:
        message = _("“{wrong}”应为“{right}”", wrong=hit.text, right=entry.right)
    title = _("改为“{right}”", right=entry.right)
    return Finding(hit.span, message, fixes=(Fix.replace(hit.span, entry.right, title, safety=entry.safety),))
