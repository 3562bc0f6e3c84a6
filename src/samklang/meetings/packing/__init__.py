"""How a meeting’s papers become one PDF with bookmarks, and a ZIP."""

from samklang.meetings.packing.building import built
from samklang.meetings.packing.contents import Contents, Enclosed, contents
from samklang.meetings.packing.names import download_name

__all__ = ["Contents", "Enclosed", "built", "contents", "download_name"]
