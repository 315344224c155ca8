"""Nobody's privacy is printed."""
