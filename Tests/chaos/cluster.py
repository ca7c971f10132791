"""The real programs of a cluster as processes: started, signalled, watched, started again."""
import os
import random
import signal
import socket
import sqlite3
import subprocess
import time


class Role:
    """One process that is kept running: whenever it ends, it is started again after a short random pause."""

    def __init__(self, cluster, name, arguments):
        self.cluster = cluster
        self.name = name
        self.kind = name.split("-")[0]
        self.arguments = arguments
        self.process = None
        self.log = open(os.path.join(cluster.work, f"{name}.log"), "ab")
        self.start_at = 0.0
        self.stopped_until = None
        self.expected = set()  # process ids whose end is the driver's doing

    @property
    def runs(self):
        return self.process is not None and self.process.poll() is None

    def start(self):
        environment = dict(os.environ, SWIFT_BACKTRACE="enable=no")
        self.mark = self.log.tell()
        self.process = subprocess.Popen(
            [self.cluster.binary] + self.arguments, stdin=subprocess.DEVNULL, stdout=self.log, stderr=self.log,
            env=environment)

    def signal(self, number):
        if self.runs:
            if number in (signal.SIGKILL, signal.SIGTERM):
                self.expected.add(self.process.pid)
            os.kill(self.process.pid, number)

    def pause(self, seconds):
        """Stops the process now; `tend` lets it go on."""
        self.signal(signal.SIGSTOP)
        self.stopped_until = time.monotonic() + seconds

    def go_on(self):
        """Ends a pause before its time."""
        if self.stopped_until is not None:
            self.signal(signal.SIGCONT)
            self.stopped_until = None

    def tend(self, now):
        """What is due: the end of a pause, the next start."""
        if self.stopped_until is not None and now >= self.stopped_until:
            self.go_on()
        if self.runs:
            return
        if self.process is not None:
            self.ended(self.process)
            self.process = None
            self.stopped_until = None
            self.start_at = now + self.cluster.random.uniform(0, 0.5)
        if now >= self.start_at and not self.cluster.is_over:
            self.start()

    def ended(self, process):
        """A process that ended by itself, and not in order, is a finding."""
        if process.pid in self.expected or process.returncode == 0:
            return
        self.log.flush()
        with open(self.log.name, "rb") as file:
            file.seek(self.mark)
            lines = file.read()[-4000:].decode(errors="replace").strip().splitlines()
        self.cluster.ended_alone(self.name, process.returncode, lines[-1] if lines else "")


class Cluster:
    """Coordinator, aggregator and workers, over ipc or over TCP with CURVE, every connection through a forwarder."""

    def __init__(self, binary, work, data, transport, workers, seed):
        self.binary = binary
        self.work = work
        self.data = data
        self.random = random.Random(seed)
        self.is_over = False
        self.findings = []
        self.excused = {}
        self.excuse = None
        self.started = time.monotonic()
        keys = os.path.join(work, "keys")
        if transport == "tcp":
            ports = free_ports(4)
            real = {"c": f"127.0.0.1:{ports[0]}", "a": f"127.0.0.1:{ports[1]}"}
            seen = {"c": f"127.0.0.1:{ports[2]}", "a": f"127.0.0.1:{ports[3]}"}
            scheme = "tcp://"
            self.make_keys(keys)
        else:
            sockets = os.path.join(work, "s")
            os.mkdir(sockets, 0o700)
            real = {name: os.path.join(sockets, name) for name in "ca"}
            seen = {name: os.path.join(sockets, name + "f") for name in "ca"}
            scheme = "ipc://"

        def security(name, *servers):
            if transport != "tcp":
                return []
            options = ["--keys", keys, "--key", name]
            for server in servers:
                options += [f"--{server}-key", os.path.join(keys, "server.public")]
            return options

        def connect(*parties):
            return [x for p in parties for x in (f"--{p}", scheme + seen[p[0]])]

        self.roles = [
            Role(self, "aggregator", ["aggregator", "--data", data, "--listen", scheme + real["a"]]
                 + security("server")),
            Role(self, "coordinator", ["coordinator", "--data", data, "--listen", scheme + real["c"]]
                 + connect("aggregator") + security("server", "aggregator")),
        ]
        for number in range(1, workers + 1):
            self.roles.append(
                Role(self, f"worker-{number}", ["worker", "--name", f"worker-{number}"]
                     + connect("coordinator", "aggregator") + security("worker", "coordinator", "aggregator")))
        self.client = connect("coordinator") + security("operator", "coordinator")
        self.forwarder = subprocess.Popen(
            [os.path.join(os.path.dirname(__file__), "forwarder.py")] + [f"{seen[n]}={real[n]}" for n in "ca"],
            stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
        self.forwarder.stdout.readline()

    def make_keys(self, keys):
        for name, role in (("server", "coordinator"), ("worker", "worker"), ("operator", "operator")):
            self.run("keys", "new", name, "--keys", keys)
            self.run("keys", "authorize", os.path.join(keys, f"{name}.public"), "--role", role, "--keys", keys)

    def run(self, *arguments, **options):
        """Runs the program to its end."""
        return subprocess.run(
            [self.binary, *arguments], check=True, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, **options)

    def forward(self, command):
        self.forwarder.stdin.write(command + "\n")
        self.forwarder.stdin.flush()
        self.forwarder.stdout.readline()

    def of_kind(self, kind):
        return [role for role in self.roles if role.kind == kind and role.runs]

    def tend(self):
        now = time.monotonic()
        for role in self.roles:
            role.tend(now)

    def ended_alone(self, name, code, line):
        """A part may give up while its disk is full (the next start goes on); nothing else is foreseen."""
        if self.excuse and self.excuse in line:
            self.excused[self.excuse] = self.excused.get(self.excuse, 0) + 1
        else:
            self.findings.append(f"{name} ended by itself with {code}: {line}")

    def committed(self):
        """How many articles have a result on the disk; None while the store cannot be read."""
        return self.count("timeline.sqlite", "SELECT count FROM total WHERE name = 'results'")

    def accepted(self):
        """How many articles the ledger has."""
        return self.count("ledger.sqlite", "SELECT sum(count) FROM tally")

    def count(self, file, query):
        path = os.path.join(self.data, file)
        if not os.path.exists(path):
            return 0
        try:
            connection = sqlite3.connect(f"file:{path}?mode=ro", uri=True, timeout=0.2)
            try:
                return connection.execute(query).fetchone()[0] or 0
            finally:
                connection.close()
        except (sqlite3.Error, TypeError):
            return None

    def drain(self, seconds):
        """Ends everything in order: workers, coordinator, aggregator. Returns the names of parts that did not end."""
        self.is_over = True
        late = []
        for kind in ("worker", "coordinator", "aggregator"):
            roles = self.of_kind(kind)
            for role in roles:
                role.signal(signal.SIGTERM)
            for role in roles:
                try:
                    code = role.process.wait(seconds)
                    if code != 0:
                        self.findings.append(f"{role.name} drained with {code}")
                except subprocess.TimeoutExpired:
                    late.append(role.name)
        return late

    def kill(self):
        self.is_over = True
        for role in self.roles:
            if role.runs:
                role.process.kill()
                role.process.wait()
            role.log.close()
        self.forwarder.kill()
        self.forwarder.wait()


def free_ports(count):
    sockets = [socket.socket() for _ in range(count)]
    try:
        for s in sockets:
            s.bind(("127.0.0.1", 0))
        return [s.getsockname()[1] for s in sockets]
    finally:
        for s in sockets:
            s.close()
