"""What a document says of itself: control blocks, identity, who approved it, its revisions."""
