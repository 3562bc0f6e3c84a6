"""How often one person may search: enough for anybody who reads, too little for a machine."""

from __future__ import annotations

from samklang.common.allowance import Allowances

PER_MINUTE = 60
# For how many seconds somebody is asked to wait.
WAIT = 60

searching = Allowances(PER_MINUTE)
