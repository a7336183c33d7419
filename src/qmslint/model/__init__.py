"""The ground: frozen nouns that every other room speaks of. No reading, no writing, no clock.

Nouns are `NamedTuple`s and, where they are configured, frozen dataclasses: measured, a class of either kind costs
a sixth of a pydantic model at start-up, and `import pydantic` alone costs ten bare interpreters. Pydantic
therefore stands at the borders (settings, typed records, published schemas), where foreign data comes in.
"""
