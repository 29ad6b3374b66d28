"""How what is public is declared, in one line or a few."""

from __future__ import annotations

from collections.abc import Iterator

import griffe
from public import PAGES

#: Characters that a line of a signature may have, and that a value may have to be shown.
_WIDTH, _SHORT = 100, 40
_LISTED = frozenset(name for page in PAGES for names in page.modules.values() for name in names)
_STARS = {griffe.ParameterKind.var_positional: "*", griffe.ParameterKind.var_keyword: "**"}


def head(item: griffe.Object) -> str:
    """How it is declared."""
    match item:
        case griffe.Class():
            bases = ", ".join(str(base) for base in item.bases)
            line = f"class {item.name}{f'({bases})' if bases else ''}"
            start = item.members.get("__init__")
            return f"{line}\n{_signature(start)}" if isinstance(start, griffe.Function) else line
        case griffe.Function():
            return f"def {_signature(item)}"
        case griffe.Attribute():
            return field_line(item)
        case _:
            raise TypeError(f"{item.path} is neither a class, a function nor a value")


def _signature(function: griffe.Function, width: int | None = _WIDTH) -> str:
    name = function.parent.name if function.name == "__init__" and function.parent else function.name
    shown: list[str] = []
    star = False
    for parameter in function.parameters:
        if parameter.name in ("self", "cls"):
            continue
        if parameter.kind is griffe.ParameterKind.keyword_only and not star:
            shown.append("*")
        star = star or parameter.kind in (griffe.ParameterKind.keyword_only, griffe.ParameterKind.var_positional)
        shown.append(_parameter(parameter))
        if parameter.kind is griffe.ParameterKind.positional_only:
            shown.append("/")
    returns = f" -> {function.returns}" if function.returns and function.name != "__init__" else ""
    line = f"{name}({', '.join(shown)}){returns}"
    if width is None or len(line) <= width:
        return line
    return "\n".join([f"{name}(", *(f"    {parameter}," for parameter in shown), f"){returns}"])


def _parameter(parameter: griffe.Parameter) -> str:
    stars = _STARS.get(parameter.kind, "") if parameter.kind else ""
    type_ = f": {parameter.annotation}" if parameter.annotation else ""
    default = f" = {parameter.default}" if parameter.default is not None and not stars else ""
    return f"{stars}{parameter.name}{type_}{default}"


def method_line(method: griffe.Function | griffe.Attribute) -> str:
    """How a method or property is called, on one line."""
    if isinstance(method, griffe.Attribute):
        return field_line(method)
    kind = "classmethod " if "classmethod" in method.labels else ""
    return kind + _signature(method, width=None)


def field_line(field: griffe.Attribute) -> str:
    """A field with its type, and its value where it has one before anything is made."""
    shown = f"{field.name}: {field.annotation}" if field.annotation else field.name
    if field.value is None or len(str(field.value)) > _SHORT:
        return shown
    made = "instance-attribute" in field.labels and "class-attribute" not in field.labels
    return shown if made else f"{shown} = {field.value}"


def fields(item: griffe.Object) -> list[griffe.Attribute]:
    """What an instance holds, in the order of the source."""
    return [member for member in _members(item) if isinstance(member, griffe.Attribute) and not _is_property(member)]


def methods(item: griffe.Object) -> list[griffe.Function | griffe.Attribute]:
    """What an instance does, in the order of the source."""
    return [member for member in _members(item) if isinstance(member, griffe.Function) or _is_property(member)]


def _is_property(member: griffe.Object) -> bool:
    return "property" in member.labels


def _members(item: griffe.Object) -> Iterator[griffe.Function | griffe.Attribute]:
    """Public members: a class's own, and those it has from classes that have no place of their own in the reference."""
    if not isinstance(item, griffe.Class):
        return
    seen: set[str] = set()
    for part in (item, *(base for base in item.mro() if base.name not in _LISTED)):
        for name, member in sorted(part.members.items(), key=lambda one: one[1].lineno or 0):
            if name not in seen and not name.startswith("_") and isinstance(member, griffe.Function | griffe.Attribute):
                yield member
            seen.add(name)
