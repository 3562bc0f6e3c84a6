"""The answers as a native stacked bar chart, whose numbers whoever gets the deck can change."""

from __future__ import annotations

from typing import Any

from pptx.chart.data import CategoryChartData
from pptx.enum.chart import XL_CHART_TYPE, XL_LEGEND_POSITION, XL_TICK_MARK
from pptx.util import Pt

from samklang.reporting import wording
from samklang.reporting.figures import Inventory
from samklang.reporting.presentation import answer_words
from samklang.reporting.slides.box import SANS, Box
from samklang.reporting.slides.shapes import rgb

# Fill, edge and the colour of the number in it; no text stands on a pattern.
_LOOKS = (("blue", "ink", "paper"), ("paper", "ink", "ink"), ("sheet-2", "line-2", "ink"))


def answers_chart(slide: Any, figures: Inventory, box: Box, *, alt: str) -> Any:
    content = CategoryChartData(number_format="0")  # type: ignore[no-untyped-call]  # library
    content.categories = [wording.name_of(area) for area in figures.areas]
    counts = [area.answers for area in figures.areas]
    columns = (
        [one.yes for one in counts],
        [one.no for one in counts],
        [one.no_answer for one in counts],
    )
    for word, column in zip(answer_words(), columns, strict=True):
        content.add_series(word, column)  # type: ignore[no-untyped-call]  # library
    frame = slide.shapes.add_chart(
        XL_CHART_TYPE.BAR_STACKED, box.left, box.top, box.width, box.height, content
    )
    frame.name = wording.title()
    frame.element.nvGraphicFramePr.cNvPr.set("descr", alt)
    _look(frame.chart)
    return frame.chart


def _look(chart: Any) -> None:
    chart.font.name, chart.font.size = SANS, Pt(14)
    chart.font.color.rgb = rgb("ink")
    chart.has_legend, chart.has_title = True, False
    chart.legend.position, chart.legend.include_in_layout = XL_LEGEND_POSITION.BOTTOM, False
    plot = chart.plots[0]
    plot.gap_width, plot.overlap = 55, 100
    for series, (fill, edge, number) in zip(plot.series, _LOOKS, strict=True):
        series.format.fill.solid()
        series.format.fill.fore_color.rgb = rgb(fill)
        series.format.line.color.rgb, series.format.line.width = rgb(edge), Pt(1)
        labels = series.data_labels
        labels.show_value, labels.font.size, labels.font.bold = True, Pt(16), True
        labels.font.color.rgb = rgb(number)
        # A zero has no bar, so it has no number either; the table beside has it.
        labels.number_format, labels.number_format_is_linked = "0;;;", False
    _axes(chart)


def _axes(chart: Any) -> None:
    """The first area on top, no grid and no numbers along the side: they stand in the bars."""
    chart.category_axis.reverse_order = True
    chart.category_axis.format.line.fill.background()
    chart.category_axis.has_major_gridlines = False
    chart.value_axis.visible = False
    chart.value_axis.has_major_gridlines = False
    for axis in (chart.category_axis, chart.value_axis):
        axis.major_tick_mark = XL_TICK_MARK.NONE
