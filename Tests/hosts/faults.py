#!/usr/bin/env python3
"""Faults between hosts: each host a network namespace, coordinator and aggregator on one, a worker on each of three
others, articles from a fifth, everything over TCP with CURVE. Worker `north` reaches the control host only through a
forwarding process on a host between.

For each fault a portion of articles is handed over, the fault begins, and ends some seconds later. Measured are the
time until all articles of the portion are committed, whoever read them, and the time after the end of the fault until
the worker that was cut off takes part again. At the end nothing may be lost or doubled, and the timeline must have the
bytes of a local run.

usage: faults.py [--portion 200] [--lasts 6] [--binary PATH]       needs root and iproute2
"""
import argparse
import filecmp
import json
import os
import shutil
import sqlite3
import subprocess
import sys
import tempfile
import time

ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
sys.path.insert(0, os.path.join(ROOT, "Tests", "chaos"))
sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
import corpus
from network import Network, NotPermitted

WORKERS = ["east", "west", "north"]
HOSTS = ["control", *WORKERS, "relay", "client"]


def catalogue(net, relay):
    """Name, the worker concerned, how it begins, how it ends."""
    def both(first, second):
        return lambda: (first(), second())

    return [
        ("link of a worker's host down", "west", lambda: net.link("west", "down"), lambda: net.link("west", "up")),
        ("answers to a worker vanish (asymmetric)", "west",
         lambda: net.blackhole("control", "west", True), lambda: net.blackhole("control", "west", False)),
        ("what a worker sends vanishes (asymmetric)", "west",
         lambda: net.blackhole("west", "control", True), lambda: net.blackhole("west", "control", False)),
        ("a worker's host gets another address", "west", lambda: net.move("west", 77), lambda: None),
        ("link of the control host down", "east",
         lambda: net.link("control", "down"), lambda: net.link("control", "up")),
        ("connections reset", "north", lambda: relay("cut"), lambda: None),
        ("half open, never reset", "north", lambda: relay("blackhole"), lambda: None),
        ("stall of both directions", "north", lambda: relay("stall"), lambda: relay("resume")),
        ("silence towards the control host", "north", lambda: relay("silence up"), lambda: relay("resume")),
        ("silence towards the worker", "north", lambda: relay("silence down"), lambda: relay("resume")),
        ("every piece 300 ms late", "north", lambda: relay("delay 300"), lambda: relay("resume")),
        ("connections refused", "north", lambda: relay("refuse"), lambda: relay("resume")),
        ("two hosts cut off at once", "west", both(lambda: net.link("west", "down"), lambda: relay("stall")),
         both(lambda: net.link("west", "up"), lambda: relay("resume"))),
    ]


