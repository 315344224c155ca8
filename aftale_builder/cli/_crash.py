"""What the user is told when something goes wrong that no command foresaw."""

import errno
import os
import platform
import sys
import traceback
from pathlib import Path

from aftale_builder import __version__

NOTHING_JUDGED = 2

WHY = {
    errno.EACCES: "der er ikke adgang. Er filen åben i Word eller Excel, så luk den dér, og prøv igen",
    errno.EPERM: "der er ikke adgang. Er filen åben i Word eller Excel, så luk den dér, og prøv igen",
    errno.EISDIR: "det er en mappe, ikke en fil",
    errno.ENAMETOOLONG: "navnet er for langt",
    errno.ENOENT: "den findes ikke",
    errno.ENOSPC: "disken er fuld",
    errno.ENOTDIR: "en del af stien er en fil, ikke en mappe",
    errno.EROFS: "der kan kun læses på drevet",
}


def report(error: Exception) -> int:
    """Tell what happened on stderr and return the exit code. With AFTALE_DEBUG set the traceback is shown too."""
    if os.environ.get("AFTALE_DEBUG"):
        traceback.print_exception(error)
    print(_words(error), file=sys.stderr)
    return NOTHING_JUDGED


def _words(error: Exception) -> str:
    if isinstance(error, OSError) and error.filename is not None:
        why = WHY.get(error.errno or 0, error.strerror)
        return f"Fejl: «{error.filename}» kan ikke læses eller skrives: {why}."
    last = traceback.extract_tb(error.__traceback__)[-1]
    return (
        "Der skete en fejl i programmet selv; der er ikke noget galt med det, du har skrevet.\n"
        f"  {type(error).__name__}: {error}\n"
        f"  aftale {__version__}, {Path(last.filename).name} linje {last.lineno}, "
        f"Python {platform.python_version()}, {platform.system()}\n"
        "Meld den til dem, der vedligeholder aftale-builder: send linjerne ovenfor og kommandoen, du skrev.\n"
        "Sæt AFTALE_DEBUG=1 i omgivelserne, og kør igen, så kommer hele sporet med."
    )
