"""The preview as its users have it: a process of its own on a free port, in a copy of the smallest project."""

import http.client
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from hashlib import sha256
from pathlib import Path

import msgspec

PATIENCE = 60.0


class Preview:
    """A running `gkstd serve`."""

    def __init__(self, root: Path, *options: str) -> None:
        self.root = root
        keep = {
            k: v for k, v in os.environ.items() if not k.startswith(("LC_", "LANG", "GKSTD_", "FORCE_", "NO_COLOR"))
        }
        command = [sys.executable, "-m", "gkstd", *options, "serve", "--port", "0", "--no-color"]
        self.said: list[str] = []
        self.process = subprocess.Popen(
            command, cwd=root, env=keep | {"PYTHONUTF8": "1"}, stderr=subprocess.PIPE, text=True, encoding="utf-8"
        )
        self.port = 0
        self.port = int(self.line("127.0.0.1:").partition("127.0.0.1:")[2].partition("/")[0])

    def line(self, wanted: str) -> str:
        """The next line on the terminal that holds these words."""
        assert self.process.stderr
        for line in self.process.stderr:
            self.said.append(line)
            if wanted in line:
                return line
        raise AssertionError("".join(self.said))

    def ask(self, target: str, method: str = "GET", **headers: str) -> tuple[int, dict[str, str], bytes]:
        """A request as it is written here: no path is made plain on the way."""
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=PATIENCE)
        connection.putrequest(method, target, skip_host=True, skip_accept_encoding=True)
        for name, value in {"Host": f"127.0.0.1:{self.port}", **headers}.items():
            if value:
                connection.putheader(name, value)
        connection.endheaders()
        reply = connection.getresponse()
        data = reply.read()
        connection.close()
        return reply.status, dict(reply.getheaders()), data

    def news(self, until: Callable[[dict[str, object]], bool], since: str = "") -> dict[str, object]:
        """What a browser that listens is told, as soon as it is what is waited for."""
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=PATIENCE)
        connection.request("GET", f"/.gkstd/events?{since}")
        stream = connection.getresponse()
        ends = time.monotonic() + PATIENCE
        while time.monotonic() < ends:
            line = stream.readline()
            if line.startswith(b"data: "):
                told: dict[str, object] = msgspec.json.decode(line[6:])
                if until(told):
                    connection.close()
                    return told
        raise AssertionError("the news never came")

    def end(self, number: int = signal.SIGINT) -> tuple[int, str]:
        """Exit code and what was said last."""
        self.process.send_signal(number)
        assert self.process.stderr
        rest = self.process.stderr.read()
        return self.process.wait(PATIENCE), rest


def hashes(folder: Path) -> dict[str, str]:
    """Every file of a folder."""
    return {
        str(path.relative_to(folder)): sha256(path.read_bytes()).hexdigest()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }
