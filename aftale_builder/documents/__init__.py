"""The documents of the package: which facts each of them prints, which template it is set in, and how the package is written."""
