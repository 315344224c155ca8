"""Agreements of boligsociale helhedsplaner as code: written once in YAML, judged, set in Word."""

__version__ = "0.1.0"
