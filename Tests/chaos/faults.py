"""What is done to a cluster, and how often: each fault names itself, acts, and says when it is over."""
import signal
import time


class Fault:
    """`weight`: how often, against the others. `kills`: whether processes end by SIGKILL."""

    def __init__(self, name, weight, act, kills=False):
        self.name = name
        self.weight = weight
        self.act = act
        self.kills = kills


def kill(kind):
    def act(campaign):
        return campaign.kill([campaign.pick(kind)])
    return Fault(f"SIGKILL {kind}", 12, act, kills=True)


def several(name, kinds, weight):
    def act(campaign):
        return campaign.kill([campaign.pick(kind) for kind in kinds])
    return Fault(f"SIGKILL {name}", weight, act, kills=True)


def kill_everything(campaign):
    return campaign.kill(campaign.cluster.roles + campaign.feed.running())


def pause(kind):
    def act(campaign):
        role = campaign.pick(kind)
        if role is None:
            return None
        seconds = campaign.random.uniform(0.2, 4)
        role.pause(seconds)
        return seconds
    return Fault(f"SIGSTOP, SIGCONT {kind}", 4, act)


def drain(kind):
    def act(campaign):
        role = campaign.pick(kind)
        if role is None:
            return None
        role.signal(signal.SIGTERM)
        return 0
    return Fault(f"SIGTERM {kind}", 4, act)


def full_disk(campaign):
    if campaign.disk.error:
        return None
    seconds = campaign.random.uniform(0.5, 3)
    campaign.disk.fill()
    campaign.cluster.excuse = "no space left"
    # A part that tried to start meanwhile may say so a little later.
    campaign.later(seconds, campaign.disk.free)
    campaign.later(seconds + 5, campaign.pardon)
    return seconds


def network(name, command, weight, low=0.0, high=0.0):
    """A fault of the forwarding process; one that lasts is ended after `low` to `high` seconds."""
    def act(campaign):
        seconds = campaign.random.uniform(low, high)
        campaign.cluster.forward(command)
        if high:
            campaign.later(seconds, lambda: campaign.cluster.forward("resume"))
        return seconds
    return Fault(name, weight, act)


def catalogue():
    """All faults. Half of them kill."""
    faults = [kill(kind) for kind in ("worker", "coordinator", "aggregator", "submitter")]
    faults += [
        several("coordinator and aggregator", ("coordinator", "aggregator"), 4),
        several("worker and aggregator", ("worker", "aggregator"), 4),
        Fault("SIGKILL everything", 4, kill_everything, kills=True),
    ]
    for kind in ("worker", "coordinator", "aggregator"):
        faults += [pause(kind), drain(kind)]
    return faults + [
        Fault("disk full", 5, full_disk),
        network("connections reset", "cut", 6),
        network("connections half open", "blackhole", 4),
        network("network stalls", "stall", 4, 0.5, 5),
        network("silence towards the servers", "silence up", 3, 0.5, 5),
        network("silence from the servers", "silence down", 3, 0.5, 5),
        network("every message 50 ms late", "delay 50", 3, 1, 3),
        network("connections refused", "refuse", 3, 0.5, 3),
    ]
