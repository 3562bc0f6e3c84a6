"""What a template language, a format string or a shell would fill in.

Source: the kinds are those of the documentation of Django's and Jinja2's template languages,
Python's two ways to format, Typst's and Office's fields, and of pretix's CVE-2026-2415 (a name in
a letter that was formatted). Written for this project; sums are of numbers nobody else adds up.
"""

from __future__ import annotations

PLACEHOLDERS = (
    "{{ 1337*7331 }}",
    "{{13377331|add:84648464}}",
    "{% now 'U' %}",
    "{% include '/etc/passwd' %}",
    "{% debug %}",
    "{# x #}",
    "{{ ''.__class__.__mro__ }}",
    "{{ settings.SECRET_KEY }}",
    "{{ request.user.password }}",
    "{{ cycler.__init__.__globals__ }}",
    "{0}",
    "{0.__class__}",
    "{event.__init__.__code__}",
    "{by.password}",
    "{address}",
    "{x!r:>9999}",
    "%s",
    "%d",
    "%(by)s",
    "%(address)s",
    "%(x)s",
    "%(organization)999999d",
    "100 %",
    "%%",
    "${7*7}",
    "#{7*7}",
    "<%= 1337*7331 %>",
    "$(id)",
    "`id`",
    '#include("/etc/passwd")',
    '#eval("1337*7331")',
    "$ 1337 dot 7331 $",
    "= Rubrik",
    "*fet* _kursiv_ @namn <namn>",
    "{ DATE \\@ yyyy }",
    "\\input{/etc/passwd}",
    "[[!include x]]",
)
# None of these may be in what is shown: somebody would have reckoned or told.
FILLED_IN = ("9801547", "98025795", "__globals__'", "root:", "<class 'str'>", "DEBUG = ")
