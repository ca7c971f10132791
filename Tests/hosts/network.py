"""Hosts as network namespaces of this machine, joined by a bridge."""
import os
import subprocess


class NotPermitted(Exception):
    """Namespaces cannot be made here; why."""


def ip(*words):
    done = subprocess.run(["ip", *words], stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
    if done.returncode != 0:
        raise NotPermitted(f"ip {' '.join(words)}: {done.stdout.strip()}")


class Network:
    """Hosts 10.78.0.1, .2, … in the order of their names."""

    def __init__(self, names):
        self.tag = f"sl{os.getpid() % 100_000}"
        self.names = names
        self.address = {name: f"10.78.0.{number}" for number, name in enumerate(names, 1)}
        self.made = []
        try:
            ip("link", "add", self.tag, "type", "bridge")
            ip("link", "set", self.tag, "up")
            for number, name in enumerate(names, 1):
                space, end = self.space(name), f"{self.tag}.{number}"
                ip("netns", "add", space)
                self.made.append(name)
                ip("link", "add", end, "type", "veth", "peer", "name", "eth0", "netns", space)
                ip("link", "set", end, "master", self.tag, "up")
                ip("-n", space, "addr", "add", f"{self.address[name]}/24", "dev", "eth0")
                ip("-n", space, "link", "set", "eth0", "up")
                ip("-n", space, "link", "set", "lo", "up")
        except (NotPermitted, FileNotFoundError) as error:
            self.remove()
            raise NotPermitted(str(error)) from None

    def space(self, name):
        return f"{self.tag}-{name}"

    def on(self, name):
        """The words before a command that is to run on a host; the process is the command's own."""
        return ["ip", "netns", "exec", self.space(name)]

    def at(self, name, *words):
        ip("-n", self.space(name), *words)

    # Faults.

    def link(self, name, state):
        self.at(name, "link", "set", "eth0", state)

    def blackhole(self, name, target, on):
        """What `name` sends to `target` vanishes, nobody is told; the other direction works."""
        self.at(name, "route", "add" if on else "del", "blackhole", f"{self.address[target]}/32")

    def move(self, name, last):
        """Another address, as after a new lease: connections from the old one are dead, and nobody is told."""
        old, new = self.address[name], f"10.78.0.{last}"
        self.at(name, "addr", "add", f"{new}/24", "dev", "eth0")
        self.at(name, "addr", "del", f"{old}/24", "dev", "eth0")
        # The last address of a network takes the others' routes along with it.
        subprocess.run(
            ["ip", "-n", self.space(name), "addr", "add", f"{new}/24", "dev", "eth0"], stderr=subprocess.DEVNULL)
        self.address[name] = new

    def remove(self):
        for name in self.made:
            subprocess.run(["ip", "netns", "del", self.space(name)], stderr=subprocess.DEVNULL)
        subprocess.run(["ip", "link", "del", self.tag], stderr=subprocess.DEVNULL)
