"""How the system is checked: audits, corrective actions, management reviews (ISO 9001, clauses 9 and 10)."""
