"""The workshop: what is made from the rules and nouns: a new rule's files, reference pages, schemas, benchmarks."""
