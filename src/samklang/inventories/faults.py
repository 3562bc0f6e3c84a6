"""What a user is told about a file that cannot be read, or that should be read with care."""

from __future__ import annotations

from collections.abc import Mapping

from django.utils.formats import number_format
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

Sentence = str | Promise

# One sentence of what is wrong and one of what to do, for each code of FileFault and of our own.
FAULTS: Mapping[str, Sentence] = {
    "empty": _(
        "The file is empty: it was never saved, or it was lost on the way. Open it where you got "
        "it from, and hand it in again if there is something in it."
    ),
    "too_large": _(
        "The file is %(size)s MB, and we read at most %(limit)s MB. Large pictures are often why: "
        "save it as a PDF with smaller pictures, or divide it."
    ),
    "wrong_type": _(
        "This is %(detected)s, whatever its name says. Samklang reads DOCX, ODT, PDF, text and web "
        "pages: save it as one of them and hand it in again."
    ),
    "old_word": _(
        "The file is in Word’s old format (.doc). Open it in Word or LibreOffice, save it as DOCX "
        "and hand it in again."
    ),
    "encrypted": _(
        "The file is locked with a password. Remove the password where you got it from, and hand "
        "it in again."
    ),
    "damaged": _(
        "The file is damaged and cannot be opened. Ask for it once more from whoever sent it."
    ),
    "no_words": _(
        "There are no words in the file, only blank space or pictures. Open it and see: if it is a "
        "picture of a text, run text recognition (OCR) on it, and hand it in again."
    ),
    "no_text": _(
        "The file is scanned pictures without text, so there is nothing to read. Run text "
        "recognition (OCR) on it and hand it in again, or record the agreement by hand."
    ),
    "empty_archive": _(
        "There is no document in the ZIP. Look whether the files were left out when it was made, "
        "and hand it in again."
    ),
    "archive": _("The file is a ZIP of files that could not be unpacked. Unpack it yourself."),
    "nested_archive": _(
        "There is a ZIP inside the ZIP. Unpack it, and hand in the files that are in it."
    ),
    "bomb": _(
        "The file would grow beyond all bounds when it is unpacked, so we left it alone. If you "
        "trust who sent it: open it yourself and save it anew."
    ),
    "unsafe_path": _(
        "The file’s name in the ZIP points outside the ZIP, as harmful files do. If you trust who "
        "sent it: unpack it yourself and hand in the file."
    ),
    "unsafe_part": _(
        "A part of the document has a name that points outside it, as in harmful files. If you "
        "trust who sent it: open it yourself and save it anew."
    ),
    "external_entities": _(
        "The file tries to fetch things from elsewhere while it is read, as harmful files do. If "
        "you trust who sent it: open it yourself and save it anew."
    ),
    "too_many_pages": _(
        "The PDF has %(pages)s pages, and we read at most %(most)s. Divide it, and hand in the "
        "part that is the agreement."
    ),
    "too_many_files": _(
        "There were more than %(count)s files at one time, so this one was left out. Hand in what "
        "was left out by itself."
    ),
    "batch_too_large": _(
        "The files of one time were more than %(limit)s MB together, so this one was left out. "
        "Hand in what was left out by itself."
    ),
    "quota": _(
        "Your organization has %(size)s MB of files here and may have %(limit)s MB, so this one "
        "was not received. Ask whoever runs Samklang for more room, and hand it in again."
    ),
    "out_of_time": _(
        "The files of this time took more than an hour to read, so we stopped before this one. It "
        "is kept: choose to read it again."
    ),
    "too_heavy": _(
        "The file takes more memory to read than we allow. Divide it, or save it as plain text, "
        "and hand it in again."
    ),
    "no_reading_rules": _(
        "Samklang has no reading rules for the documents of your country, so the file was not "
        "read. Record the agreement by hand, and ask whoever runs Samklang to add the rules."
    ),
    "too_slow": _(
        "The file takes more than twenty seconds to read, so we stopped. Divide it, or save it "
        "anew, and hand it in again."
    ),
    "crashed": _(
        "Reading the file failed in a way that we did not foresee. Save it anew, as DOCX or PDF, "
        "and hand it in again."
    ),
    "stopped_twice": _(
        "Twice the reading stopped at this file. We set it aside to let the others go on. Save it "
        "anew, as DOCX or PDF, and hand it in again."
    ),
    "not_found": _("There is no such file."),
    "no_right": _("You have no right to open the file. Ask for it, and read it again."),
    "already_read": _("Your organization has handed in exactly this file before."),
}

