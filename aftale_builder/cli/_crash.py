"""What the user is told when something goes wrong that no command foresaw."""

import errno
import os
import platform
import sys
import traceback
from pathlib import Path

from aftale_builder import __version__

NOTHING_JUDGED = 2

_NO_ACCESS = frozenset({errno.EACCES, errno.EPERM})
_CLOSE = "der er ikke adgang. Er filen åben i Word eller Excel, så luk den dér, og prøv igen"
_ELSEWHERE = "der er ikke adgang. Vælg en mappe, du må skrive i, eller få adgang til den"
_ODD_NAME = "navnet kan ikke bruges til en fil eller en mappe her. Vælg et andet"
WHY = {
    errno.EBUSY: "et andet program bruger den. Luk den dér, og prøv igen",
    errno.EEXIST: "der ligger allerede noget med det navn",
    errno.EINVAL: _ODD_NAME,
    errno.EIO: "drevet svarer med en fejl. Prøv et andet drev",
    errno.EISDIR: "det er en mappe, ikke en fil",
    errno.ELOOP: "genvejene på stien fører i ring",
    errno.EMFILE: "der er for mange filer åbne. Luk nogle programmer, og prøv igen",
    errno.ENAMETOOLONG: "navnet er for langt",
    errno.ENOENT: "den findes ikke, og den kan ikke laves dér",
    errno.ENOSPC: "disken er fuld",
    errno.ENOTDIR: "en del af stien er en fil, ikke en mappe",
    errno.ENOTEMPTY: "mappen er ikke tom",
    errno.EROFS: "der kan kun læses på drevet",
}
_OWN = ".aftale-"
"""What the names of files and folders begin with that are there only while the program runs: no name a user knows."""


def report(error: Exception) -> int:
    """Tell what happened on stderr and return the exit code. With AFTALE_DEBUG set the traceback is shown too."""
    if os.environ.get("AFTALE_DEBUG"):
        traceback.print_exception(error)
    print(_words(error), file=sys.stderr)
    return NOTHING_JUDGED


def why(error: OSError) -> str:
    """Return the reason in Danish; the system's own words would be in any language."""
    if error.errno in _NO_ACCESS:
        is_file = isinstance(error.filename, str | Path) and os.path.isfile(_shown(error.filename))  # noqa: PTH113 - never raises
        return _CLOSE if is_file else _ELSEWHERE
    return WHY.get(error.errno or 0, f"systemet melder fejl {error.errno}")


def _shown(name: str | Path) -> Path:
    """Return a path without what is the program's own."""
    path = Path(name)
    own = next((parent for parent in (*reversed(path.parents), path) if parent.name.startswith(_OWN)), None)
    return own.parent if own is not None else path


def _words(error: Exception) -> str:
    if isinstance(error, OSError) and isinstance(error.filename, str | Path):
        return f"Fejl: «{_shown(error.filename)}» kan ikke læses eller skrives: {why(error)}."
    if isinstance(error, OSError) and error.errno in WHY:
        return f"Fejl: Der kan ikke læses eller skrives: {why(error)}."
    last = traceback.extract_tb(error.__traceback__)[-1]
    return (
        "Der skete en fejl i programmet selv; der er ikke noget galt med det, du har skrevet.\n"
        f"  {type(error).__name__}: {error}\n"
        f"  aftale {__version__}, {Path(last.filename).name} linje {last.lineno}, "
        f"Python {platform.python_version()}, {platform.system()}\n"
        "Meld den til dem, der vedligeholder aftale-builder: send linjerne ovenfor og kommandoen, du skrev.\n"
        "Sæt AFTALE_DEBUG=1 i omgivelserne, og kør igen, så kommer hele sporet med."
    )
