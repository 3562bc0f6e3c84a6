"""Turns received files into text with structure; no Django, so that it runs in a sandbox."""
