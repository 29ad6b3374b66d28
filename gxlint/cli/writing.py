"""Why a file could not be written, in the user's language."""

from __future__ import annotations

import errno

from gxlint.i18n import _
from gxlint.saving import ChangedError


def why_unwritten(error: OSError) -> str:
    """What kept a file from being written, and what to do."""
    match error:
        case ChangedError():
            return _("其他程序刚刚改动过它，请保存后再试")
        case FileExistsError():
            return _("已经有这个文件")
        case FileNotFoundError():
            return _("没有这个文件夹")
        case NotADirectoryError():
            return _("路径里有一段是文件，不是文件夹")
        case IsADirectoryError():
            return _("这是文件夹，不是文件")
        case PermissionError():
            return _("没有写入文件或文件夹的权限，或文件正被其他程序占用")
    known = {
        errno.ENOSPC: _("磁盘已满"),
        errno.EDQUOT: _("超出了磁盘配额"),
        errno.EROFS: _("磁盘是只读的"),
        errno.ENAMETOOLONG: _("文件名太长"),
        errno.EFBIG: _("文件太大"),
    }
    return known.get(error.errno or 0) or error.strerror or type(error).__name__
