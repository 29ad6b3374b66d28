"""What somebody who writes TOML for the first time gets wrong, and how it is right."""

from __future__ import annotations

import re

from gxlint.i18n import _, later, translated

_QUOTED = re.compile(r'"""|\'\'\'|"(?:[^"\\]|\\.)*"|\'[^\']*\'')
_COMMENT = re.compile(r"#.*")
_FULL_WIDTH = str.maketrans("“”‘’＂＇＝：，．［］｛｝【】＃", "\"\"''\"'==,.[]{}[]#")
_WORD = re.compile(r"[^\W_](?:\w*[^\x00-\x7f]\w*)|[^\x00-\x7f]\w*")
_TABLE = re.compile(r"\s*\[\s*(\w+)\s*\]")
#: By words of the reader.
_KNOWN = {
    "Unterminated string": later("引号没有成对"),
    "Unclosed": later("括号没有成对"),
    "Invalid value": later("等号右边写得不对；文字要加半角引号"),
    "overwrite": later("同一项设置写了两遍，去掉一个"),
    "Expected '='": later("设置的名称后面要写 = 和它的值"),
    "Expected newline": later("这一项后面有多余的内容，或者引号没有成对"),
}


def remedy(line: str, fault: str) -> str:
    """What is wrong with a line that is no TOML, and what would be right, for whoever has written it.

    Args:
        line: at which the reader stopped.
        fault: in the reader's own words.

    Returns:
        One sentence; the fault as it is where nothing better is known.
    """
    bare = _COMMENT.sub("", _QUOTED.sub("0", line))
    marks = [mark for mark in bare if ord(mark) in _FULL_WIDTH]
    if marks:
        right = marks[0].translate(_FULL_WIDTH)
        return _("{mark} 是全角符号，要换成半角的 {right}，在英文输入状态下输入", mark=marks[0], right=right)
    if "\\" in line and "'\\'" in fault:
        return _("双引号里的反斜杠要写两遍；或者把两边的双引号换成三个单引号：'''……'''")
    if '"' in bare or "'" in bare:
        return _("引号没有成对")
    if word := _WORD.search(bare):
        return _('中文要加半角引号，写成 "{word}"', word=word[0])
    if (table := _TABLE.fullmatch(bare.rstrip())) and "twice" in fault:
        return _("[{name}] 只能有一个；要写好几个的，每个都写成 [[{name}]]", name=table[1])
    return next((translated(known) for words, known in _KNOWN.items() if words in fault), fault)
