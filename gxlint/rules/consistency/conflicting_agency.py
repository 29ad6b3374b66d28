"""落款、引言写的机关与标题不是同一个，或者自称与机关类型不符。

## 说明
标题、引言、落款应当是同一个机关。借用别的单位的稿子时，容易漏改引言和落款，或者在镇的报告里留下“我局”。

全称与简称（市场监管局、发改委）、带不带上级地名、以办公室名义落款，都算同一个机关。镇的报告里说“我县”“我市”指所在地，
不提示；办公室、中心等对外自称不一的机关不检查自称。

## 示例

```markdown bad for=署名
青禾县石桥镇人民政府

2025年1月15日
```

```text expect
1:1-1:11 这里的机关是“青禾县石桥镇人民政府”，标题是“青禾县云溪镇人民政府”；应是同一机关
  「青禾县云溪镇人民政府」 标题中的机关是“青禾县云溪镇人民政府”
```

```markdown bad in=一
我局明确专人负责公开工作，本局网站每周更新。
```

```text expect
1:1-1:3 标题中的机关是“青禾县云溪镇人民政府”，这里自称“我局”；请改为本机关的自称
  「青禾县云溪镇人民政府」 标题中的机关是“青禾县云溪镇人民政府”
  1:14-1:16 同样的自称
```

```markdown bad in=引言
现发布石桥镇人民政府2024年政府信息公开工作年度报告。
```

```text expect
1:4-1:11 这里的机关是“石桥镇人民政府”，标题是“青禾县云溪镇人民政府”；应是同一机关
  「青禾县云溪镇人民政府」 标题中的机关是“青禾县云溪镇人民政府”
```

```markdown good for=署名
云溪镇党政办公室

2025年1月15日
```

```markdown good in=一
我镇按照我县统一部署，明确专人负责公开工作。
```
"""

from __future__ import annotations

from collections.abc import Iterator

from gxlint.findings import Finding, Related, Severity
from gxlint.form.report import Report
from gxlint.i18n import _
from gxlint.prose.agencies import Agency, Kind, SelfMention, find_self_mentions, read_agency, same_body
from gxlint.rule import rule
from gxlint.rules.citations import DRAFTING
from gxlint.text import Pattern, Words

#: The preamble names the report that it opens, and with it the body; or the body, and that it made the report.
_NAME = r"(?:(?![我本将由了并]|报[来送上])[^\W\da-zA-Z_])"
_YEAR = r"(?:20\d{2}年度?)?"
_OPENED = Pattern(
    rf"(?:现|特|公布|发布|公开|编制|总结)并?(?:将|就|予以|向社会)?(?:公布|发布|公开|编制|制作)?《?{_YEAR}(?P<agency>{_NAME}{{2,25}}?){_YEAR}"
    r"(?:政府|政务)信息公开(?:工作)?(?:情况|年度?|报告)"
    rf"|(?:^|(?<=[，。；：、由\s]))(?P<maker>{_NAME}{{2,30}}(?:政府|办事处|[局委厅办会室]))(?:组织)?"
    r"(?:编制|编写|撰写|制作|公布|发布)(?:并公布|并发布|形成)?了?(?:本|《|《?20\d{2}年)[^，。；]{0,20}报告"
    rf"|报告由(?P<by>{_NAME}{{2,30}}?)(?:按照|依据|根据|编制|组织|负责|汇总|统一)"
)
_ADMINISTRATIONS = frozenset({"局", "委", "厅", "镇", "乡", "街道", "街道办"})
#: How bodies of a kind may speak of themselves; of a kind that is not here, anything goes.
_NOUNS = {
    Kind.GOVERNMENT: frozenset({"办"}),
    Kind.SUBDISTRICT: frozenset({"街道", "街道办", "办"}),
}
_BY_ENDING = {
    "局": frozenset({"局", "办"}),
    "委员会": frozenset({"委", "办"}),
    "委": frozenset({"委", "办"}),
    "厅": frozenset({"厅", "办"}),
}


@rule(category="consistency", severity=Severity.ERROR, basis=[DRAFTING], severities=[Severity.WARNING])
def check(report: Report) -> Iterator[Finding]:
    title, signed = report.title, report.signature.agency
    if title is None or title.agency is None:
        return
    related = (Related(title.agency.span, _("标题中的机关是“{name}”", name=title.agency.text)),)
    for named in (*_opened(report), signed):
        if named and _is_another(named.text, title.agency.text):
            message = _(
                "这里的机关是“{named}”，标题是“{titled}”；应是同一机关", named=named.text, titled=title.agency.text
            )
            yield Finding(named.span, message, related)
    yield from _self_mentions(report, title.agency.text, related)


def _opened(report: Report) -> Iterator[Words]:
    """The bodies that the preamble says the report is of, or by."""
    for found in report.preamble_prose.find(_OPENED, near="报告"):
        group = next(group for group in ("agency", "maker", "by") if found[group])
        yield Words(found[group], found.span_of(group))


def _is_another(name: str, titled: str) -> bool:
    """Whether both names are certainly those of bodies, and of two."""
    return _is_known(name) and _is_known(titled) and not same_body(name, titled)


def _is_known(name: str) -> bool:
    """Whether a name is certainly that of a body."""
    return read_agency(name).kind is not Kind.UNKNOWN


def _self_mentions(report: Report, name: str, related: tuple[Related, ...]) -> Iterator[Finding]:
    """The first self-mention of each wrong kind, with the others of that kind."""
    own = _own_nouns(read_agency(name))
    if own is None:
        return
    wrong: dict[str, list[SelfMention]] = {}
    for mention in find_self_mentions(report.document.prose):
        if mention.noun in _ADMINISTRATIONS - own:
            wrong.setdefault(mention.noun, []).append(mention)
    for first, *others in wrong.values():
        message = _("标题中的机关是“{name}”，这里自称“{words}”；请改为本机关的自称", name=name, words=first.words.text)
        more = tuple(Related(other.words.span, _("同样的自称")) for other in others)
        yield Finding(first.words.span, message, (*related, *more), severity=Severity.WARNING)


def _own_nouns(agency: Agency) -> frozenset[str] | None:
    """The nouns that a body may use of itself; ``None`` where its name does not tell."""
    if agency.kind is Kind.TOWNSHIP:
        return frozenset(agency.place[-1])
    if agency.kind in _NOUNS:
        return _NOUNS[agency.kind]
    if agency.kind is Kind.DEPARTMENT:
        return next((nouns for ending, nouns in _BY_ENDING.items() if agency.core.endswith(ending)), None)
    return None
