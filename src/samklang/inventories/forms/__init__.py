"""The forms of the context’s pages."""

from samklang.inventories.forms.answering import FindingForm
from samklang.inventories.forms.confirming import ConfirmForm
from samklang.inventories.forms.receiving import UploadForm
from samklang.inventories.forms.rejecting import RejectForm

__all__ = ["ConfirmForm", "FindingForm", "RejectForm", "UploadForm"]
