#!/usr/bin/env python3
"""Forwards connections and hurts them on command: what happens between hosts, on one machine.

usage: forwarder.py LISTEN=TARGET...        each side is HOST:PORT or a path of a Unix socket

Commands, one on each line of standard input; each is answered with a line on standard output:
  cut            reset every connection; new ones are taken
  blackhole      forward nothing more of the connections that stand, and never close them: half open; new ones work
  stall          forward nothing of any connection, new ones included, until `resume`; nothing is lost
  silence up     the same in one direction only: what clients send (`up`) or what they are sent (`down`)
  delay MS       forward every piece MS milliseconds later
  refuse         reset every connection, and every new one, until `resume`
  resume         end stall, silence, delay and refuse
"""
import asyncio
import contextlib
import os
import socket
import struct
import sys


class Faults:
    """What is wrong with the network now."""

    def __init__(self):
        self.open = {"up": asyncio.Event(), "down": asyncio.Event()}
        self.delay = 0.0
        self.refuse = False
        self.resume()

    def resume(self):
        for event in self.open.values():
            event.set()
        self.delay = 0.0
        self.refuse = False

    def close(self, *directions):
        for direction in directions:
            self.open[direction].clear()


class Connection:
    """One client's connection and the one to its target."""

    def __init__(self, client, target, faults):
        self.ends = [client, target]
        self.faults = faults
        self.dead = False
        self.tasks = []
        self.owner = None

    async def run(self):
        (client_reader, client), (target_reader, target) = self.ends
        self.tasks = [
            asyncio.ensure_future(self.pump(client_reader, target, "up")),
            asyncio.ensure_future(self.pump(target_reader, client, "down")),
        ]
        await asyncio.wait(self.tasks, return_when=asyncio.FIRST_COMPLETED)
        if self.dead:
            # Half open: neither side is told.
            await asyncio.Event().wait()
        self.reset()

    async def pump(self, reader, writer, direction):
        with contextlib.suppress(OSError, asyncio.CancelledError):
            while True:
                data = await reader.read(1 << 16)
                await self.faults.open[direction].wait()
                if self.dead:
                    if not data:
                        await asyncio.Event().wait()  # its end is not passed on either
                    continue  # swallowed
                if not data:
                    return
                if self.faults.delay:
                    await asyncio.sleep(self.faults.delay)
                writer.write(data)
                await writer.drain()

    def reset(self):
        """Ends both sides with a reset, not with an orderly close."""
        for task in self.tasks:
            task.cancel()
        for _, writer in self.ends:
            raw = writer.get_extra_info("socket")
            with contextlib.suppress(OSError, AttributeError):
                raw.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
            writer.transport.abort()


class Forwarder:
    def __init__(self):
        self.faults = Faults()
        self.connections = set()

    async def listen(self, source, target):
        async def accept(reader, writer):
            if self.faults.refuse:
                writer.transport.abort()
                return
            try:
                other = await connect(target)
            except OSError:
                writer.transport.abort()
                return
            connection = Connection((reader, writer), other, self.faults)
            self.connections.add(connection)
            # The loop keeps no hold of a task that waits for ever, as that of a half-open connection does.
            connection.owner = asyncio.current_task()
            try:
                await connection.run()
            finally:
                self.connections.discard(connection)

        if ":" in source:
            host, port = source.rsplit(":", 1)
            await asyncio.start_server(accept, host, int(port))
        else:
            await asyncio.start_unix_server(accept, source)
            os.chmod(source, 0o600)

    def command(self, words):
        name, *rest = words
        if name in ("cut", "refuse"):
            self.faults.refuse = name == "refuse"
            for connection in list(self.connections):
                connection.reset()
        elif name == "blackhole":
            for connection in self.connections:
                connection.dead = True
        elif name == "stall":
            self.faults.close("up", "down")
        elif name == "silence" and rest and rest[0] in ("up", "down"):
            self.faults.close(rest[0])
        elif name == "delay" and rest:
            self.faults.delay = float(rest[0]) / 1000
        elif name == "resume":
            self.faults.resume()
        else:
            return f"what is `{' '.join(words)}`?"
        return f"ok {len(self.connections)}"


async def connect(target):
    if ":" in target:
        host, port = target.rsplit(":", 1)
        return await asyncio.open_connection(host, int(port))
    return await asyncio.open_unix_connection(target)


async def main(arguments):
    forwarder = Forwarder()
    for argument in arguments:
        source, target = argument.split("=", 1)
        await forwarder.listen(source, target)
    print("ready", flush=True)
    reader = asyncio.StreamReader()
    await asyncio.get_running_loop().connect_read_pipe(lambda: asyncio.StreamReaderProtocol(reader), sys.stdin)
    while line := await reader.readline():
        words = line.decode().split()
        if words:
            print(forwarder.command(words), flush=True)
    os._exit(0)  # end of input: whoever commands is gone


if __name__ == "__main__":
    if len(sys.argv) < 2 or not all("=" in a for a in sys.argv[1:]):
        sys.exit(__doc__)
    asyncio.run(main(sys.argv[1:]))
