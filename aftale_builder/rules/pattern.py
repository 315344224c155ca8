"""Patterns that are compiled when they are first used: most are of rules that a quick look has nothing for."""

from __future__ import annotations

import re
from typing import Any, cast


class _Lazy:
    """A pattern that is not compiled yet."""

    __slots__ = ("_compiled", "_flags", "_source")

    def __init__(self, source: str, flags: int) -> None:
        self._source = source
        self._flags = flags
        self._compiled: re.Pattern[str] | None = None

    def __getattr__(self, name: str) -> Any:
        if self._compiled is None:
            self._compiled = re.compile(self._source, self._flags)
        return getattr(self._compiled, name)


def pattern(source: str, flags: int = 0) -> re.Pattern[str]:
    """Return a pattern that behaves as a compiled one and is compiled at its first use."""
    return cast("re.Pattern[str]", _Lazy(source, flags))
