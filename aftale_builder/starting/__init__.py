"""Starting: the folder that `aftale init` writes. Its comments are the schema's own descriptions."""

from aftale_builder.starting.files import Start, delaftale_file, ready
from aftale_builder.starting.folder import contents, write

__all__ = ["Start", "contents", "delaftale_file", "ready", "write"]
