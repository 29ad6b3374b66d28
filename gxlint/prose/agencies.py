"""The bodies that report: what a name tells of them, whether two names mean one body, how a body speaks of itself."""

from __future__ import annotations

from collections.abc import Iterator
from enum import IntEnum, StrEnum
from functools import lru_cache
from typing import NamedTuple

from gxlint.text import Pattern, PlainText, Words


class Kind(StrEnum):
    """What kind of body it is."""

    GOVERNMENT = "government"
    """人民政府 of a province, city, county or district."""
    TOWNSHIP = "township"
    """乡, 镇 and its 人民政府."""
    SUBDISTRICT = "subdistrict"
    """街道 and its 办事处."""
    DEPARTMENT = "department"
    """局, 委, 办, 厅 of a government, and local branches of a State Council body."""
    COMMITTEE = "committee"
    """管委会 of a zone."""
    MINISTRY = "ministry"
    """部, 委, 总局, 国家…局 of the State Council."""
    INSTITUTION = "institution"
    """中心, 院, 校, 公司 and other bodies that are no organ of administration."""
    UNKNOWN = "unknown"


class Level(IntEnum):
    """The level of administration; a higher one is greater."""

    UNKNOWN = 0
    TOWNSHIP = 1
    COUNTY = 2
    CITY = 3
    PROVINCE = 4
    STATE = 5


class Agency(NamedTuple):
    """A body by its name: 青禾县云溪镇人民政府."""

    name: str
    """Without white space."""
    regions: tuple[str, ...]
    """The regions that it begins with, the greatest first; of a township the last is the township itself."""
    core: str
    """What follows the regions: 人民政府, 教育局, or nothing."""
    kind: Kind
    level: Level
    """Of the body: that of its last region, a department ranking with its government."""

    @property
    def is_grassroots(self) -> bool:
        """A township or sub-district."""
        return self.kind in (Kind.TOWNSHIP, Kind.SUBDISTRICT)

    @property
    def is_government(self) -> bool:
        """A government of any level, townships included, sub-districts not."""
        return self.kind in (Kind.GOVERNMENT, Kind.TOWNSHIP)

    @property
    def place(self) -> str:
        """The last region; empty where the name has none."""
        return self.regions[-1] if self.regions else ""


class SelfMention(NamedTuple):
    """我局, 本镇: a body speaking of itself by its kind."""

    words: Words
    noun: str
    """局, 镇, 街道 …"""


#: A region at the start of a name. 城市, 城乡, 乡镇, 社区, 开发区 are words or zones, not regions.
_REGION = Pattern(
    r"(?!乡镇|城镇|村镇)[^\W\da-zA-Z_]{1,14}?(?:自治区|自治州|自治县|自治旗|民族乡|地区|新区|林区|特区|街道|苏木|(?<!联)盟|省|县|旗"
    r"|(?<!城)市(?!区)|州(?![市区县镇乡])|(?<!城)乡(?![族镇])|(?<!城)镇(?!乡)"
    r"|(?<!开发)(?<!示范)(?<!度假)(?<!保税)(?<!高新)(?<![业技化流]园)(?<![景社库老灾])区)"
)
#: A region that is called by its kind alone (市教育局): whoever reads it knows which one.
_BARE_REGION = Pattern(r"(?:省|市(?![场政容民])|县(?!域)|区(?![域划])|乡(?![村镇])|镇|街道)(?=[^\W\da-zA-Z_]{2})")
_LEVELS = (
    (Level.TOWNSHIP, ("乡", "镇", "街道", "苏木")),
    (Level.PROVINCE, ("省", "自治区", "北京市", "天津市", "上海市", "重庆市")),
    (Level.CITY, ("自治州", "地区", "州", "盟")),
    (Level.COUNTY, ("县", "区", "旗")),
)
_STATE = Pattern(r"^(?:中华人民共和国|国务院|国家|中国(?!共产党)|海关总署|审计署).*(?:部|委员会|局|署|厅|室|院|行|会)$")
#: A State Council body before the region of its local branch: 国家税务总局青禾县税务局.
_BRANCH = Pattern(r"^(?:国家[一-鿿]{2,8}?(?:总局|局)|中国(?!共产党)[一-鿿]{2,6}?局|中华人民共和国)(?=[一-鿿]{2,})")
_GOVERNMENT = Pattern(r"(?:人民)?政府")
_ZONE = Pattern(r"管委会$|(?:区|园|城|景区|基地)管理委员会$")
_DEPARTMENT = Pattern(r"(?:局|委员会|委|厅|办公室|办公厅|办|署|海关|支队|大队|总队)$")
_INSTITUTION = Pattern(r"(?:中心|院|校|学|公司|集团|站|所|队|馆|社|会|处)$")
#: An office within a body, which reports and signs for it.
_OFFICE = Pattern(
    r"(?:党政综合|党政|综合|党建|政务公开|政府信息公开|信息公开|政务|行政)*(?:工作)?(?:领导小组)?(?:办公室|办公厅|办事处|党政办|综合办|(?<=政府)办)$"
)
_SELF = Pattern(
    r"“[^”\n]{0,200}”|《[^》\n]{0,200}》"
    r"|(?:(?<!自)我|(?<![基根成资文版样标书课原])本)(?P<noun>街道办|街道|管委会|中心|乡(?!镇)|[局委办厅镇县区市省州旗院所站])"
    r"(?!本土|[域级级场民内部分部外地月法身人次])"
)
_WHITE = Pattern(r"\s+")


