"""Backup, restore and verification: what is kept, and how one knows that it is whole."""
