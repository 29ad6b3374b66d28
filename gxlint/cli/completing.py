"""What a shell may offer where a value is wanted. Looking for it runs no code of the folder at hand."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Any

import click

from gxlint.text import Pattern

if TYPE_CHECKING:
    from click.shell_completion import CompletionItem

Items = list["CompletionItem[Any]"]

_SEPARATOR = Pattern(r"[,，、]")


def paths(_context: click.Context, _param: click.Parameter, word: str) -> Items:
    """Files and folders, which the shell knows best."""
    return [_item(word, type="file")]


def folders(_context: click.Context, _param: click.Parameter, word: str) -> Items:
    """Folders."""
    return [_item(word, type="dir")]


def rules(_context: click.Context, _param: click.Parameter, word: str) -> Items:
    """The ids of rules."""
    from gxlint.api import default_registry

    listed = default_registry().rules.values()
    return _starting(word, [(rule.id, rule.summary) for rule in listed])


def selectors(_context: click.Context, _param: click.Parameter, word: str) -> Items:
    """Rules and categories, behind those that are there already with a comma between."""
    from gxlint.api import default_registry

    listed = default_registry().rules.values()
    before = word[: max((found.end() for found in _SEPARATOR.finditer(word)), default=0)]
    names = {rule.category: "" for rule in listed} | {rule.id: rule.summary for rule in listed}
    return _starting(word, [(before + name, summary) for name, summary in sorted(names.items())])


def formats(_context: click.Context, _param: click.Parameter, word: str) -> Items:
    """Output formats."""
    from gxlint.api import default_registry
    from gxlint.i18n import translated

    listed = default_registry().formats.values()
    return _starting(word, [(each.name, translated(each.summary)) for each in listed])


def kinds(_context: click.Context, _param: click.Parameter, word: str) -> Items:
    """Kinds of documents."""
    from gxlint.api import default_registry

    return _starting(word, [(name, "") for name in default_registry().kinds])


def references(_context: click.Context, _param: click.Parameter, word: str) -> Items:
    """Branches and tags; else paths, for what follows may be one."""
    return [_item(word, type="file"), *_starting(word, [(name, "") for name in _references()])]


def _references() -> Iterator[str]:
    import os

    from gxlint.git import GitError
    from gxlint.git.changes import references

    try:
        yield from references(os.curdir)
    except GitError:
        return


def _starting(word: str, named: Iterable[tuple[str, str]]) -> Items:
    return [_item(name, help=summary or None) for name, summary in named if name.startswith(word)]


def _item(value: str, **more: Any) -> CompletionItem[Any]:
    from click.shell_completion import CompletionItem  # only shells ask

    return CompletionItem(value, **more)
