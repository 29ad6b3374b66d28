"""Which figures of the text speak of disputes over disclosure, and of which cells of table four."""

from __future__ import annotations

import re
from collections.abc import Iterator

from gxlint.form.layout import Key
from gxlint.i18n import _, later, translated
from gxlint.rules.consistency._claims import Claim, Sum
from gxlint.rules.consistency._figures import Said

#: What a sentence must contain to be about disputes.
ABOUT = re.compile(r"复议|诉讼|应诉")

#: What must stand before a figure outside the section on disputes.
DISCLOSURE = re.compile(r"信息公开|公开申请|依法?申请公开|申请公开|政务公开")
_REVIEW, _SUIT = r"(?:行政)?复议", r"(?:行政)?诉讼|(?:行政)?应诉"
_COURSE = re.compile(rf"(?P<review>{_REVIEW})|(?P<suit>{_SUIT})")
#: Words that disputes are spoken of with; a phrase of these alone counts all of them.
_WORD = (
    r"因|由|对|就|涉及?|关于|有关|相关|政府|政务|信息|公开|工作|依法?|申请人?|引发|引起|导致|产生|发生|出现|被|提起|提出|收到|接到|受理|办理|新增?|答复"
    r"|案件|案|事项|情况|情形|现象|行为|问题|的|了|而|和|及|以及|与|或者?|、|其中|包括|全年|本年度?|当年|年内|[我本][局委办厅镇乡县区市省州院]|我?街道|本机关"
    r"|本单位|\d{4}年度?|共计|合计|总计|一共|共|计|为|是|有|均|数量|总数|数|量|“|”|任何|一起|举报|投诉|信访|申诉|公民|法人|其他组织|群众|履职|作为|应|方面"
)
_PHRASE = re.compile(rf"(?:{_REVIEW}|{_SUIT}|{_WORD})*+")
_EACH = re.compile(r"各(?:自)?(?:有|是|为)?$")
_ENDS = re.compile(r"$|[、，和及与并且均全都已按其同（(]")
_VERDICTS = {
    verdict: re.compile(
        rf"(?:其中|结果|、|，|被|已|予以|和|及|有)*(?:{_REVIEW}|{_SUIT})?(?:结果|被|已|予以|决定|判决)*{word}(?:的|原行政行为|结果|有|为)*"
    )
    for verdict, word in (("upheld", "维持"), ("corrected", "纠正"), ("pending", "(?:尚未|未)审结"))
}
_VERDICT_NAMES = {"upheld": later("结果维持"), "corrected": later("结果纠正"), "pending": later("尚未审结")}
#: All of them were upheld.
ALL_UPHELD = re.compile(r"(?:均|全部|都)(?:获|被|予以|依法|得到|已)*维持")
_VERBS_OF_NONE = frozenset({"发生", "产生", "出现", "收到", "接到", "受理", "存在", "涉及", "办理", ""})

#: The rows of table four that each course has.
ROWS = {"review": ("review",), "suit": ("direct_suit", "suit_after_review")}


def claims_on_disputes(said: Said, *, at_home: bool) -> Iterator[Claim]:
    """What a figure claims of table four: nothing where its words leave any doubt.

    Args:
        said: the figure.
        at_home: it stands in the section on disputes, where nothing else is meant.
    """
    if not (at_home or DISCLOSURE.search(said.so_far) or (said.verb is not None and DISCLOSURE.search(said.after))):
        return iter(())
    if said.verb is not None:
        return _none(said)
    return _number(said)


def _none(said: Said) -> Iterator[Claim]:
    """未发生因政府信息公开引起的行政复议、行政诉讼."""
    courses = courses_in(said.after)
    if courses and said.verb in _VERBS_OF_NONE and _PHRASE.fullmatch(said.after):
        yield _claim(said, courses)


def _number(said: Said) -> Iterator[Claim]:
    words = _EACH.sub("", said.before).lstrip("，、：")
    if not _ENDS.match(said.after):
        return
    courses = courses_in(words)
    if courses and _PHRASE.fullmatch(words):
        for group in [[course] for course in courses] if said.each else [courses]:
            yield _claim(said, group)
    else:
        yield from _verdict(said, words)


def _verdict(said: Said, words: str) -> Iterator[Claim]:
    """维持2件, of the course that is named with it or was spoken of last."""
    named, spoken = courses_in(words), courses_in(said.so_far)
    for verdict, pattern in _VERDICTS.items():
        if spoken and pattern.fullmatch(words):
            choices = [named or spoken[-1:]]
            if not named and len(spoken) > 1:
                choices.append(spoken)
            sums = [Sum(tuple(Key(row, verdict) for course in choice for row in ROWS[course])) for choice in choices]
            name = _("、").join(map(_course_name, choices[0])) + translated(_VERDICT_NAMES[verdict])
            yield Claim(said, name, tuple(sums))


def courses_in(words: str) -> list[str]:
    """The courses that are named, in order, each once."""
    return list(dict.fromkeys(found.lastgroup or "" for found in _COURSE.finditer(words)))


def _course_name(course: str) -> str:
    return _("行政复议") if course == "review" else _("行政诉讼")


def _claim(said: Said, courses: list[str]) -> Claim:
    keys = tuple(Key(row, "total") for course in courses for row in ROWS[course])
    return Claim(said, _("、").join(map(_course_name, courses)), (Sum(keys),))
