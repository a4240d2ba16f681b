#!/usr/bin/env python3
"""Cuts the power after each decision that a writer called saved, and looks what is left.

usage: power_cut.py [--ignore-sync] WRITER COUNT SIZE

Runs WRITER under strace on a new store, each decision with a note of SIZE bytes, and replays what
it asked of the disk. At each `saved N` it makes the worst files that the disk may hold: those that
keep only what was synced, and some that keep a random part of the rest. A name counts from the sync of its folder on. Then it opens them and
asks for all decisions that were called saved. With --ignore-sync a sync is taken for nothing,
which has to lose decisions: it shows that this test can fail.
"""

import os
import random
import re
import shutil
import sqlite3
import subprocess
import sys
import tempfile

CALL = re.compile(r"^(?:\d+ +)?(\w+)\((.*)\) += (-?\d+)")


def text(argument):
    """The bytes of a string as strace -xx writes it."""
    return bytes.fromhex(argument.strip().strip('"').replace("\\x", ""))


class Disk:
    """Files by number: what is written, what of it is safe, and the names of both kinds."""

    def __init__(self):
        self.written, self.safe, self.pending = {}, {}, {}
        self.names, self.safe_names = {}, {}
        self.open = {}

    def create(self, name):
        if name not in self.names:
            number = len(self.written)
            self.names[name] = number
            self.written[number], self.safe[number], self.pending[number] = bytearray(), bytearray(), []
        return self.names[name]

    @staticmethod
    def apply(content, change):
        kind, place, data = change
        if kind == "cut":
            del content[place:]
            content.extend(bytes(place - len(content)))
            return
        if len(content) < place:
            content.extend(bytes(place - len(content)))
        content[place : place + len(data)] = data

    def change(self, number, change):
        self.apply(self.written[number], change)
        self.pending[number].append(change)

    def sync(self, number):
        self.safe[number] = bytearray(self.written[number])
        self.pending[number] = []

    def image(self, chance):
        """Files by name, with each change that is not safe there by chance."""
        files = {}
        for name, number in self.safe_names.items():
            content = bytearray(self.safe[number])
            for change in self.pending[number]:
                if random.random() < chance:
                    self.apply(content, change)
            files[name] = bytes(content)
        return files


def replay(log, folder, ignores_sync):
    """Yields the disk at each decision that was called saved, with their number."""
    disk = Disk()
    saved = 0
    for line in log:
        match = CALL.match(line)
        if not match or int(match[3]) < 0:
            continue
        name, arguments, result = match[1], match[2].split(", "), int(match[3])
        if name == "openat":
            path = os.fsdecode(text(arguments[1]))
            disk.open.pop(result, None)
            if path == folder:
                disk.open[result] = "folder"
            elif os.path.dirname(path) == folder and not path.endswith("-shm"):
                disk.open[result] = disk.create(os.path.basename(path))
        elif name == "close":
            disk.open.pop(int(arguments[0]), None)
        elif name == "unlink":
            path = os.fsdecode(text(arguments[0]))
            disk.names.pop(os.path.basename(path), None)
        elif name == "write" and arguments[0] == "1":
            if text(arguments[1]).startswith(b"saved"):
                saved += 1
                yield disk, saved
        elif name in ("pwrite64", "ftruncate", "fsync", "fdatasync"):
            number = disk.open.get(int(arguments[0]))
            if number is None:
                continue
            if name == "pwrite64":
                disk.change(number, ("write", int(arguments[3]), text(arguments[1])[:result]))
            elif name == "ftruncate":
                disk.change(number, ("cut", int(arguments[1]), b""))
            elif number == "folder":
                disk.safe_names = dict(disk.names)
            elif not ignores_sync:
                disk.sync(number)


def count(files):
    """How many decisions a store of these files has; -1 where it is damaged."""
    with tempfile.TemporaryDirectory() as folder:
        for name, content in files.items():
            with open(os.path.join(folder, name), "wb") as file:
                file.write(content)
        try:
            store = sqlite3.connect(os.path.join(folder, "triage.db"))
            if store.execute("PRAGMA integrity_check").fetchone()[0] != "ok":
                return -1
            found = store.execute("SELECT count(*) FROM decision").fetchone()[0]
            store.close()
            return found
        except sqlite3.OperationalError:
            return 0
        except sqlite3.DatabaseError:
            return -1


def main():
    arguments = sys.argv[1:]
    ignores_sync = "--ignore-sync" in arguments
    writer, total, size = [word for word in arguments if not word.startswith("--")]
    random.seed(1)
    folder = tempfile.mkdtemp(prefix="ses-power-")
    trace = folder + ".trace"
    calls = "openat,close,pwrite64,ftruncate,fsync,fdatasync,unlink,write"
    subprocess.run(
        ["strace", "-f", "-xx", "-s", "100000", "-e", "trace=" + calls, "-o", trace, writer]
        + [os.path.join(folder, "triage.db"), "mail", total, size],
        check=True, stdout=subprocess.DEVNULL)
    acknowledged = lost = damaged = images = 0
    with open(trace) as log:
        for disk, saved in replay(log, folder, ignores_sync):
            acknowledged = saved
            for chance in (0, 0.3, 0.5, 0.7, 0.9, 1) if not ignores_sync else (0,):
                found = count(disk.image(chance))
                images += 1
                damaged += found < 0
                lost += 0 <= found < saved
    print(f"acknowledged {acknowledged}, images {images}, lost {lost}, damaged {damaged}")
    shutil.rmtree(folder)
    os.unlink(trace)


main()
