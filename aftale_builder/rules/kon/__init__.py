"""The documents agree with each other."""
