"""The fund's own form: where its fields are, and the tagged template that is made of it."""
