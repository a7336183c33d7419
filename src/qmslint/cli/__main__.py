"""`python -m qmslint.cli`."""

from qmslint.cli import main

main()
