"""HTML tags as they occur in Markdown drafts: which ``<…>`` is a tag at all, and what its reader sees of it."""

from __future__ import annotations

from gxlint.text import compiled

_BLANK = r"[ \t\r\n\f]"
_ATTRIBUTE = (
    rf"(?:{_BLANK}|/)*+[A-Za-z_:@][A-Za-z0-9_:.@-]*+"
    rf"(?:{_BLANK}*+={_BLANK}*+(?:\"[^\"]*+\"|'[^']*+'|[^ \t\r\n\f\"'=<>`]++))?+"
)
#: A tag, its name in group ``name`` and what stands between name and ``>`` in group ``attributes``. The bound on the
#: number of attributes, and possessive repetition throughout, keep a failing match linear.
TAG = (
    rf"<(?P<close>/?)(?P<name>[A-Za-z][A-Za-z0-9:-]*+)(?={_BLANK}|[/>])"
    rf"(?P<attributes>(?:{_ATTRIBUTE}){{0,64}}+){_BLANK}*+/?>"
)

_BLOCKS = (
    "address article aside blockquote body br caption center dd details dialog dir div dl dt fieldset figcaption figure"
    " footer form frame frameset h1 h2 h3 h4 h5 h6 head header hr html iframe legend li link main menu menuitem meta"
    " nav noframes ol optgroup option p param search section summary table tbody td tfoot th thead title tr ul"
)
#: Tags that begin a new line in a browser.
BLOCKS = frozenset(_BLOCKS.split())
_INLINE = (
    "a abbr acronym area audio b base basefont bdi bdo big button canvas cite code col colgroup data datalist del dfn"
    " em embed font hgroup i img input ins kbd label map mark marquee meter nobr noscript object output picture pre"
    " progress q rp rt ruby s samp script select slot small source span strike strong style sub sup svg template"
    " textarea time track tt u var video wbr xml"
)
_ALL = BLOCKS.union(_INLINE.split())
#: Name spaces of what Word and WPS write into the HTML that they copy.
_OFFICE = ("o:", "w:", "v:", "m:", "st1:", "wps:")
_VALUE = rf"([A-Za-z_:@][A-Za-z0-9_:.@-]*)(?:{_BLANK}*={_BLANK}*(?:\"([^\"]*)\"|'([^']*)'|([^ \t\r\n\f\"'>]+)))?"


def is_tag(name: str) -> bool:
    """Whether HTML has a tag of that name; ``<XX>`` in a draft is text.

    Args:
        name: in lower case.
    """
    return name in _ALL or name.startswith(_OFFICE)


def attributes(source: str) -> dict[str, str]:
    """The attributes of a tag by name in lower case.

    Args:
        source: what stands between the tag's name and its ``>``.
    """
    return {name.lower(): double or single or bare for name, double, single, bare in compiled(_VALUE).findall(source)}
