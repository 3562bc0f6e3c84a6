"""Reads received documents: from text to facts, each with the words it came from; no Django."""
