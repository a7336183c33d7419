"""A wing. See the docstring below once built."""
