"""OOXML: the only room that knows it."""
