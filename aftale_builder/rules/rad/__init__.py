"""Advice from evaluations: evidence, never a demand."""
