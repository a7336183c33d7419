"""Lists that the agency keeps: of documents, of laws, of TTHC."""
