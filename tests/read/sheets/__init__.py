"""Workbooks made by code, and the twins that LibreOffice writes."""
