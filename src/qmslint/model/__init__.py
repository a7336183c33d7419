"""The ground: frozen nouns that every other room speaks of. No reading, no writing, no clock.

Nouns are `NamedTuple`s: measured, such a class costs a sixth of a pydantic model at start-up, and `import pydantic`
alone costs ten bare interpreters. Pydantic therefore stands at the borders (settings, typed records, published
schemas), where foreign data comes in.
"""
