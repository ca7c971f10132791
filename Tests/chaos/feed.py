"""Hands portions of articles to the cluster with `silsila submit`, again until each was taken as a whole."""
import os
import subprocess


class Submission:
    """One run of `submit`."""

    kind = "submitter"

    def __init__(self, feed, path):
        self.feed = feed
        self.path = path
        self.name = "submitter"
        self.killed = False
        self.process = subprocess.Popen(
            [feed.cluster.binary, "submit", path, *feed.cluster.client], stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True)

    @property
    def runs(self):
        return self.process.poll() is None

    def signal(self, number):
        if self.runs:
            self.killed = True
            os.kill(self.process.pid, number)


class Feed:
    def __init__(self, cluster):
        self.cluster = cluster
        self.waiting = []
        self.active = []
        self.taken = 0  # portions that were taken as a whole

    def offer(self, path):
        self.waiting.append(path)

    @property
    def is_done(self):
        return not self.waiting and not self.active

    def running(self):
        return [s for s in self.active if s.runs]

    def tend(self):
        """Starts what waits, at most two at a time; a portion whose submitter ended early is offered again."""
        for submission in [s for s in self.active if not s.runs]:
            self.active.remove(submission)
            words = submission.process.stderr.read()
            submission.process.stderr.close()
            if submission.process.returncode == 0:
                self.taken += 1
                continue
            if not submission.killed:
                self.cluster.ended_alone("submitter", submission.process.returncode, words.strip())
            self.waiting.append(submission.path)
        while self.waiting and len(self.active) < 2:
            self.active.append(Submission(self, self.waiting.pop(0)))
