"""Files as they come: cut off, damaged, something else by another name."""

from __future__ import annotations

import random
from collections.abc import Iterator

#: Damaged copies of each sample.
_COPIES = 24
#: What markup is made of: long runs of it have kept parsers busy, or have been one call too deep for them.
_MARKUP = (b"<", b"<a><b>", b"<!--", b"[", b"(", b"|", b"*a_", b"> ", b"&#", b"\\", b"\0", b"\t", b"\n")


def strange_files() -> Iterator[tuple[str, bytes]]:
    """Files of no format, each with what to call it."""
    rng = random.Random(0)
    yield "an empty file", b""
    yield "white space", b" \t\r\n\x0b\x0c\r"
    yield "a byte order mark", b"\xef\xbb\xbf"
    yield "a byte order mark of UTF-16", b"\xff\xfe"
    yield "every byte", bytes(range(256))
    yield "random bytes", rng.randbytes(5000)
    yield "a zip archive without an end", b"PK\x03\x04" + rng.randbytes(200)
    yield "the head of a PDF file", b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n1 0 obj\n<<"
    yield "half a character", "报告".encode()[:-1]
    yield "surrogates", "报\ud800告".encode("utf-8", "surrogatepass")
    for piece in _MARKUP:
        yield f"{piece!r} over and over", piece * (5000 // len(piece))


def damaged(data: bytes) -> Iterator[tuple[str, bytes]]:
    """A file damaged in many ways, each with what was done to it; the same ways each time."""
    for part in range(1, 8):
        yield f"cut off after {part} eighths", data[: len(data) * part // 8]
    yield "there twice", data + data
    yield "without its first byte", data[1:]
    yield "as UTF-16", data.decode("utf-8", "replace").encode("utf-16")
    yield "with every line end doubled", data.replace(b"\n", b"\r\r\n")
    for seed in range(_COPIES):
        yield f"with bytes changed (seed {seed})", _changed(data, random.Random(seed))


def _changed(data: bytes, rng: random.Random) -> bytes:
    """Some bytes replaced, some left out, some put in."""
    changed = bytearray(data)
    for _ in range(1 + rng.randrange(30)):
        at = rng.randrange(len(changed) + 1)
        changed[at : at + rng.randrange(3)] = rng.randbytes(rng.randrange(3))
    return bytes(changed)
