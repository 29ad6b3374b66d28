"""Ways to write section one so that all five aspects are in it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from gxlint.testing.pieces import Line, Piece

_PROACTIVE = "全年通过政府网站公开各类信息512条，其中政策文件36条、财政资金28条、民生服务448条。"
_ON_REQUEST = "2024年新收到政府信息公开申请15件，均在法定期限内答复，群众满意。"
_MANAGEMENT = "严格落实三审三校，拟公开信息逐条审核，全年清理规范性文件2次。"
_PLATFORM = "维护政府网站公开专栏26个，微信公众号推送信息188条，村级公开栏同步更新。"
_SUPERVISION = "成立以镇长为组长的领导小组，开展业务培训3场，工作考核、社会评议情况良好，无责任追究情形。"
_TEXTS = (_PROACTIVE, _ON_REQUEST, _MANAGEMENT, _PLATFORM, _SUPERVISION)
_LEADS = ("主动公开", "依申请公开", "政府信息管理", "政府信息公开平台建设", "监督保障")
_NUMBERS = "一二三四五六七"


def _headed(*heads: str, texts: Sequence[str] = _TEXTS) -> list[Piece]:
    """Every head on its own line, its text below."""
    pieces: list[Piece] = []
    for head, text in zip(heads, texts, strict=True):
        pieces += [Line.of(head, 3 if head.startswith("（") else None), Line.of(text)]
    return pieces


def _led(*heads: str, texts: Sequence[str] = _TEXTS) -> list[Piece]:
    """Every head in front of its text."""
    return [Line.of(head + text) for head, text in zip(heads, texts, strict=True)]


_OPENING = Line.of("2024年，我镇深入贯彻落实《条例》，把政府信息公开作为联系群众的重要途径，各项工作有序推进。")
OVERVIEWS: Mapping[str, Sequence[Piece]] = {
    "情况": _headed(*(f"（{n}）{lead}情况" for n, lead in zip(_NUMBERS, _LEADS, strict=False))),
    "方面": _headed(*(f"（{n}）{lead}方面" for n, lead in zip(_NUMBERS, _LEADS, strict=False))),
    "工作情况": _headed(*(f"（{n}）{lead}工作情况" for n, lead in zip(_NUMBERS, _LEADS, strict=False))),
    "有开头": [_OPENING, *_headed(*(f"（{n}）{lead}" for n, lead in zip(_NUMBERS, _LEADS, strict=False)))],
    "数字编号": _led(*(f"{n}.{lead}。" for n, lead in enumerate(_LEADS, 1))),
    "数字编号单独成行": _headed(*(f"{n}.{lead}情况" for n, lead in enumerate(_LEADS, 1))),
    "没有编号": _led(*(f"{lead}方面，" for lead in _LEADS)),
    "在……方面": _led(*(f"在{lead}方面，" for lead in _LEADS)),
    "一是二是": [_OPENING, *_led(*(f"{n}是{lead}。" for n, lead in zip(_NUMBERS, _LEADS, strict=False)))],
    "一是二是成一段": [
        Line.of("".join(f"{n}是{lead}。{text}" for n, lead, text in zip(_NUMBERS, _LEADS, _TEXTS, strict=False)))
    ],
    "冒号": _led(*(f"（{n}）{lead}：" for n, lead in zip(_NUMBERS, _LEADS, strict=False))),
    "句号后接正文": _led(*(f"（{n}）{lead}情况。" for n, lead in zip(_NUMBERS, _LEADS, strict=False))),
    "多两项": _headed(
        *(f"（{n}）{lead}" for n, lead in zip(_NUMBERS, (*_LEADS, "组织领导", "教育培训"), strict=False)),
        texts=(*_TEXTS, "镇主要领导每季度听取汇报。", "组织新任信息员集中学习。"),
    ),
    "同义的标题": _headed(
        "（一）主动公开政府信息情况",
        "（二）依申请公开办理情况",
        "（三）信息审核与管理",
        "（四）网站等平台建设",
        "（五）监督和保障措施",
    ),
    "同义的标题二": _headed(
        "（一）主动公开工作",
        "（二）依申请公开工作",
        "（三）规范性文件管理",
        "（四）公开渠道建设",
        "（五）组织领导与考核监督",
    ),
    "推进式标题": _headed(
        "（一）深化主动公开",
        "（二）规范依申请公开办理",
        "（三）加强政府信息管理",
        "（四）抓好公开平台建设",
        "（五）强化监督保障",
    ),
    "创新在后": _headed(
        *(f"（{n}）{lead}" for n, lead in zip(_NUMBERS, (*_LEADS, "创新举措"), strict=False)),
        texts=(*_TEXTS, "开设流动公开车，赶集日进村宣讲政策12次。"),
    ),
    "成段": [
        _OPENING,
        Line.of("主动公开方面，" + _PROACTIVE + "依申请公开方面，" + _ON_REQUEST),
        Line.of("政府信息管理方面，" + _MANAGEMENT + "平台建设方面，" + _PLATFORM + "监督保障方面，" + _SUPERVISION),
    ],
    "只有正文": [
        Line.of("坚持主动公开，" + _PROACTIVE + "围绕群众关切，主动公开重点领域信息，做到应公开尽公开。"),
        Line.of("做好依申请公开，" + _ON_REQUEST + "依申请公开件逐件登记。"),
        Line.of("加强政府信息管理，" + _MANAGEMENT + "政府信息的制作、获取、保存全程留痕。"),
        Line.of("推进平台建设，" + _PLATFORM + "政府信息公开平台运行平稳。"),
        Line.of("强化监督保障，" + _SUPERVISION + "年内接受监督检查2次。"),
    ],
}
