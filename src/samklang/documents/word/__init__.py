"""Texts as Word documents, with changes and comments that Word shows as its own; out and in."""
