"""Rich Text Format made by hand, and the twins that LibreOffice writes."""
