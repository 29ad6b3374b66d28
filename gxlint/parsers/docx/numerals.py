"""Numbers as Word's automatic numbering writes them (w:numFmt)."""

from __future__ import annotations

from collections.abc import Callable

_CHINESE = "零一二三四五六七八九"
_FORMAL = "零壹贰叁肆伍陆柒捌玖"
_ROMAN = (
    (1000, "m"),
    (900, "cm"),
    (500, "d"),
    (400, "cd"),
    (100, "c"),
    (90, "xc"),
    (50, "l"),
    (40, "xl"),
    (10, "x"),
    (9, "ix"),
    (5, "v"),
    (4, "iv"),
    (1, "i"),
)
#: Above this, Word's counting forms are not worth writing out.
_LARGEST = 9999


def chinese(number: int, digits: str = _CHINESE, units: str = "十百千") -> str:
    """一, 十, 十二, 二十, 一百零一; other numerals of the same make with other *digits* and *units*."""
    if not 0 < number <= _LARGEST:
        return str(number)
    text = ""
    for power in (3, 2, 1, 0):
        digit = number // 10**power % 10
        if digit:
            text += digits[digit] + (units[power - 1] if power else "")
        elif text and number % 10**power and not text.endswith(digits[0]):
            text += digits[0]
    # 一十二 is said and written 十二; formal numerals keep 壹拾贰.
    return text[1:] if digits is _CHINESE and 10 <= number < 20 else text


def _letters(number: int) -> str:
    """Letters from a to z, then aa, bb and so on, as Word has it."""
    repeat, index = divmod(number - 1, 26)
    return chr(ord("a") + index) * min(repeat + 1, 30)


def _roman(number: int) -> str:
    text = ""
    for value, sign in _ROMAN:
        count, number = divmod(number, value)
        text += sign * count
    return text


def _digits(signs: str) -> Callable[[int], str]:
    """Each decimal digit by its own sign."""
    return lambda number: str(number).translate({ord("0") + digit: sign for digit, sign in enumerate(signs)})


def _series(*runs: tuple[int, int]) -> Callable[[int], str]:
    """Signs of their own, given as (first code point, count); beyond them, plain digits."""
    signs = [chr(first + index) for first, count in runs for index in range(count)]
    return lambda number: signs[number - 1] if 0 < number <= len(signs) else str(number)


def _cycle(signs: str) -> Callable[[int], str]:
    return lambda number: signs[(number - 1) % len(signs)]


_CIRCLED = _series((0x2460, 20), (0x3251, 15), (0x32B1, 15))
_FORMATS: dict[str, Callable[[int], str]] = {
    "decimalZero": lambda number: f"{number:02d}",
    "decimalFullWidth": _digits("０１２３４５６７８９"),
    "decimalFullWidth2": _digits("０１２３４５６７８９"),
    "upperLetter": lambda number: _letters(number).upper(),
    "lowerLetter": _letters,
    "upperRoman": lambda number: _roman(number).upper(),
    "lowerRoman": _roman,
    "chineseCounting": chinese,
    "chineseCountingThousand": chinese,
    "japaneseCounting": chinese,
    "taiwaneseCounting": chinese,
    "taiwaneseCountingThousand": chinese,
    "chineseLegalSimplified": lambda number: chinese(number, _FORMAL, "拾佰仟"),
    "ideographLegalTraditional": lambda number: chinese(number, "零壹貳參肆伍陸柒捌玖", "拾佰仟"),
    "ideographDigital": _digits("〇一二三四五六七八九"),
    "japaneseDigitalTenThousand": _digits("〇一二三四五六七八九"),
    "taiwaneseDigital": _digits("○一二三四五六七八九"),
    "ideographTraditional": _cycle("甲乙丙丁戊己庚辛壬癸"),
    "ideographZodiac": _cycle("子丑寅卯辰巳午未申酉戌亥"),
    "decimalEnclosedCircle": _CIRCLED,
    "decimalEnclosedCircleChinese": _CIRCLED,
    "decimalEnclosedParen": _series((0x2474, 20)),
    "decimalEnclosedFullstop": _series((0x2488, 20)),
    "ideographEnclosedCircle": _series((0x3280, 10)),
    "ideographParenthesesEnclosed": _series((0x3220, 10)),
}


def numeral(number: int, form: str) -> str:
    """*number* in the form of that name; nothing for bullets, plain digits where the form is unknown or has no sign."""
    if form in ("none", "bullet"):
        return ""
    write = _FORMATS.get(form)
    return write(number) if write and 0 < number <= _LARGEST else str(number)
