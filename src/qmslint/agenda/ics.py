"""Agenda as a calendar (RFC 5545): one all-day event on the last day of each change of law, naming the documents.

An event keeps its identity when documents come and go, so that a calendar program updates it instead of adding one.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import timedelta
from itertools import groupby

from qmslint.agenda.words import change, name_of, remarks
from qmslint.law.agenda import Agenda, DueItem
from qmslint.law.period import say
from qmslint.model.digest import blake2b
from qmslint.model.text import Text

_OCTETS = 75
_NAMED = 40
"""So many documents are named in one event; the rest are counted."""


def agenda_ics(agenda: Agenda, language: str = "vi") -> bytes:
    """The agenda as an iCalendar object: CRLF, lines folded at 75 octets, UTF-8."""
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//qmslint//due//VI", "CALSCALE:GREGORIAN", "METHOD:PUBLISH",
             f"X-WR-CALNAME:{_escaped(Text('Cập nhật pháp luật', 'Changes of law').in_language(language))}"]
    stamp = f"{agenda.as_of:%Y%m%d}T000000Z"
    for _, items in groupby(sorted(agenda.items, key=_key), key=_key):
        lines += _event(list(items), stamp, language)
    lines.append("END:VCALENDAR")
    return b"".join(_folded(line) for line in lines)


def _key(item: DueItem) -> tuple[str, ...]:
    update = item.update
    effective = update.effective.isoformat() if update.effective else ""
    return (item.rolled.isoformat(), update.law.number, update.law.territory or update.law.issuer, effective)


def _event(items: list[DueItem], stamp: str, language: str) -> Iterable[str]:
    first = items[0]
    update = first.update
    digest = blake2b("\x1f".join(_key(first)[1:]).encode(), digest_size=12).hexdigest()
    number, count = update.law.number, len(items)
    documents = "1 document" if count == 1 else f"{count} documents"
    title = Text(f"Hạn cập nhật {number}: {count} tài liệu", f"Last day to take in {number}: {documents}")
    notes = [remarks(item).in_language(language) for item in items]
    common = notes[0] if len(set(notes)) == 1 else ""
    names = [_named(item, "" if common else note) for item, note in zip(items, notes, strict=True)]
    more = [Text(f"và {count - _NAMED} tài liệu nữa", f"and {count - _NAMED} more").in_language(language)]
    body = [f"{change(update).in_language(language)}. {update.law.title}".strip(), *([common] if common else []),
            *names[:_NAMED], *(more if count > _NAMED else [])]
    return [
        "BEGIN:VEVENT",
        f"UID:{digest}@qmslint",
        f"DTSTAMP:{stamp}",
        f"DTSTART;VALUE=DATE:{first.rolled:%Y%m%d}",
        f"DTEND;VALUE=DATE:{first.rolled + timedelta(days=1):%Y%m%d}",
        f"SUMMARY:{_escaped(title.in_language(language))}",
        f"DESCRIPTION:{_escaped(chr(10).join(body))}",
        "TRANSP:TRANSPARENT",
        "BEGIN:VALARM",
        "ACTION:DISPLAY",
        "TRIGGER:-P14D",
        f"DESCRIPTION:{_escaped(number)} {say(first.rolled)}",
        "END:VALARM",
        "END:VEVENT",
    ]


def _named(item: DueItem, note: str) -> str:
    """One document of an event, with what is to be known of it alone."""
    name = f"{name_of(item)} ({item.path})" if name_of(item) != item.path else item.path
    return f"- {name}: {note}" if note else f"- {name}"


def _escaped(text: str) -> str:
    """TEXT of RFC 5545 3.3.11: backslash, semicolon, comma and line break escaped, control characters dropped."""
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    text = "".join(sign for sign in text if sign in "\n\t" or (sign >= " " and sign != "\x7f"))
    for sign in ("\\", ";", ","):
        text = text.replace(sign, "\\" + sign)
    return text.replace("\n", "\\n")


def _folded(line: str) -> bytes:
    """One content line, folded so that no line has over 75 octets; never inside a character."""
    out, width = bytearray(), 0
    for character in line:
        octets = character.encode("utf-8", "replace")
        if width + len(octets) > _OCTETS:
            out += b"\r\n "
            width = 1
        out += octets
        width += len(octets)
    return bytes(out) + b"\r\n"
