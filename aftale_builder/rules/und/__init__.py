"""Exemptions; raised where they are applied."""
