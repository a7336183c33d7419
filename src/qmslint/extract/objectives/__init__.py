"""Quality objectives, their plan and their results (ISO 9001, 6.2)."""
