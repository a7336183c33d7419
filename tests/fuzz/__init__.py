"""Damaged documents by the thousand: `python -m tests.fuzz --help`."""
