"""What the templates of the county picture are given: everything decided, nothing to compute."""

from samklang.portal.pages.area import AreaPage, area_page
from samklang.portal.pages.cell import CellPage, cell_page
from samklang.portal.pages.colleague import ColleaguePage, colleague_page
from samklang.portal.pages.county import CountyPage, county_page
from samklang.portal.pages.law import LawPage, law_page
from samklang.portal.pages.laws import LawsPage, laws_page
from samklang.portal.pages.todo import Todo, nearest, todo

__all__ = [
    "AreaPage",
    "CellPage",
    "ColleaguePage",
    "CountyPage",
    "LawPage",
    "LawsPage",
    "Todo",
    "area_page",
    "cell_page",
    "colleague_page",
    "county_page",
    "law_page",
    "laws_page",
    "nearest",
    "todo",
]
