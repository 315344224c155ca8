"""One file per document of the package: which facts, which template. A file put here is a document."""
