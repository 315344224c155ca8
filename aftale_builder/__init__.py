"""Agreements of boligsociale helhedsplaner as code: written once in YAML, judged, set in Word."""

__version__ = "0.1.0"

RULESET = "2026.1"
"""The version of the rules and of the regulation's data: it changes whenever the same agreement can be judged otherwise."""
