"""`python -m qmslint`: the command line."""

from qmslint.cli import main

main()
