"""What other contexts may ask about approved reports."""

from samklang.reporting.models import Report
from samklang.reporting.policies import can_approve
from samklang.reporting.queries import changed_reports

__all__ = ["Report", "can_approve", "changed_reports"]
