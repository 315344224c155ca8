"""The templates of `templates/lbf/`, built by code so that all of them have the same styles and their wording one home."""
