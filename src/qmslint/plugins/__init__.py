"""The border: what a rule, reader, extractor, catalogue or renderer is, and how it comes in."""
