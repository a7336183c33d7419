"""How Vietnamese was written before Unicode: told by its letters and its fonts, decoded before anything is extracted.

`gate.suspect` tells in one cheap look whether a text can hold any of it; `step.in_unicode` is the step itself.
"""
