"""Takes from the reading process what an attacker in it would use; Linux, without privileges.

Landlock leaves it the interpreter's own files and nothing else, no network and no signals to
others; seccomp leaves it no new process, no new socket and no look into other processes. Where
the kernel is too old for one of them the others stand.
"""

from __future__ import annotations

import ctypes
import os
import platform
import stat
import struct
import sys
from collections.abc import Iterable
from typing import Any, Final

_NEW_USER, _NEW_NETWORK, _NEW_IPC = 0x10000000, 0x40000000, 0x08000000
_NEW_MOUNTS, _BIND = 0x00020000, 4096
_NO_NEW_RIGHTS, _SET_SECCOMP, _FILTER = 38, 22, 2

# Landlock: the numbers of its calls are the same on every machine.
_CREATE_RULESET, _ADD_RULE, _RESTRICT_SELF = 444, 445, 446
_ASK_VERSION, _PATH_BENEATH = 1, 1
_EXECUTE, _WRITE_FILE, _READ_FILE, _READ_FOLDER = 1 << 0, 1 << 1, 1 << 2, 1 << 3
_OF_A_FILE = _EXECUTE | _WRITE_FILE | _READ_FILE
# How many rights over files each version knows; the network from 4, signals from 6.
_FILE_RIGHTS = {1: 13, 2: 14, 3: 15, 4: 15, 5: 16}
_NETWORK_FROM, _SCOPES_FROM = 4, 6
_ALL_OF_NETWORK, _ALL_SCOPES = 0b11, 0b11
_SYSTEM = ("/usr", "/lib", "/lib64", "/etc/ld.so.cache", "/etc/localtime", "/dev/null")

# What a document never needs, by name and by number on each kind of machine: new processes and
# programs, sockets, other processes' memory, namespaces, keys, and the kernel's own machinery.
_REFUSED: Final = {
    "x86_64": (
        0xC000003E,
        (41, 42, 49, 50, 53, 56, 57, 58, 59, 62, 101, 155, 161, 165, 248, 249, 250, 272, 298, 304,
         308, 310, 311, 321, 322, 323, 424, 425, 434, 435, 438),
    ),
    "aarch64": (
        0xC00000B7,
        (40, 41, 51, 97, 117, 129, 198, 199, 200, 201, 203, 217, 218, 219, 220, 221, 241, 265, 268,
         270, 271, 280, 281, 282, 424, 425, 434, 435, 438),
    ),
}  # fmt: skip
_LOAD, _EQUAL, _AT_LEAST, _RETURN = 0x20, 0x15, 0x35, 0x06
_ALLOW, _REFUSE = 0x7FFF0000, 0x00050001  # the second is EPERM
_NUMBER_AT, _MACHINE_AT = 0, 4
_OTHER_NUMBERS = 0x40000000  # x86-64 has a second set of numbers for the same calls


def confine(readable: Iterable[str]) -> None:
    """Give the rights away for good; `readable` is what may still be opened, to read."""
    if not sys.platform.startswith("linux"):
        return
    system = ctypes.CDLL(None, use_errno=True)
    if system.unshare(_NEW_USER | _NEW_NETWORK | _NEW_IPC) != 0:
        system.unshare(_NEW_NETWORK)  # without user namespaces only root may
    system.prctl(_NO_NEW_RIGHTS, 1, 0, 0, 0)
    _close_the_files(system, (*_SYSTEM, sys.prefix, sys.base_prefix, *readable))
    _refuse_calls(system)


def confine_program(readable: Iterable[str], folder: str) -> str:
    """Give away what a program of others’ does not need that is to be run from here.

    It may run what is in the folders `readable`, and write in `folder` alone, which has become
    its /tmp: returns that, or the folder where the system does not let it. It has no network.
    Unlike `confine` it leaves new processes, which such a program needs.
    """
    if not sys.platform.startswith("linux"):
        return folder
    system = ctypes.CDLL(None, use_errno=True)
    apart = system.unshare(_NEW_USER | _NEW_MOUNTS | _NEW_NETWORK | _NEW_IPC) == 0
    moved = apart and system.mount(folder.encode(), b"/tmp", None, _BIND, None) == 0
    writable = "/tmp" if moved else folder  # noqa: S108
    system.prctl(_NO_NEW_RIGHTS, 1, 0, 0, 0)
    _close_the_files(system, (*_SYSTEM, *readable), run=True, writable=writable)
    return writable


def _close_the_files(
    system: Any, readable: Iterable[str], *, run: bool = False, writable: str = ""
) -> None:
    version = system.syscall(_CREATE_RULESET, None, ctypes.c_size_t(0), _ASK_VERSION)
    if version < 1:
        return
    rights = (1 << _FILE_RIGHTS.get(version, _FILE_RIGHTS[5])) - 1
    network = _ALL_OF_NETWORK if version >= _NETWORK_FROM else 0
    scopes = _ALL_SCOPES if version >= _SCOPES_FROM else 0
    asked = struct.pack("<QQQ", rights, network, scopes)[: _length(version)]
    rules = system.syscall(_CREATE_RULESET, asked, ctypes.c_size_t(len(asked)), 0)
    if rules < 0:
        return
    for path in readable:
        _leave(system, rules, path, _READ_FILE | _READ_FOLDER | (_EXECUTE if run else 0))
    if writable:
        _leave(system, rules, writable, (1 << _FILE_RIGHTS.get(version, _FILE_RIGHTS[5])) - 1)
    system.syscall(_RESTRICT_SELF, rules, 0)
    os.close(rules)


def _length(version: int) -> int:
    """How much of the question a version understands."""
    return 8 + 8 * (version >= _NETWORK_FROM) + 8 * (version >= _SCOPES_FROM)


def _leave(system: Any, rules: int, path: str, rights: int) -> None:
    try:
        opened = os.open(path, os.O_PATH | os.O_CLOEXEC)
    except OSError:  # not every system has every folder
        return
    # A file takes no right that is about what is in a folder.
    allowed = rights if stat.S_ISDIR(os.fstat(opened).st_mode) else rights & _OF_A_FILE
    rule = struct.pack("<Qi", allowed, opened)
    system.syscall(_ADD_RULE, rules, _PATH_BENEATH, rule, 0)
    os.close(opened)


def _refuse_calls(system: Any) -> None:
    """Load a filter that answers “not permitted” to each refused call."""
    known = _REFUSED.get(platform.machine())
    if known is None or sys.byteorder != "little":
        return
    steps = _filter(*known)
    written = ctypes.create_string_buffer(b"".join(steps))
    program = struct.pack("@HP", len(steps), ctypes.addressof(written))
    system.prctl(_SET_SECCOMP, _FILTER, ctypes.create_string_buffer(program), 0, 0)


def _filter(machine: int, refused: tuple[int, ...]) -> list[bytes]:
    last = len(refused) + 1  # the refusal stands after the comparisons and the permission
    return [
        _step(_LOAD, _MACHINE_AT),
        _step(_EQUAL, machine, 0, last + 2),
        _step(_LOAD, _NUMBER_AT),
        _step(_AT_LEAST, _OTHER_NUMBERS, last, 0),
        *(_step(_EQUAL, number, last - place - 1, 0) for place, number in enumerate(refused)),
        _step(_RETURN, _ALLOW),
        _step(_RETURN, _REFUSE),
    ]


def _step(what: int, value: int, if_so: int = 0, if_not: int = 0) -> bytes:
    return struct.pack("<HBBI", what, if_so, if_not, value)
