"""When python looks for garbage: an eighth of a short run would go into looking where there is none."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager

#: So many more objects than before and a look is worth while; a draft of usual length makes fewer.
_MANY = 50_000


@contextmanager
def none_expected() -> Iterator[None]:
    """Look for no garbage inside the block, unless :func:`expected` says otherwise, nor when the interpreter leaves."""
    gc.disable()
    try:
        yield
    finally:
        gc.freeze()
        gc.enable()


def expected() -> None:
    """From now on drafts come and go. What is there already, the program itself, stays and is not looked at."""
    gc.freeze()
    gc.set_threshold(_MANY, *gc.get_threshold()[1:])
    gc.enable()


@contextmanager
def collected() -> Iterator[None]:
    """Afterwards nothing is kept that the block has made and left behind, whatever :func:`expected` said in it."""
    try:
        yield
    finally:
        gc.unfreeze()
        gc.collect()
