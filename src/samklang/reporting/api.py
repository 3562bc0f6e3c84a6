"""What other contexts may ask about approved reports."""

from samklang.reporting.models import Report
from samklang.reporting.queries import changed_reports

__all__ = ["Report", "changed_reports"]
