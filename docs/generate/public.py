"""What is public, as the reference shows it: its pages in order, and on each the names in order."""

from __future__ import annotations

from typing import NamedTuple


class Page(NamedTuple):
    """A page of the reference."""

    name: str
    title: str
    intent: str
    modules: dict[str, tuple[str, ...]]
    """Public names by module, in the order of the page; none for all of a module's ``__all__``."""


PAGES = (
    Page(
        "rules",
        "Rules",
        "What a rule is made of, and what it says.",
        {
            "gxlint.rule": ("rule", "Rule", "Citation", "CATEGORIES"),
            "gxlint.findings": ("Finding", "Severity", "Fix", "Safety", "Edit", "Related", "Diagnostic"),
            "gxlint.i18n": ("_", "later", "translated", "language", "speaking"),
        },
    ),
    Page(
        "drafts",
        "Drafts and places",
        "What parsers build and rules read: blocks, reader's text, and spans into the source.",
        {
            "gxlint.document": (
                "Document",
                "Block",
                "Paragraph",
                "Table",
                "TableCell",
                "Picture",
                "Verbatim",
                "Comment",
                "Problem",
            ),
            "gxlint.text": (),
        },
    ),
    Page(
        "reports",
        "Reports",
        "A draft read against an official form.",
        {
            "gxlint.form.report": (
                "Report",
                "Title",
                "Section",
                "Statement",
                "Signature",
                "Period",
                "ContactEntry",
                "Contact",
                "Condensed",
            ),
            "gxlint.form.disclosure": ("DisclosureReport",),
            "gxlint.form.figures": ("FormTable", "Cell", "State", "Breach", "Label"),
            "gxlint.form.layout": ("Layout", "SectionForm", "TableForm", "Row", "Column", "Key", "Identity"),
        },
    ),
    Page(
        "prose",
        "Reading prose",
        "Readers that know nothing of any form: dates, counts, agencies, documents, items, word lists.",
        {
            "gxlint.prose.clauses": ("read_prose", "Prose", "Sentence", "Clause"),
            "gxlint.prose.counts": (
                "find_counts",
                "find_percentages",
                "find_absences",
                "Count",
                "Percentage",
                "Absence",
            ),
            "gxlint.prose.dates": ("find_dates", "find_periods", "WrittenDate", "WrittenPeriod"),
            "gxlint.prose.agencies": (
                "read_agency",
                "same_body",
                "find_self_mentions",
                "Agency",
                "Kind",
                "Level",
                "SelfMention",
            ),
            "gxlint.prose.documents": (
                "find_titles",
                "find_unmarked_titles",
                "find_numbers",
                "DocumentTitle",
                "DocumentNumber",
            ),
            "gxlint.prose.items": ("read_item", "find_enumerators", "Item", "Enumerator"),
            "gxlint.prose.numerals": ("read_number", "read_chinese"),
            "gxlint.prose.wordlists": ("word_list", "WordList", "WordListOptions", "Hit"),
        },
    ),
    Page(
        "plugins",
        "Plugins",
        "What a plugin may bring: rules, parsers, forms, reporters, words, translations.",
        {
            "gxlint.plugins": (
                "hookimpl",
                "Hooks",
                "toml_rules",
                "walk_rules",
                "Failure",
                "DeferredParser",
                "WordFile",
                "INTERFACE",
                "OLDEST_INTERFACE",
            ),
            "gxlint.parsers.base": ("Parser", "TextParser", "UnreadableError"),
            "gxlint.parsers.writing": ("Writer", "RefusedEditError", "apply_edits"),
            "gxlint.form.report": ("Form", "Drafting"),
            "gxlint.reporters.base": ("Format", "Reporter", "Style", "Checked", "Summary"),
        },
    ),
    Page(
        "testing",
        "Testing",
        "For authors of rules, parsers and forms.",
        {"gxlint.testing": ()},
    ),
    Page(
        "linting",
        "Linting from a program",
        "The door that the command line and the language server use too.",
        {"gxlint.api": ("Linter",), "gxlint.engine": ("Result", "Status")},
    ),
)
