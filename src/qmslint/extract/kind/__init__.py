"""Which kind of document it is, and why."""
