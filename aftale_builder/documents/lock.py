"""One render at a time in one folder."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

_NAME = ".aftale-laas"


class BusyError(Exception):
    """Another run is writing into the folder."""


@contextmanager
def locked(folder: Path) -> Iterator[None]:
    """Hold the folder's lock. The system lets go of it when the process ends, however it ends. Raises BusyError."""
    path = folder / _NAME
    descriptor = os.open(path, os.O_RDWR | os.O_CREAT, 0o600)
    try:
        _take(descriptor, path)
        try:
            yield
        finally:
            if sys.platform != "win32":
                path.unlink(missing_ok=True)  # while it is held: whoever waits for it sees that its file is gone
    finally:
        os.close(descriptor)
    if sys.platform == "win32":
        with suppress(OSError):
            path.unlink()


def _take(descriptor: int, path: Path) -> None:
    try:
        if sys.platform == "win32":
            import msvcrt

            msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)
        else:
            import fcntl

            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
            if not path.exists() or not os.path.samestat(os.fstat(descriptor), path.stat()):
                raise BusyError
    except OSError as error:
        raise BusyError from error
