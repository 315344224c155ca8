"""Pulling: what people changed in rendered Word files, and how it comes home to the YAML."""
