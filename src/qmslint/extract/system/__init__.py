"""Papers of the system (ISO 9001, clauses 4 to 8), and how such papers are read: as they flow, as tables, by people."""
