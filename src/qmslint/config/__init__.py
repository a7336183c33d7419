"""qmslint.yaml → Settings, once, at the root. What cannot be understood stops the run with a line number."""
