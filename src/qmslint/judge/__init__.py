"""Phase two: rules over each document, then over the set. Pure: facts in, findings out."""
