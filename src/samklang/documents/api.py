"""What other contexts may do with files and their text."""

from samklang.documents.actions import keep, keep_text, recognized, safe_name
from samklang.documents.downloads import attachment
from samklang.documents.extraction.text import FileFault
from samklang.documents.models import File, Text
from samklang.documents.sandbox import Sandbox

__all__ = [
    "File",
    "FileFault",
    "Sandbox",
    "Text",
    "attachment",
    "keep",
    "keep_text",
    "recognized",
    "safe_name",
]
