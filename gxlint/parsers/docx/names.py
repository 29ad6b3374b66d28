"""Names of WordprocessingML as this package sees them: every namespace under its usual prefix.

Strict and transitional documents differ only in their namespace URIs. Both are renamed to the short forms below before
parsing (see :mod:`gxlint.parsers.docx.xml`), so one set of names serves both, and short names also parse faster.
"""

from __future__ import annotations

_TRANSITIONAL = "http://schemas.openxmlformats.org/"
_STRICT = "http://purl.oclc.org/ooxml/"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006/"

_SHARED = {
    "w": ("wordprocessingml/2006/main", "wordprocessingml/main"),
    "r": ("officeDocument/2006/relationships", "officeDocument/relationships"),
    "m": ("officeDocument/2006/math", "officeDocument/math"),
    "wp": ("drawingml/2006/wordprocessingDrawing", "drawingml/wordprocessingDrawing"),
    "a": ("drawingml/2006/main", "drawingml/main"),
    "c": ("drawingml/2006/chart", "drawingml/chart"),
    "dgm": ("drawingml/2006/diagram", "drawingml/diagram"),
}

#: Namespace URIs and the short names that stand for them here.
SHORT_NAMES: dict[bytes, bytes] = {
    b"http://schemas.openxmlformats.org/markup-compatibility/2006": b"mc",
    b"urn:schemas-microsoft-com:vml": b"v",
    b"urn:schemas-microsoft-com:office:office": b"o",
    f"{_PACKAGE}relationships".encode(): b"rel",
}
for _short, (_old, _new) in _SHARED.items():
    SHORT_NAMES[f"{_TRANSITIONAL}{_old}".encode()] = _short.encode()
    SHORT_NAMES[f"{_STRICT}{_new}".encode()] = _short.encode()

BODY = "{w}body"
PARAGRAPH = "{w}p"
RUN = "{w}r"
TEXT = "{w}t"
TABLE = "{w}tbl"
ROW = "{w}tr"
CELL = "{w}tc"

PARAGRAPH_PROPERTIES = "{w}pPr"
RUN_PROPERTIES = "{w}rPr"
CELL_PROPERTIES = "{w}tcPr"
ROW_PROPERTIES = "{w}trPr"

TAB = "{w}tab"
POSITION_TAB = "{w}ptab"
BREAK = "{w}br"
CARRIAGE_RETURN = "{w}cr"
NO_BREAK_HYPHEN = "{w}noBreakHyphen"
SYMBOL = "{w}sym"
FIELD_MARK = "{w}fldChar"
RUBY = "{w}ruby"
RUBY_BASE = "{w}rubyBase"
FOOTNOTE_REFERENCE = "{w}footnoteReference"
ENDNOTE_REFERENCE = "{w}endnoteReference"
COMMENT_REFERENCE = "{w}commentReference"
COMMENT_START = "{w}commentRangeStart"
COMMENT_END = "{w}commentRangeEnd"
DRAWING = "{w}drawing"
VML_PICTURE = "{w}pict"
EMBEDDED_OBJECT = "{w}object"
TEXT_BOX = "{w}txbxContent"
IMPORTED_CHUNK = "{w}altChunk"

MATH = "{m}oMath"
MATH_PARAGRAPH = "{m}oMathPara"
MATH_TEXT = "{m}t"

ALTERNATIVES = "{mc}AlternateContent"
CHOICE = "{mc}Choice"
FALLBACK = "{mc}Fallback"

#: Elements that only wrap what stands in the text: inserted and moved-in text, links, fields, controls, tags.
#: Deleted and moved-out text (w:del, w:moveFrom) is not here and so is never entered.
WRAPPERS = frozenset(
    f"{{w}}{name}"
    for name in (
        "ins",
        "moveTo",
        "hyperlink",
        "fldSimple",
        "sdt",
        "sdtContent",
        "smartTag",
        "customXml",
        "bdo",
        "dir",
    )
)

#: An image, a chart, a diagram inside a drawing.
IMAGES = frozenset(("{a}blip", "{v}imagedata", "{c}chart", "{dgm}relIds"))

XML_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
VALUE = "{w}val"
ID = "{w}id"
