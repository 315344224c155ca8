"""Word files that others have made, judged: read, made into what the rules see, and assessed."""

from aftale_builder.word_check.assessing import assess_file

__all__ = ["assess_file"]
