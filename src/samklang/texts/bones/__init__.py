"""The bones of a received text: its sections, and the commitments in them, as proposals."""