@lru_cache(maxsize=256)
def read_agency(name: str) -> Agency:
    """What a name tells of a body. White space in it does not matter.

    Args:
        name: as in a title or signature; a bare region (青禾县) stands for its government.
    """
    name = _WHITE.sub("", name)
    branch = _BRANCH.match(name) if name.startswith(("国家", "中国", "中华")) else None
    regions, core = _split(name[branch.end() :] if branch else name)
    if branch and not regions:
        regions, core = (), name
    return Agency(name, regions, core, _kind(name, regions, core), _level(name, regions))


def _split(name: str) -> tuple[tuple[str, ...], str]:
    """The regions at the start of a name, and the rest."""
    bare = _BARE_REGION.match(name)
    regions = [bare.group()] if bare else []
    at = bare.end() if bare else 0
    while len(regions) < 5:
        skipped = _GOVERNMENT.match(name, at)
        found = _REGION.match(name, skipped.end() if skipped else at)
        if not found:
            break
        regions.append(found.group())
        at = found.end()
    return tuple(regions), name[at:]


def _kind(name: str, regions: tuple[str, ...], core: str) -> Kind:
    if not regions and _STATE.match(name):
        return Kind.MINISTRY
    if _ZONE.search(core):
        return Kind.COMMITTEE
    if regions and core in ("", "人民政府", "政府", "办事处", "人民政府办事处"):
        return _kind_of_region(regions[-1])
    if _DEPARTMENT.search(core):
        return Kind.DEPARTMENT
    if _INSTITUTION.search(core):
        return Kind.INSTITUTION
    return Kind.MINISTRY if not regions and core.endswith("部") else Kind.UNKNOWN


def _kind_of_region(region: str) -> Kind:
    if region.endswith("街道"):
        return Kind.SUBDISTRICT
    return Kind.TOWNSHIP if _level_of_region(region) is Level.TOWNSHIP else Kind.GOVERNMENT


def _level(name: str, regions: tuple[str, ...]) -> Level:
    if not regions:
        return Level.STATE if _STATE.match(name) or name.endswith("部") else Level.UNKNOWN
    level = _level_of_region(regions[-1])
    within_city = any(_level_of_region(region) is Level.CITY for region in regions[:-1])
    return Level.COUNTY if level is Level.CITY and within_city else level


def _level_of_region(region: str) -> Level:
    """The level of a region by its last characters; a 市 may be one of a county's rank, which its name alone hides."""
    return next((level for level, endings in _LEVELS if region.endswith(endings)), Level.CITY)


def same_body(one: str, other: str) -> bool:
    """Whether two names can mean one body.

    They can where, superior regions aside, one is a subsequence of the other (市场监管局, 发改委), or adds an office
    (党政办). Two names that both say where the body is must agree in the nearest region.
    """
    first, second = read_agency(one), read_agency(other)
    if first.name == second.name:
        return True
    if first.regions and second.regions and not _abbreviates(first.place, second.place):
        return False
    return _abbreviates(_OFFICE.sub("", first.core), _OFFICE.sub("", second.core))


def _abbreviates(one: str, other: str) -> bool:
    """Whether the shorter is a subsequence of the longer, or its characters in another order (文旅体局)."""
    short, long = sorted((one, other), key=len)
    rest = iter(long)
    if all(char in rest for char in short):
        return True
    return (
        3 <= len(short) <= 5 and short[-1] == long[-1] and all(long.count(char) >= short.count(char) for char in short)
    )


def find_self_mentions(plain: PlainText) -> Iterator[SelfMention]:
    """The places where a body speaks of itself by its kind: 我局, 本镇. Not 本机关 and 本单位, which fit any kind.

    What stands in quotation marks or a title is somebody else's word.
    """
    for found in plain.find(_SELF):
        if found["noun"]:
            yield SelfMention(Words(found.text, found.span), found["noun"])
