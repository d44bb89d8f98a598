"""What a thread can forbid itself and all of its children, without root: Landlock and seccomp, through ctypes.

Both bind the calling *thread* only, and children inherit them. A thread made for the purpose can therefore confine
itself, start a process in the ordinary way and vanish: no Python runs between fork and exec, and the rest of this
process stays free.

Landlock (https://docs.kernel.org/userspace-api/landlock.html) decides which files may be opened and changed. It does
not cover modes, owners, times and Unix sockets with a path; seccomp closes those: every socket is refused, which also
holds where network namespaces are not to be had.
"""

import ctypes
import errno
import os
import platform
import struct
import sys
from collections.abc import Iterable
from functools import cache
from pathlib import Path

_CREATE_RULESET, _ADD_RULE, _RESTRICT_SELF = 444, 445, 446
_EXECUTE, _WRITE_FILE, _READ_FILE, _READ_DIR, _TRUNCATE = 1 << 0, 1 << 1, 1 << 2, 1 << 3, 1 << 14
_RIGHTS_OF_FILES = _EXECUTE | _WRITE_FILE | _READ_FILE | _TRUNCATE
_PR_SET_SECCOMP, _PR_SET_NO_NEW_PRIVS = 22, 38

_AUDIT_ARCHITECTURES = {"x86_64": 0xC000003E, "aarch64": 0xC00000B7}
# Columns: x86_64, aarch64; None where the call does not exist.
_NEVER = {
    "socket": (41, 198),
    "ptrace": (101, 117),
    "add_key": (248, 217),
    "request_key": (249, 218),
    "keyctl": (250, 219),
    "perf_event_open": (298, 241),
    "process_vm_readv": (310, 270),
    "process_vm_writev": (311, 271),
    "bpf": (321, 280),
    "userfaultfd": (323, 282),
    "io_uring_setup": (425, 425),
}
_METADATA = {
    "truncate": (76, 45),
    "chmod": (90, None),
    "fchmodat": (268, 53),
    "fchmodat2": (452, 452),
    "chown": (92, None),
    "lchown": (94, None),
    "fchownat": (260, 54),
    "utime": (132, None),
    "utimes": (235, None),
    "futimesat": (261, None),
    "utimensat": (280, 88),
    "setxattr": (188, 5),
    "lsetxattr": (189, 6),
    "removexattr": (197, 14),
    "lremovexattr": (198, 15),
    "setxattrat": (463, 463),
    "removexattrat": (466, 466),
    "file_setattr": (469, 469),
}
_X32 = 0x40000000


class _RulesetAttributes(ctypes.Structure):
    _fields_ = (("files", ctypes.c_uint64), ("network", ctypes.c_uint64), ("scoped", ctypes.c_uint64))


class _Program(ctypes.Structure):
    _fields_ = (("length", ctypes.c_ushort), ("filter", ctypes.c_char_p))


@cache
def landlock_version() -> int:
    """The kernel's Landlock interface, 0 where there is none."""
    if not sys.platform.startswith("linux"):
        return 0
    return max(0, int(_libc().syscall(_CREATE_RULESET, None, 0, 1)))


def seccomp_known() -> bool:
    """Whether this machine's system call numbers are in our table."""
    return sys.platform.startswith("linux") and platform.machine() in _AUDIT_ARCHITECTURES


def forbid_files(readable: Iterable[Path], writable: Iterable[Path], *, ports: bool = False) -> None:
    """From now on this thread and its children open nothing but what lies under these paths, nor, unless `ports`, a TCP
    port; missing paths are skipped.

    Raises OSError if the kernel refuses.
    """
    version = landlock_version()
    # each version of the interface handles a few more rights, and refuses those that it does not know
    files = (1 << (13 + (version >= 2) + (version >= 3))) - 1
    attributes = _RulesetAttributes(files, 3 if version >= 4 and not ports else 0, 3 if version >= 6 else 0)
    size = 8 if version < 4 else 16 if version < 6 else 24
    ruleset = _checked(_libc().syscall(_CREATE_RULESET, ctypes.byref(attributes), ctypes.c_size_t(size), 0))
    try:
        for paths, rights in ((readable, _EXECUTE | _READ_FILE | _READ_DIR), (writable, files)):
            for path in paths:
                _allow(ruleset, path, rights & files)
        _no_new_privileges()
        _checked(_libc().syscall(_RESTRICT_SELF, ruleset, 0))
    finally:
        os.close(ruleset)


def forbid_calls(*, metadata: bool) -> None:
    """From now on this thread and its children get EPERM for sockets, tracing, keys and, with `metadata`, changes of
    modes and times.

    Raises OSError if the kernel refuses.
    """
    program = seccomp_program(metadata)
    _no_new_privileges()
    holder = _Program(len(program) // 8, program)
    _checked(_libc().prctl(_PR_SET_SECCOMP, 2, ctypes.byref(holder), 0, 0))


@cache
def seccomp_program(metadata: bool) -> bytes:
    """What `forbid_calls` hands to the kernel, in classic BPF: refuse foreign architectures, then compare the call's
    number with each forbidden one.
    """
    machine = platform.machine()
    column = list(_AUDIT_ARCHITECTURES).index(machine)
    calls = {**_NEVER, **(_METADATA if metadata else {})}
    numbers = [number for row in calls.values() if (number := row[column]) is not None]
    load, jump_equal, jump_at_least, answer = 0x20, 0x15, 0x35, 0x06
    kill, refuse, allow = 0x80000000, 0x00050000 | errno.EPERM, 0x7FFF0000
    steps = [
        (load, 0, 0, 4),
        (jump_equal, 1, 0, _AUDIT_ARCHITECTURES[machine]),
        (answer, 0, 0, kill),
        (load, 0, 0, 0),
        *([(jump_at_least, len(numbers) + 1, 0, _X32)] if machine == "x86_64" else []),
        *((jump_equal, len(numbers) - index, 0, number) for index, number in enumerate(numbers)),
        (answer, 0, 0, allow),
        (answer, 0, 0, refuse),
    ]
    return b"".join(struct.pack("=HBBI", *step) for step in steps)


def _allow(ruleset: int, path: Path, rights: int) -> None:
    try:
        descriptor = os.open(path, os.O_PATH | os.O_CLOEXEC)
    except OSError:
        return
    try:
        rights = rights if path.is_dir() else rights & _RIGHTS_OF_FILES
        _checked(_libc().syscall(_ADD_RULE, ruleset, 1, struct.pack("=Qi", rights, descriptor), 0))
    finally:
        os.close(descriptor)


def _no_new_privileges() -> None:
    _checked(_libc().prctl(_PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0))


def _checked(result: int) -> int:
    if result < 0:
        number = ctypes.get_errno()
        raise OSError(number, os.strerror(number))
    return result


@cache
def _libc() -> ctypes.CDLL:
    return ctypes.CDLL(None, use_errno=True)