# What a file of another type is, to fill in above.
TYPES: Mapping[str, Sentence] = {
    "image": _("a picture"),
    "program": _("a program"),
    "audio": _("a sound recording"),
    "video": _("a film"),
    "other_archive": _("a packed archive of another kind than ZIP"),
    "rtf": _("an RTF document"),
    "postscript": _("a PostScript file"),
    "database": _("a database"),
    "xls": _("an old Excel workbook"),
    "xlsx": _("an Excel workbook"),
    "ods": _("a spreadsheet"),
    "ppt": _("an old PowerPoint presentation"),
    "pptx": _("a PowerPoint presentation"),
    "odp": _("a presentation"),
    "odg": _("a drawing"),
    "odf": _("an office file that holds no text"),
    "visio": _("a Visio drawing"),
    "epub": _("an e-book"),
    "msg": _("an e-mail saved from Outlook"),
    "web_archive": _("a web page saved as an archive"),
    "xml": _("an XML file"),
    "ole": _("a file in an old Office format"),
    "data": _("values for a program to read"),
    "binary": _("a file of a kind that we do not know"),
}

# What a person should know about a file that was read all the same.
CAUTIONS: Mapping[str, Sentence] = {
    "old_organization": _("The text says “%(quote)s”. Today it is called %(hint)s."),
    "repealed_law": _("The text refers to a repealed act, “%(quote)s”. Today: %(hint)s."),
    "blank_start": _("The day from which it holds was left blank."),
    "personal_identity_number": _(
        "There seems to be a personal identity number in the file. It is hidden here: take it out "
        "of the document before you share it."
    ),
    "two_documents": _(
        "There seem to be two documents in the file: a second one begins at “%(quote)s”. Check "
        "which of them each fact comes from."
    ),
    "other_language": _("The text is not in Swedish, so the reader may have missed things."),
}

# Those that are about the file as a whole, and not about something that it says.
ABOUT_THE_FILE = frozenset({"personal_identity_number", "two_documents"})

WARNINGS: Mapping[str, Sentence] = {
    "macros_left_out": _("There are macros in the file. They were not run, only the text is read."),
    "active_content": _("There is program code in the PDF. It was not run, only the text is read."),
    "remote_template": _("The file wants a template from elsewhere. It was not fetched."),
    "remote_parts": _(
        "There are pictures or pieces in the file that lie elsewhere. They were not fetched."
    ),
    "starts_programs": _(
        "A field in the file would start another program (DDE). It was not run, only the text is "
        "read. Answer no if Word asks whether to update the links."
    ),
    "embedded_objects": _("There are other files inside the file. They were not read."),
    "text_boxes_left_out": _(
        "There are text boxes in the document. What stands in them was not read."
    ),
    "notes_left_out": _(
        "There are footnotes or endnotes in the document. What stands in them was not read."
    ),
    "language": _(
        "The text seems to be in %(language)s. Look through each fact: the reader knows Swedish."
    ),
    "damaged_pages": _("Some pages are damaged, and were not read."),
    "pages_without_text": _("Some pages are pictures without text, and were not read."),
}

# What a language is called in a sentence.
LANGUAGES: Mapping[str, Sentence] = {
    "no": _("Norwegian"),
    "da": _("Danish"),
    "en": _("English"),
    "fi": _("Finnish"),
    "de": _("German"),
}

_BYTES_IN_MB = 1024 * 1024


def fault_sentence(code: str, details: Mapping[str, str]) -> str:
    """Say in plain words why a file was set aside, and what to do."""
    sentence = FAULTS.get(code, FAULTS["crashed"])
    return _filled(sentence, {**_shown(details), "detected": _type(details.get("detected", ""))})


def caution_sentence(code: str, quote: str, hint: str) -> str:
    sentence = CAUTIONS.get(code)
    return _filled(sentence, {"quote": quote, "hint": hint}) if sentence else code


def warning_sentence(code: str) -> str:
    """Say what is peculiar about the file itself; `language:en` carries the language."""
    kind, _separator, value = code.partition(":")
    sentence = WARNINGS.get(kind)
    return _filled(sentence, {"language": str(LANGUAGES.get(value, value))}) if sentence else ""


def _filled(sentence: Sentence, values: Mapping[str, str]) -> str:
    return str(sentence) % values if "%(" in str(sentence) else str(sentence)


def _type(detected: str) -> str:
    return str(TYPES.get(detected, TYPES["binary"]))


def _whole(number: str) -> str:
    """Write a number with its thousands apart, as people read it."""
    return number_format(int(number), force_grouping=True) if number.isdecimal() else number


def _shown(details: Mapping[str, str]) -> dict[str, str]:
    """Give sizes in whole megabytes, upwards, so that a file over the limit looks so."""
    return {
        **{name: _whole(details.get(name, "")) for name in ("pages", "count", "most")},
        "size": str(-(-int(details.get("size") or 0) // _BYTES_IN_MB)),
        "limit": str(int(details.get("limit") or 0) // _BYTES_IN_MB),
    }
