"""What a campaign did and found, as a table."""
import json


class Report:
    def __init__(self, options):
        self.options = options
        self.events = []
        self.kills_of = {}
        self.settled = self.drained = 0.0
        self.verify = []
        self.lost = self.doubled = None
        self.equal = False
        self.bytes = 0
        self.findings = []
        self.excused = {}
        self.disk = None

    def killed(self, kind):
        self.kills_of[kind] = self.kills_of.get(kind, 0) + 1

    @property
    def kills(self):
        return sum(self.kills_of.values())

    @property
    def count(self):
        return len(self.events)

    def fault(self, name, at, lasts, in_hand, accepted):
        event = {"fault": name, "at": round(at, 3), "lasts": round(lasts, 3), "in_hand": in_hand,
                 "accepted": accepted, "recovery": None}
        self.events.append(event)
        return event

    def write(self, path):
        if path:
            with open(path, "w", encoding="utf-8") as out:
                for event in self.events:
                    out.write(json.dumps(event) + "\n")

    def markdown(self):
        options = self.options
        lines = [
            f"{options.articles} articles, {options.minutes:g} minutes, seed {options.seed}, {options.transport}"
            f"{' with CURVE' if options.transport == 'tcp' else ''}, {options.workers} workers: "
            f"{self.kills} processes killed ("
            + ", ".join(f"{n} {kind}" for kind, n in sorted(self.kills_of.items())) + ")",
            "",
            "| fault | times | work in hand | recovery, median s | 90 % | longest | measured |",
            "|---|--:|--:|--:|--:|--:|--:|",
        ]
        for name in sorted({e["fault"] for e in self.events}):
            events = [e for e in self.events if e["fault"] == name]
            busy = sum(1 for e in events if (e["in_hand"] or 0) > 0)
            times = sorted(e["recovery"] for e in events if e["recovery"] is not None and (e["in_hand"] or 0) > 0)
            figures = [f"{times[min(len(times) - 1, int(len(times) * q))]:.1f}" for q in (0.5, 0.9, 1)] if times else ["–"] * 3
            lines.append(f"| {name} | {len(events)} | {busy} | " + " | ".join(figures) + f" | {len(times)} |")
        lines += [
            "",
            f"- lost: {self.lost}; doubled: {self.doubled}; timeline of {self.bytes:,} bytes "
            + ("equal to" if self.equal else "DIFFERENT from") + " the undisturbed run's",
            f"- after the last fault everything was committed within {self.settled:.1f} s; "
            f"drained in order in {self.drained:.1f} s",
            "- verify: " + "; ".join(self.verify),
        ]
        if self.disk:
            lines.append(f"- no small disk: {self.disk}")
        for words, n in self.excused.items():
            lines.append(f"- {n} parts gave up with “{words}” while the disk was full, and were started again")
        lines += [f"- FINDING: {finding}" for finding in self.findings] or ["- findings: none"]
        return "\n".join(lines)
