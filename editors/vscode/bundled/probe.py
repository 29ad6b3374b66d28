"""Tells which Python this is and which gxlint it has, as one line of JSON. Runs in any Python, however old."""

import json
import sys


def _gxlint():
    if sys.version_info < (3, 11):
        return None
    try:
        from gxlint import __version__
    except ImportError:
        return None
    return __version__


_PYTHON = ".".join(str(part) for part in sys.version_info[:3])
print(json.dumps({"python": _PYTHON, "executable": sys.executable, "gxlint": _gxlint()}))
