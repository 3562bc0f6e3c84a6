"""Turns received files into plain text with structure; no Django, so that it can run in a limited process."""