class Trial:
    def __init__(self, options, work, net):
        self.options = options
        self.work = work
        self.net = net
        self.processes = []
        self.data = os.path.join(work, "data")
        self.keys()
        control, between = net.address["control"], net.address["relay"]
        self.c, self.a = f"tcp://{control}:7420", f"tcp://{control}:7421"
        self.relay_process = subprocess.Popen(
            net.on("relay") + [os.path.join(ROOT, "Tests", "chaos", "forwarder.py"),
                               f"{between}:7420={control}:7420", f"{between}:7421={control}:7421"],
            stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
        self.processes.append(self.relay_process)
        self.relay_process.stdout.readline()

    def keys(self):
        folder = os.path.join(self.work, "keys")
        for name, role in [("control", "coordinator"), ("client", "operator")] + [(w, "worker") for w in WORKERS]:
            for words in (["new", name], ["authorize", f"{folder}/{name}.public", "--role", role]):
                subprocess.run([self.options.binary, "keys", *words, "--keys", folder], check=True,
                               stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)

    def secure(self, name, *servers):
        out = ["--keys", f"{self.work}/keys", "--key", name]
        for server in servers:
            out += [f"--{server}-key", f"{self.work}/keys/control.public"]
        return out

    def relay(self, command):
        self.relay_process.stdin.write(command + "\n")
        self.relay_process.stdin.flush()
        self.relay_process.stdout.readline()

    def start(self, host, name, *words):
        with open(os.path.join(self.work, f"{name}.log"), "wb") as log:
            process = subprocess.Popen(self.net.on(host) + [self.options.binary, *words], stdin=subprocess.DEVNULL,
                                       stdout=log, stderr=log)
        self.processes.append(process)
        return process

    def start_all(self):
        self.start("control", "aggregator", "aggregator", "--data", self.data, "--listen", self.a,
                   *self.secure("control"))
        self.start("control", "coordinator", "coordinator", "--data", self.data, "--listen", self.c,
                   "--aggregator", self.a, *self.secure("control", "aggregator"))
        for name in WORKERS:
            c, a = self.c, self.a
            if name == "north":
                c, a = (e.replace(self.net.address["control"], self.net.address["relay"]) for e in (c, a))
            self.start(name, name, "worker", "--name", name, "--coordinator", c, "--aggregator", a,
                       *self.secure(name, "coordinator", "aggregator"))

    def status(self):
        """What the coordinator says; asked on its own host, so that no fault is between."""
        done = subprocess.run(
            self.net.on("control") + [self.options.binary, "status", "--format", "json", "--coordinator", self.c,
                                      *self.secure("client", "coordinator")],
            stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)
        return json.loads(done.stdout) if done.returncode == 0 else None

    def serving(self):
        """Workers that were heard within the last second."""
        state = self.status()
        return {w["name"] for w in state["workers"] if w["lastHeardMilliseconds"] < 1_000} if state else set()

    def committed(self):
        try:
            store = sqlite3.connect(f"file:{self.data}/timeline.sqlite?mode=ro", uri=True, timeout=0.2)
            try:
                return store.execute("SELECT count FROM total WHERE name = 'results'").fetchone()[0]
            finally:
                store.close()
        except sqlite3.Error:
            return 0

    def wait(self, condition, seconds, what):
        start = time.monotonic()
        while not condition():
            if time.monotonic() - start > seconds:
                raise SystemExit(f"{what}: not within {seconds} s")
            time.sleep(0.02)
        return time.monotonic() - start

    def fault(self, name, worker, begin, end, path, expected):
        submit = self.start("client", "submit", "submit", path, "--coordinator", self.c,
                            *self.secure("client", "coordinator"))
        before = self.committed()
        self.wait(lambda: self.committed() > before, 60, "first result of a portion")
        begin()
        began = time.monotonic()
        done = None
        while time.monotonic() - began < self.options.lasts:
            if done is None and self.committed() >= expected:
                done = time.monotonic() - began
            time.sleep(0.02)
        end()
        back = self.wait(lambda: worker in self.serving(), 120, f"{worker} after: {name}")
        if done is None:
            self.wait(lambda: self.committed() >= expected, 180, f"the articles after: {name}")
            done = time.monotonic() - began
        if submit.wait(120) != 0:
            raise SystemExit(f"submit failed during: {name}")
        print(f"| {name} | {worker} | {done:.1f} | {back:.1f} |", flush=True)

    def stop(self):
        for process in self.processes:
            if process.poll() is None:
                process.kill()
                process.wait()


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n\n")[0])
    parser.add_argument("--portion", type=int, default=200, help="articles for each fault")
    parser.add_argument("--lasts", type=float, default=6, help="seconds that a fault lasts")
    parser.add_argument("--binary", default=os.path.join(ROOT, ".build", "release", "silsila"))
    parser.add_argument("--keep", help="copy the logs to this folder")
    options = parser.parse_args()
    options.binary = os.path.abspath(options.binary)
    try:
        net = Network(HOSTS)
    except NotPermitted as error:
        print(f"skipped: network namespaces are not permitted here ({error})")
        return 0
    work = tempfile.mkdtemp(prefix="silsila-hosts-")
    trial = None
    try:
        trial = Trial(options, work, net)
        faults = catalogue(net, trial.relay)
        articles = options.portion * len(faults)
        files = corpus.write(os.path.join(ROOT, "seeds"), articles, options.portion, os.path.join(work, "in"))
        reference = os.path.join(work, "reference.json")
        with open(reference, "wb") as out:
            subprocess.run([options.binary, "run", os.path.join(work, "in"), "--data", os.path.join(work, "local"),
                            "--format", "json"], check=True, stdout=out, stderr=subprocess.DEVNULL)
        trial.start_all()
        trial.wait(lambda: trial.serving() == set(WORKERS), 60, "three workers")
        print(f"{articles} articles, {options.portion} for each fault, which lasts {options.lasts:g} s\n")
        print("| fault | worker concerned | all committed after, s | takes part again after the end, s |")
        print("|---|---|--:|--:|", flush=True)
        for number, fault in enumerate(faults):
            trial.fault(*fault, files[number], options.portion * (number + 1))
        verify = subprocess.run([options.binary, "verify", "--data", trial.data], stdout=subprocess.PIPE,
                                stderr=subprocess.STDOUT, text=True)
        timeline = os.path.join(work, "timeline.json")
        with open(timeline, "wb") as out:
            subprocess.run([options.binary, "timeline", "--data", trial.data, "--format", "json"], check=True, stdout=out)
        equal = filecmp.cmp(timeline, reference, shallow=False)
        lost = articles - trial.committed()
        print(f"\nlost {lost}; timeline of {os.path.getsize(timeline):,} bytes "
              f"{'equal to' if equal else 'DIFFERENT from'} the local run's; verify: "
              + "; ".join(verify.stdout.strip().splitlines()))
        return 0 if equal and lost == 0 and verify.returncode == 0 else 1
    finally:
        if trial:
            trial.stop()
        net.remove()
        if options.keep:
            os.makedirs(options.keep, exist_ok=True)
            for name in os.listdir(work):
                if name.endswith(".log"):
                    shutil.copy(os.path.join(work, name), options.keep)
        shutil.rmtree(work, ignore_errors=True)


if __name__ == "__main__":
    sys.exit(main())
