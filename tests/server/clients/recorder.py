"""Stands between an editor and its server and writes down what each says: ``recorder.py FOLDER COMMAND…``."""

from __future__ import annotations

import os
import subprocess
import sys
import threading
from pathlib import Path

FROM_EDITOR = "from-editor"
FROM_SERVER = "from-server"
LOG = "log"


def main(folder: Path, command: list[str]) -> int:
    """Pass everything on until the editor or the server has left; the server's status."""
    with (folder / LOG).open("wb") as log:
        server = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=log)
    assert server.stdin is not None
    assert server.stdout is not None
    editor = threading.Thread(
        target=_pass, args=(0, server.stdin.fileno(), folder / FROM_EDITOR, server.stdin.close), daemon=True
    )
    editor.start()
    _pass(server.stdout.fileno(), 1, folder / FROM_SERVER)
    return server.wait()


def _pass(source: int, target: int, record: Path, at_end: object = None) -> None:
    with record.open("wb", buffering=0) as file:
        while data := os.read(source, 65536):
            file.write(data)
            os.write(target, data)
    if callable(at_end):
        at_end()


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1]), sys.argv[2:]))
