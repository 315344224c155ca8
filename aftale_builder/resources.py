"""Where the folders that stand at the top of the project are: `templates`, `schemas`, `samples`."""

from pathlib import Path

_PACKAGE = Path(__file__).parent


def resource(name: str) -> Path:
    """Return the path of a file or folder, as `schemas/aftale.schema.json`; the wheel carries them inside the package."""
    packaged = _PACKAGE / "_data"
    return (packaged if packaged.is_dir() else _PACKAGE.parent) / name
