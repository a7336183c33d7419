"""What any paper is made of: its lines, headings and outline, what it cites, names and leaves open."""
