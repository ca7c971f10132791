#!/usr/bin/env python3
"""The same no-op job through other queues: 4 KB in, 500 bytes back, every step on the disk.

    peers.py postgresql|celery|dramatiq|rq --jobs N --directory DIR

PostgreSQL: a table as a queue; admission, claims (FOR UPDATE SKIP LOCKED) and results in transactions of 50, two
workers. Celery, Dramatiq and RQ: on Redis with appendfsync always, two worker processes, results stored. Each server
is started in DIR on a Unix socket or on loopback, and stopped at the end. Prints one JSON line.
"""
import argparse, json, multiprocessing, os, shutil, signal, subprocess, sys, time

BODY, RESULT, GROUP, WORKERS = 4096, 500, 50, 2
PORT = 27440


def children_cpu(pids):
    """Processor seconds of the processes and all their descendants that live now."""
    total, tick, seen, todo = 0.0, os.sysconf("SC_CLK_TCK"), set(), list(pids)
    while todo:
        pid = todo.pop()
        if pid in seen:
            continue
        seen.add(pid)
        try:
            text = open(f"/proc/{pid}/stat").read()
            fields = text[text.rindex(")") + 2:].split()
            # Its own, and that of children that have ended.
            total += sum(int(fields[i]) for i in (11, 12, 13, 14)) / tick
            for task in os.listdir(f"/proc/{pid}/task"):
                todo += [int(c) for c in open(f"/proc/{pid}/task/{task}/children").read().split()]
        except (OSError, ValueError):
            pass
    return total


def report(name, jobs, seconds, cpu):
    print(json.dumps({"queue": name, "jobs": jobs, "seconds": round(seconds, 3), "rate": round(jobs / seconds),
                      "cpu_us": round(cpu / jobs * 1e6, 1)}))


# PostgreSQL ---------------------------------------------------------------------------------------------------------

def postgres_binary(name):
    found = shutil.which(name) or next(
        (f"/usr/lib/postgresql/{v}/bin/{name}" for v in sorted(os.listdir("/usr/lib/postgresql"), reverse=True)), None)
    return found


def postgres_worker(socket, jobs, ready):
    import psycopg
    connection = psycopg.connect(host=socket, dbname="postgres", user=os.environ["PGUSER"])
    ready.set()
    result = b"r" * RESULT
    empty = 0
    while True:
        with connection.transaction(), connection.cursor() as cursor:
            rows = cursor.execute(
                "SELECT job, body FROM queue WHERE state = 0 ORDER BY job FOR UPDATE SKIP LOCKED LIMIT %s",
                (GROUP,)).fetchall()
            if rows:
                ids = [r[0] for r in rows]
                cursor.executemany("INSERT INTO result VALUES (%s, %s)", [(i, result) for i in ids])
                cursor.execute("UPDATE queue SET state = 1 WHERE job = ANY(%s)", (ids,))
            else:
                done = cursor.execute("SELECT count(*) FROM result").fetchone()[0]
                if done >= jobs:
                    return
        if not rows:
            time.sleep(0.005)


