"""A procedure: the items of a TTHC, its process, times, forms and records."""
