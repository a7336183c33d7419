"""How Vietnamese law is written and counted: numbers of legal documents, citations, dates, periods, registers."""
