"""Writes workbooks."""

from __future__ import annotations

from io import BytesIO

import xlsxwriter


def begun(made: BytesIO) -> xlsxwriter.Workbook:
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    return xlsxwriter.Workbook(made, options)
