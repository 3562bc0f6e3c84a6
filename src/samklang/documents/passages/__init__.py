"""What the text of a section is made of: passages, and the little HTML that they are kept as."""



__all__ = [
]
