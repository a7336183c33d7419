"""Old encodings: tables, evidence, the step."""
