#!/usr/bin/env python3
"""Throughput, overhead and memory of `silsila run` on copies of the seed articles.

    Benchmarks/cluster.py [--articles 5000] [--workers N …] [--binary .build/release/silsila]

Prints articles per second, the share of processor time spent outside extraction, and the peak memory of each process.
Extraction alone is measured by `silsila extract --jobs 1` on the same articles in the same run, so the share is a ratio
that does not depend on the machine. Needs only Python 3 and Linux.
"""
import argparse, os, re, resource, shutil, subprocess, sys, tempfile, threading, time

TICKS = os.sysconf("SC_CLK_TCK")


def corpus(folder, count, seeds):
    texts = [(n, open(os.path.join(seeds, n), encoding="utf-8").read()) for n in sorted(os.listdir(seeds))]
    size = 0
    for i in range(count):
        name, text = texts[i % len(texts)]
        body = f"{text}\n{i}\n"
        size += len(body.encode())
        with open(os.path.join(folder, f"{i:06}-{name}"), "w", encoding="utf-8") as f:
            f.write(body)
    return size


def children(pid):
    try:
        return [int(c) for t in os.listdir(f"/proc/{pid}/task") for c in open(f"/proc/{pid}/task/{t}/children").read().split()]
    except OSError:
        return []


def sample(pid):
    stat = open(f"/proc/{pid}/stat").read()
    f = stat[stat.rindex(")") + 2:].split()
    status = open(f"/proc/{pid}/status").read()
    peak = re.search(r"VmHWM:\s+(\d+)", status)
    args = open(f"/proc/{pid}/cmdline").read().split("\0")
    if len(args) < 2:
        raise ValueError("it has ended")
    role = args[1]
    if role == "worker":
        role += " " + args[args.index("--languages") + 1]
    return role, (int(f[11]) + int(f[12])) / TICKS, int(peak.group(1)) / 1024 if peak else 0.0


def run(command):
    """Runs `command`; wall seconds and {pid: (role, cpu seconds, peak MB)} of it and its children."""
    seen, start = {}, time.monotonic()
    p = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
    errors = []
    reader = threading.Thread(target=lambda: errors.append(p.stderr.read()))
    reader.start()
    while p.poll() is None:
        for pid in [p.pid, *children(p.pid)]:
            try:
                seen[pid] = sample(pid)
            except (OSError, ValueError, IndexError):
                pass
        time.sleep(0.02)
    reader.join()
    if p.returncode:
        sys.exit(f"{' '.join(command)}: exit code {p.returncode}\n{errors[0].decode()[-2000:]}")
    return time.monotonic() - start, seen


def main():
    here = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
    ap = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ap.add_argument("--articles", type=int, default=5000)
    ap.add_argument("--workers", nargs="*", default=["1", "2", "3"])
    ap.add_argument("--binary", default=os.path.join(here, ".build/release/silsila"))
    a = ap.parse_args()
    work = tempfile.mkdtemp(prefix="silsila-bench-")
    try:
        folder = os.path.join(work, "in")
        os.mkdir(folder)
        size = corpus(folder, a.articles, os.path.join(here, "seeds"))
        wall, seen = run([a.binary, "extract", "--jobs", "1", folder])
        alone = sum(c for _, c, _ in seen.values())
        print(f"{a.articles} articles, {size / 1e6:.1f} MB")
        print(f"extract, one thread: {a.articles / wall:.0f} articles/s, {size / 1e6 / wall:.1f} MB/s, {alone:.1f} s of processor\n")
        for n in a.workers:
            data = os.path.join(work, f"data-{n}")
            wall, seen = run([a.binary, "run", folder, "--workers", n, "--data", data, "--output", os.path.join(work, "t.json")])
            cpu = sum(c for _, c, _ in seen.values())
            print(f"run --workers {n}: {a.articles / wall:.0f} articles/s, {wall:.1f} s, processor {cpu:.1f} s, "
                  f"outside extraction {max(0, 1 - alone / cpu):.0%}")
            for role, c, peak in sorted(seen.values()):
                print(f"    {role:<22} {c:7.1f} s  {peak:7.0f} MB at most")
            shutil.rmtree(data)
    finally:
        shutil.rmtree(work)


if __name__ == "__main__":
    main()
