"""What a typed record states outright."""
