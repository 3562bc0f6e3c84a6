"""Signing in by somebody else’s word: the identity providers of the parties (OpenID Connect)."""
