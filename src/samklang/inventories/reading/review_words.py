"""The words that tell whether a follow-up is the document’s own, and is still to come."""

from __future__ import annotations

import re

OWN = re.compile(
    r"\b(?:\w*överenskommelse\w*|\w*avtal(?:et|ets|en)?|samverkansmöte\w*|indikator\w*"
    r"|parterna åtar sig|gemensam\w* (?:skriftlig\w* )?(?:utvärdering|uppföljning)"
    r"|verksamhetsberättelse\w*|(?:skriftlig|samlad) rapport|(?:läges|års)rapport\w*"
    r"|uppdrag(?:et)?|uppdrags(?:beskrivning|handling|direktiv)\w*|rutin(?:en)?|riktlinje\w*"
    r"|dokument(?:et)?)\b",
    re.IGNORECASE,
)
OTHERS = re.compile(
    r"\b(?:läkemed\w*|patient(?!säkerhet)\w*|brukar(?:e|en|ens)\b|anhörig\w*"
    r"|den enskild\w*|individ\w*|vårdplan\w*"
    r"|\bSIP\b|remiss\w*|genomförandeplan\w*"
    r"|hjälpmedlet|kronor|kr\b|klient\w*|avgift\w*|ersättning\w*|prislist\w*|kompetens\w*"
    r"|utbildning(?!snämnd|sförvaltning|skontor)\w*"
    r"|telefon\w*|kontaktuppgift\w*"
    r"|samordnad\w* individuell\w*|behandling\w*|läkarbesök|ordination\w*|insatserna"
    r"|riskbedömning\w*|avvikelse\w*)",
    re.IGNORECASE,
)
# 'Handlingsplanen revideras', 'Överenskommelsen föreslås följas upp': another's, or not yet.
NOT_ITS = re.compile(
    r"\W*(?:handlings|åtgärds)plan|\W*\w*enkät\w*\b|.*\bföreslås\b", re.IGNORECASE | re.DOTALL
)
# 'Överenskommelsen följs upp varje år med hjälp av frågor om SIP': whose it is stands first.
BEGINS_WITH_IT = re.compile(
    r"\W*(?:Den(?:na)? |Detta )?(?:[a-zåäö]+ )?(?:överenskommelsen?|avtalet|uppdraget)\b",
    re.IGNORECASE,
)
# 'Lokala överenskommelser ska revideras': what the agreements under this one are to do.
LOCAL_ONES = re.compile(
    r"\W*(?:de |alla )?lokala (?:\w*överenskommelser(?:na)?|avtal(?:en)?) ", re.IGNORECASE
)
# In a county's agreement the local one is another; a local one may call itself so.
LOCAL_ONE = re.compile(r"\W*(?:Den )?lokala (?:\w*överenskommelsen|avtalet) ", re.IGNORECASE)
REVISED = re.compile(
    r"\W*(?:(?:Den|Det|Denna|Detta) (?=följs upp ))?(?:Ska |Bör )?"
    r"(?:(?:Revider|Omförhandl|Utvärder|Följs upp och revider)\w*"
    r"|Följs upp(?= (?:årlig|varje|vart|minst|en gång|senast)))",
    re.IGNORECASE,
)
FOLLOWED_UP = re.compile(
    r"(?:uppfölj\w*|utvärder\w*|revider\w*|omförhandl\w*|översyn)[^.\n]{0,40}\bav "
    r"(?:\w+ ){0,2}\w*(?:överenskommelse|avtal)\w*"
    r"|följer upp (?:sitt |detta )?uppdrag",
    re.IGNORECASE,
)
AGREEMENT = re.compile(r"överenskommelse|avtal")
# 'Under 2031 gav gruppen i uppdrag att revidera': what has been is not due.
HAS_BEEN = re.compile(
    r"\bhar [^.\n]{0,60}(?:konstaterat|beslutat|enats)\b"
    r"|\b(?:gav|gavs|fick|gjort?s|genomför(?:de|des|ts)|togs|gjordes?"
    r"|\w{3,}(?:ade|ades|atte|attes))\b"
)
# 'Den ses över …', 'Styrgruppen följer upp den …'
SPEAKS_ON = re.compile(
    r"\A\W*(?:Den|Det|Denna|Detta) (?:ska |skall |bör )?"
    r"(?:ses över|följs upp|revideras|utvärderas)\b"
    r"|\A\W*En (?:\w+ )?utvärdering (?:görs|genomförs|ska|skall)\b"
    r"|\b(?:följer upp|ser över|utvärderar|reviderar) (?:den|det)\b"
)
