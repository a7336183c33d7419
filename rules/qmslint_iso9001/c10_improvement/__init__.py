"""Rules of this clause of ISO 9001:2015."""
