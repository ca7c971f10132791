#!/usr/bin/env python3
"""Chaos on the real programs: a cluster of processes is killed, stopped, continued, drained, cut off and given a full
disk, at random, while articles come in. Afterwards nothing may be lost or doubled, and the timeline must have the bytes
of an undisturbed run.

usage: chaos.py [--minutes 20] [--articles 20000] [--kills 200] [--seed N] [--transport tcp|ipc] …

It needs Python 3.9 and the built program. As root on Linux the stores lie on a tmpfs that is filled now and then;
without root that one fault is left out, and the report says so.
"""
import argparse
import filecmp
import json
import os
import random
import shutil
import signal
import sqlite3
import subprocess
import sys
import tempfile
import time

import corpus
import faults
from cluster import Cluster
from disk import SmallDisk
from feed import Feed
from report import Report

ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))


class Campaign:
    def __init__(self, options, work):
        self.options = options
        self.random = random.Random(options.seed)
        self.work = work
        self.report = Report(options)
        self.due = []
        self.pardoned_at = 0.0
        self.disk = SmallDisk(os.path.join(work, "data"), options.disk or 100 + options.articles // 25)
        episodes = max(4, int(options.minutes * 60 / options.episode))
        self.portions = corpus.write(
            os.path.join(ROOT, "seeds"), options.articles, -(-options.articles // episodes),
            os.path.join(work, "in"))
        self.offered = 0
        self.per_file = {path: sum(1 for _ in open(path, encoding="utf-8")) for path in self.portions}

    def say(self, text):
        print(f"{time.strftime('%T')} {text}", file=sys.stderr, flush=True)

    # What faults need.

    def pick(self, kind):
        """A running process of this kind; None when there is none to be hurt."""
        running = self.feed.running() if kind == "submitter" else self.cluster.of_kind(kind)
        return self.random.choice(running) if running else None

    def kill(self, roles):
        """Kills all of them at once; the number of processes that were hit, None for none."""
        hit = [role for role in roles if role is not None and role.runs]
        for role in hit:
            role.signal(signal.SIGKILL)
            self.report.killed(role.kind)
        return 0 if hit else None

    def later(self, seconds, action):
        self.due.append((time.monotonic() + seconds, action))

    def pardon(self):
        self.cluster.excuse = None

    # The campaign.

    def run(self):
        reference = self.reference()
        self.cluster = Cluster(
            self.options.binary, self.work, self.disk.path, self.options.transport, self.options.workers,
            self.options.seed)
        self.feed = Feed(self.cluster)
        try:
            self.torment()
            self.settle()
            return self.judge(reference)
        finally:
            for submission in self.feed.running():
                submission.process.kill()
            self.cluster.kill()

    def reference(self):
        if self.options.reference:
            return self.options.reference
        self.say(f"the undisturbed run of {self.options.articles} articles")
        path = os.path.join(self.work, "reference.json")
        with open(path, "wb") as out:
            subprocess.run(
                [self.options.binary, "run", os.path.join(self.work, "in"), "--data", os.path.join(self.work, "ref"),
                 "--format", "json"], check=True, stdout=out, stderr=subprocess.DEVNULL)
        return path

    def tend(self):
        self.cluster.tend()
        self.feed.tend()
        now = time.monotonic()
        for item in [item for item in self.due if item[0] <= now]:
            self.due.remove(item)
            item[1]()

    def torment(self):
        options = self.options
        self.say(f"{options.minutes:g} minutes of faults over {options.transport}, seed {options.seed}, "
                 f"small disk: {self.disk.error or 'yes'}")
        start = time.monotonic()
        end = start + options.minutes * 60
        order = self.portions[:]
        self.random.shuffle(order)
        episode = 0
        while True:
            now = time.monotonic()
            if now >= end and not order and self.report.kills >= options.kills:
                break
            if now >= end + 60 + options.minutes * 60:
                self.cluster.findings.append("the campaign could not be finished in twice its time")
                break
            episode += 1
            # The articles are spread over the time that is left.
            left = max(1, int((end - now) / options.episode))
            for _ in range(-(-len(order) // left)):
                path = order.pop()
                self.offered += self.per_file[path]
                self.feed.offer(path)
            if episode % 5 == 0:  # what was taken before, again
                self.feed.offer(self.random.choice([p for p in self.portions if p not in order]))
            self.episode(start)
            if episode % 25 == 0:
                self.say(f"{self.report.kills} kills, {self.report.count} faults, "
                         f"{self.cluster.committed()} of {options.articles} articles committed")

    def episode(self, start):
        """A portion of articles and one to three faults while it is worked on."""
        began = time.monotonic()
        number = self.random.choices([1, 2, 3], [6, 3, 1])[0]
        moments = sorted(began + self.random.uniform(0.05, 1.2) for _ in range(number))
        open_faults = []
        over = began + self.options.episode
        while True:
            self.tend()
            now = time.monotonic()
            if moments and now >= moments[0]:
                moments.pop(0)
                fault = self.random.choices(CATALOGUE, [f.weight for f in CATALOGUE])[0]
                committed, accepted = self.cluster.committed(), self.cluster.accepted()
                lasts = fault.act(self)
                if lasts is None:
                    moments.append(now + 0.1)  # there was nobody to hurt; another one
                else:
                    in_hand = None if committed is None else self.offered - committed
                    open_faults.append(self.report.fault(
                        fault.name, now - start, lasts, in_hand, accepted))
            elif not moments and not self.due:
                committed = self.cluster.committed()
                if committed is not None and committed >= self.offered and self.feed.is_done:
                    if len(open_faults) == 1 and open_faults[0]["recovery"] is None:
                        open_faults[0]["recovery"] = now - start - open_faults[0]["at"]
                    open_faults = []
                    if now >= over:
                        return
                elif now - began > 120:
                    self.cluster.findings.append(
                        f"no rest after 120 s: {committed} of {self.offered} articles committed")
                    return
            # Half of the episodes do not wait for the one before: faults fall into the recovery from others.
            if now >= over and not moments and not self.due and self.random.random() < 0.01:
                return
            time.sleep(0.02)

    def settle(self):
        """No faults any more: everything handed over again, and waited for."""
        for _, action in self.due:
            action()
        self.due = []
        self.cluster.forward("resume")
        self.disk.free()
        # The others may be done before a pause is over, and a part that is stopped drains never.
        for role in self.cluster.roles:
            role.go_on()
        self.say("faults end; everything is handed over once more")
        start = time.monotonic()
        while not self.feed.is_done:
            self.tend()
            time.sleep(0.02)
        last = subprocess.Popen(
            [self.options.binary, "submit", "--wait", os.path.join(self.work, "in"), *self.cluster.client],
            stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True)
        while last.poll() is None:
            self.tend()
            time.sleep(0.02)
            if time.monotonic() - start > 600:
                self.cluster.findings.append("not everything was committed within 600 s after the faults ended")
                last.kill()
        self.report.settled = time.monotonic() - start
        words = last.stderr.read().strip()
        self.say(words.splitlines()[-1] if words else f"submit ended with {last.returncode}")
        if last.returncode != 0:
            self.cluster.findings.append(f"the last submit ended with {last.returncode}: {words[-300:]}")

    def judge(self, reference):
        start = time.monotonic()
        late = self.cluster.drain(30)
        self.report.drained = time.monotonic() - start
        if late:
            self.cluster.findings.append(f"did not drain within 30 s: {', '.join(late)}")
        verify = subprocess.run(
            [self.options.binary, "verify", "--data", self.disk.path], stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT, text=True)
        self.report.verify = verify.stdout.strip().splitlines()
        if verify.returncode != 0:
            self.cluster.findings.append(f"verify: {verify.stdout.strip()[-500:]}")
        self.report.lost, self.report.doubled = self.compare_ids()
        self.note_dead_letters()
        path = os.path.join(self.work, "timeline.json")
        with open(path, "wb") as out:
            subprocess.run([self.options.binary, "timeline", "--data", self.disk.path, "--format", "json"],
                           check=True, stdout=out)
        self.report.bytes = os.path.getsize(path)
        self.report.equal = filecmp.cmp(path, reference, shallow=False)
        if not self.report.equal:
            self.cluster.findings.append("the timeline differs from that of the undisturbed run")
        self.report.excused = self.cluster.excused
        self.report.findings = self.cluster.findings
        self.report.disk = self.disk.error
        return self.report

    def compare_ids(self):
        """Articles without a result, and articles with more than one, from the store's own rows."""
        wanted = set()
        for path in self.portions:
            with open(path, encoding="utf-8") as file:
                wanted.update(json.loads(line)["id"] for line in file)
        store = sqlite3.connect(f"file:{os.path.join(self.disk.path, 'timeline.sqlite')}?mode=ro", uri=True)
        rows = [row[0] for row in store.execute("SELECT article FROM result WHERE payload IS NOT NULL")]
        store.close()
        return len(wanted - set(rows)), len(rows) - len(set(rows)) + len(set(rows) - wanted)

    def note_dead_letters(self):
        """An article that can be read must not be given up, whatever happened to its workers."""
        ledger = sqlite3.connect(f"file:{os.path.join(self.disk.path, 'ledger.sqlite')}?mode=ro", uri=True)
        for words, count in ledger.execute("SELECT code || ': ' || message, count(*) FROM failure GROUP BY 1"):
            self.cluster.findings.append(f"{count} failures of extractions: {words}")
        ledger.close()


CATALOGUE = faults.catalogue()


def parse():
    parser = argparse.ArgumentParser(description=__doc__.split("\n\n")[0])
    parser.add_argument("--minutes", type=float, default=20)
    parser.add_argument("--articles", type=int, default=20_000)
    parser.add_argument("--kills", type=int, default=0, help="go on until so many processes were killed")
    parser.add_argument("--seed", type=int, default=None, help="of the schedule; drawn and printed when absent")
    parser.add_argument("--transport", choices=["tcp", "ipc"], default="tcp", help="tcp is encrypted with CURVE")
    parser.add_argument("--workers", type=int, default=3)
    parser.add_argument("--episode", type=float, default=4, help="seconds from one portion of articles to the next")
    parser.add_argument("--disk", type=int, default=0, help="megabytes of the small disk; by the number of articles")
    parser.add_argument("--binary", default=os.path.join(ROOT, ".build", "release", "silsila"))
    parser.add_argument("--reference", help="the timeline of an undisturbed run of the same articles")
    parser.add_argument("--log", help="write each fault as a line of JSON to this file")
    parser.add_argument("--keep", help="copy the logs of the parts to this folder")
    options = parser.parse_args()
    options.binary = os.path.abspath(options.binary)
    if options.seed is None:
        options.seed = random.SystemRandom().randrange(1 << 32)
    return options


def main():
    options = parse()
    work = tempfile.mkdtemp(prefix="silsila-chaos-")
    campaign = None
    try:
        campaign = Campaign(options, work)
        report = campaign.run()
        print(report.markdown())
        return 1 if report.findings or report.lost or report.doubled else 0
    finally:
        if campaign:
            campaign.report.write(options.log)
            campaign.disk.remove()
        if options.keep:
            os.makedirs(options.keep, exist_ok=True)
            for name in os.listdir(work):
                if name.endswith(".log"):
                    shutil.copy(os.path.join(work, name), options.keep)
        shutil.rmtree(work, ignore_errors=True)


if __name__ == "__main__":
    sys.exit(main())