def postgresql(jobs, directory):
    import psycopg
    data = os.path.join(directory, "pg")
    # The server refuses to run as root: then it is another user's.
    prefix = []
    if os.getuid() == 0:
        shutil.chown(directory, "postgres")
        os.chmod(directory, 0o755)
        prefix = ["setpriv", "--reuid=postgres", "--regid=postgres", "--init-groups"]
    os.environ["PGUSER"] = "postgres"
    subprocess.run(prefix + [postgres_binary("initdb"), "-U", "postgres", "-A", "trust", "-D", data], check=True,
                   stdout=subprocess.DEVNULL)
    server = subprocess.Popen(
        prefix + [postgres_binary("postgres"), "-D", data, "-k", directory, "-c", "listen_addresses="],
        stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        for _ in range(100):
            try:
                connection = psycopg.connect(host=directory, dbname="postgres", user="postgres", autocommit=True)
                break
            except psycopg.OperationalError:
                time.sleep(0.1)
        connection.execute("CREATE TABLE queue (job bigint PRIMARY KEY, id text UNIQUE, state int, body bytea)")
        connection.execute("CREATE INDEX ON queue (job) WHERE state = 0")
        connection.execute("CREATE TABLE result (job bigint PRIMARY KEY, payload bytea)")
        body = bytes(32 + (i * 7 + i // 11) % 90 for i in range(BODY))
        workers, ready = [], []
        before = children_cpu([os.getpid()])
        for _ in range(WORKERS):
            ready.append(multiprocessing.Event())
            workers.append(multiprocessing.Process(target=postgres_worker, args=(directory, jobs, ready[-1])))
            workers[-1].start()
        for event in ready:
            event.wait()
        start = time.monotonic()
        for first in range(0, jobs, GROUP):
            with connection.transaction(), connection.cursor() as cursor:
                cursor.executemany(
                    "INSERT INTO queue VALUES (%s, %s, 0, %s)",
                    [(i, f"article-{i}", body) for i in range(first, min(first + GROUP, jobs))])
        while any(w.is_alive() for w in workers):
            time.sleep(0.002)
        seconds = time.monotonic() - start
        cpu = children_cpu([os.getpid()]) - before
        for worker in workers:
            worker.join()
        count = connection.execute("SELECT count(*) FROM result").fetchone()[0]
        assert count == jobs, count
        report("PostgreSQL SKIP LOCKED", jobs, seconds, cpu)
    finally:
        server.send_signal(signal.SIGINT)
        server.wait()


# Redis --------------------------------------------------------------------------------------------------------------

def redis_server(directory):
    import redis
    server = subprocess.Popen(
        ["redis-server", "--bind", "127.0.0.1", "--port", str(PORT), "--dir", directory, "--appendonly", "yes",
         "--appendfsync", "always", "--save", ""], stdout=subprocess.DEVNULL)
    client = redis.Redis(port=PORT)
    for _ in range(100):
        try:
            client.ping()
            return server, client
        except redis.exceptions.ConnectionError:
            time.sleep(0.1)
    sys.exit("redis-server does not start")


def wait(client, name, count, jobs):
    start = time.monotonic()
    while (found := count(client)) < jobs:
        time.sleep(0.05)
        if time.monotonic() - start > 300:
            sys.exit(f"{name}: {found} of {jobs} jobs after 300 s")


def measured(name, jobs, directory, commands, submit, count):
    """Starts the workers, has `submit` hand over all jobs, and waits until `count` says that all have a result."""
    server, client = redis_server(directory)
    environment = dict(os.environ, PYTHONPATH=os.path.dirname(os.path.abspath(__file__)))
    workers = []
    try:
        workers = [subprocess.Popen(c, env=environment, cwd=directory, stdout=subprocess.DEVNULL,
                                    stderr=subprocess.DEVNULL) for c in commands]
        body = "".join(chr(32 + (i * 7 + i // 11) % 90) for i in range(BODY))
        # Twice as many as there are workers go ahead, so that the time of their start is not counted.
        first = 2 * WORKERS
        submit(first, body)
        wait(client, name, count, first)
        before = children_cpu([os.getpid()])
        start = time.monotonic()
        submit(jobs, body)
        wait(client, name, count, first + jobs)
        seconds = time.monotonic() - start
        report(name, jobs, seconds, children_cpu([os.getpid()]) - before)
    finally:
        for worker in workers:
            worker.send_signal(signal.SIGTERM)
        for worker in workers:
            try:
                worker.wait(10)
            except subprocess.TimeoutExpired:
                worker.kill()
        server.terminate()
        server.wait()


def celery(jobs, directory):
    import peers_celery
    command = [sys.executable, "-m", "celery", "-A", "peers_celery", "worker", "--concurrency", str(WORKERS),
               "--prefetch-multiplier", "16", "--loglevel", "ERROR", "--without-gossip", "--without-mingle"]
    measured("Celery", jobs, directory, [command],
             lambda n, body: [peers_celery.job.delay(i, body) for i in range(n)],
             lambda client: client.dbsize() and sum(1 for _ in client.scan_iter("celery-task-meta-*", 10_000)))


def dramatiq(jobs, directory):
    import peers_dramatiq
    command = [sys.executable, "-m", "dramatiq", "peers_dramatiq", "--processes", str(WORKERS), "--threads", "8"]
    measured("Dramatiq", jobs, directory, [command],
             lambda n, body: [peers_dramatiq.job.send(i, body) for i in range(n)],
             lambda client: sum(1 for _ in client.scan_iter("?" * 32, 10_000)))


def rq(jobs, directory):
    import redis, rq as library
    import peers_rq
    queue = library.Queue(connection=redis.Redis(port=PORT))
    command = [os.path.join(os.path.dirname(sys.executable), "rq"), "worker", "--url", f"redis://127.0.0.1:{PORT}",
               "--worker-class", "rq.SimpleWorker", "--quiet"]
    measured("RQ", jobs, directory, [command] * WORKERS,
             lambda n, body: [queue.enqueue(peers_rq.job, i, body, result_ttl=3600) for i in range(n)],
             lambda client: library.registry.FinishedJobRegistry(connection=client).count)


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("queue", choices=["postgresql", "celery", "dramatiq", "rq"])
    parser.add_argument("--jobs", type=int, required=True)
    parser.add_argument("--directory", required=True)
    arguments = parser.parse_args()
    globals()[arguments.queue](arguments.jobs, arguments.directory)
