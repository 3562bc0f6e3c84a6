"""The county picture, its pictures and files, a colleague’s sight, and the product itself."""

from samklang.portal.views.about import about, accessibility, counting, security_txt, start
from samklang.portal.views.colleague import colleague
from samklang.portal.views.county import area, cell, county
from samklang.portal.views.downloads import (
    area_picture,
    laws_picture,
    matrix_picture,
    sheet,
    tile_picture,
)
from samklang.portal.views.law import law, laws
from samklang.portal.views.todo import todo

__all__ = [
    "about",
    "accessibility",
    "area",
    "area_picture",
    "cell",
    "colleague",
    "counting",
    "county",
    "law",
    "laws",
    "laws_picture",
    "matrix_picture",
    "security_txt",
    "sheet",
    "start",
    "tile_picture",
    "todo",
]
