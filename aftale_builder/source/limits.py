"""How much an agreement may hold. A real one is some 300 kB in 20 files; these bounds only stop what is no agreement."""

MAX_DEPTH = 40
MAX_FILE_BYTES = 8_000_000
MAX_FILES = 500
MAX_NODES = 300_000
MAX_INCLUDES = 8
"""How many files may bring in each other in a row."""
