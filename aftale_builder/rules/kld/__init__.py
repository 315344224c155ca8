"""Faults of the files themselves; raised while reading."""
