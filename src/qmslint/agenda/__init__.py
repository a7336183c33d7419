"""What must follow the law and by when, made into text, JSON, a calendar, a workbook. Pure: no clock, no disk."""
