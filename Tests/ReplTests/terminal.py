"""Runs a program in a pseudo-terminal as a person would, from a script on standard input, and prints the transcript.

Usage: terminal.py COLUMNS ROWS PROGRAM [ARGUMENT...] < SCRIPT

Lines of the script:
  type TEXT     the keys of TEXT; \\n is Return, \\t Tab, \\x03 Ctrl-C, \\x04 Ctrl-D, \\e[A the up arrow
  expect TEXT   waits until TEXT is on the screen after what was expected before; fails after 30 seconds
  absent TEXT   fails when TEXT is among what came since the last expect
  pause SECONDS lets the program work
  end STATUS    waits until the program ends with this status

The program's output is printed without the terminal's control sequences. Exit status 1 tells that the script failed.
"""
import codecs
import fcntl
import os
import pty
import re
import select
import signal
import struct
import sys
import termios
import time

PATIENCE = 120
CONTROLS = re.compile(r"\x1b\[[0-9;?]*[A-Za-z]|\x1b[()][A-Z0-9]|\x1b[=>]|\x07|\r")


class Screen:
    def __init__(self, columns, rows, command):
        self.raw = b""
        self.seen = 0
        self.process, self.terminal = pty.fork()
        if self.process == 0:
            # As from a shell, whatever the test runner blocks or ignores.
            signal.pthread_sigmask(signal.SIG_SETMASK, [])
            signal.signal(signal.SIGINT, signal.SIG_DFL)
            os.execvp(command[0], command)
        fcntl.ioctl(self.terminal, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))

    def text(self):
        return CONTROLS.sub("", self.raw.decode("utf-8", errors="replace"))

    def read(self, seconds):
        """Takes in what is there; False at the end."""
        if not select.select([self.terminal], [], [], seconds)[0]:
            return True
        try:
            data = os.read(self.terminal, 65536)
        except OSError:
            return False
        self.raw += data
        return bool(data)

    def expect(self, wanted):
        deadline = time.monotonic() + PATIENCE
        while time.monotonic() < deadline:
            place = self.text().find(wanted, self.seen)
            if place >= 0:
                self.seen = place + len(wanted)
                return None
            if not self.read(0.1):
                break
        return f"'{wanted}' did not come; since the last: {self.text()[self.seen:]!r}"

    def absent(self, unwanted):
        return f"'{unwanted}' came" if unwanted in self.text()[self.seen:] else None

    def end(self, status):
        deadline = time.monotonic() + PATIENCE
        while time.monotonic() < deadline and self.read(0.1):
            pass
        while True:
            ended, code = os.waitpid(self.process, os.WNOHANG)
            if ended:
                found = os.waitstatus_to_exitcode(code)
                return None if found == status else f"ended with {found}, not {status}"
            if time.monotonic() > deadline:
                return "did not end"
            time.sleep(0.01)


def keys(text):
    return codecs.decode(text.replace("\\e", "\\x1b").encode("latin-1", "backslashreplace"), "unicode_escape").encode()


def main():
    columns, rows, command = int(sys.argv[1]), int(sys.argv[2]), sys.argv[3:]
    screen = Screen(columns, rows, command)
    failure = None
    for number, line in enumerate(sys.stdin.read().splitlines(), 1):
        verb, _, rest = line.partition(" ")
        if verb == "type":
            os.write(screen.terminal, keys(rest))
        elif verb == "expect":
            failure = screen.expect(rest)
        elif verb == "absent":
            failure = screen.absent(rest)
        elif verb == "pause":
            time.sleep(float(rest))
        elif verb == "end":
            failure = screen.end(int(rest))
        elif verb:
            failure = f"unknown verb '{verb}'"
        if failure:
            print(f"line {number}: {failure}")
            break
    print(screen.text())
    if failure:
        try:
            os.kill(screen.process, 9)
        except ProcessLookupError:
            pass
        sys.exit(1)


main()
