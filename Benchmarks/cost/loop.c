// A durable queue of jobs as small as C over libzmq allows: what the cluster's throughput is measured against.
//
// The same durable writes as the cluster's: an admission row with the article (4 KB), a result row (500 bytes) and a
// done mark for each, in SQLite with write-ahead log and synchronous=FULL, in groups of 64. The same path: a coordinator
// hands articles to workers on credit, workers send results to an aggregator, the aggregator acknowledges what is on the
// disk, and only then a worker says done. No names, languages, leases, retries or checks.
//
//   cc -O3 -o loop loop.c -lzmq -lsqlite3 -lpthread && ./loop JOBS DIRECTORY [ipc|tcp] [curve]
#include <pthread.h>
#include <sqlite3.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <time.h>
#include <zmq.h>

enum { BODY = 4096, RESULT = 500, GROUP = 64, CREDIT = 64, WORKERS = 2 };

static void *context;
static uint64_t jobs;
static char coordinator[256], aggregator[256], directory[200];
static char server_public[41], server_secret[41], client_public[41], client_secret[41];
static int curve;

#define CHECK(call) do { if ((call) < 0) { fprintf(stderr, "%s: %s\n", #call, zmq_strerror(zmq_errno())); exit(1); } } while (0)

static double now(void) {
  struct timespec t;
  clock_gettime(CLOCK_MONOTONIC, &t);
  return t.tv_sec + t.tv_nsec / 1e9;
}

static sqlite3 *store(const char *name, const char *table) {
  char path[256];
  snprintf(path, sizeof path, "%s/%s", directory, name);
  sqlite3 *db;
  if (sqlite3_open(path, &db) || sqlite3_exec(db, "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL", 0, 0, 0) ||
      sqlite3_exec(db, table, 0, 0, 0)) {
    fprintf(stderr, "%s: %s\n", path, sqlite3_errmsg(db));
    exit(1);
  }
  return db;
}

static sqlite3_stmt *prepare(sqlite3 *db, const char *sql) {
  sqlite3_stmt *s;
  if (sqlite3_prepare_v2(db, sql, -1, &s, 0)) { fprintf(stderr, "%s: %s\n", sql, sqlite3_errmsg(db)); exit(1); }
  return s;
}

static void run(sqlite3 *db, sqlite3_stmt *s) {
  if (sqlite3_step(s) != SQLITE_DONE) { fprintf(stderr, "%s\n", sqlite3_errmsg(db)); exit(1); }
  sqlite3_reset(s);
}

static void *listener(const char *endpoint) {
  void *s = zmq_socket(context, ZMQ_ROUTER);
  int one = 1;
  zmq_setsockopt(s, ZMQ_ROUTER_MANDATORY, &one, sizeof one);
  if (curve) {
    zmq_setsockopt(s, ZMQ_CURVE_SERVER, &one, sizeof one);
    zmq_setsockopt(s, ZMQ_CURVE_SECRETKEY, server_secret, 40);
  }
  CHECK(zmq_bind(s, endpoint));
  return s;
}

static void *client(const char *endpoint) {
  void *s = zmq_socket(context, ZMQ_DEALER);
  if (curve) {
    zmq_setsockopt(s, ZMQ_CURVE_SERVERKEY, server_public, 40);
    zmq_setsockopt(s, ZMQ_CURVE_PUBLICKEY, client_public, 40);
    zmq_setsockopt(s, ZMQ_CURVE_SECRETKEY, client_secret, 40);
  }
  CHECK(zmq_connect(s, endpoint));
  return s;
}

struct peer { uint8_t identity[32]; int size; uint64_t credit; };

static struct peer *find(struct peer *peers, int *count, const uint8_t *identity, int size) {
  for (int i = 0; i < *count; i++)
    if (peers[i].size == size && !memcmp(peers[i].identity, identity, size)) return &peers[i];
  struct peer *p = &peers[(*count)++];
  memcpy(p->identity, identity, size);
  p->size = size;
  p->credit = 0;
  return p;
}

// A message is: 1 byte kind, then numbers of 8 bytes or one number and a body.
static void *work(void *unused) {
  (void)unused;
  void *c = client(coordinator), *a = client(aggregator);
  uint8_t buffer[BODY + 16], message[9 + RESULT];
  uint64_t credit = CREDIT, done[4096];
  message[0] = 'c';
  memcpy(message + 1, &credit, 8);
  CHECK(zmq_send(c, message, 9, 0));
  memset(message, 'r', sizeof message);
  zmq_pollitem_t items[] = {{c, 0, ZMQ_POLLIN, 0}, {a, 0, ZMQ_POLLIN, 0}};
  for (;;) {
    CHECK(zmq_poll(items, 2, -1));
    int size;
    while ((size = zmq_recv(c, buffer, sizeof buffer, ZMQ_DONTWAIT)) >= 0) {
      if (buffer[0] == 'q') {
        zmq_close(c);
        zmq_close(a);
        return 0;
      }
      memcpy(message + 1, buffer + 1, 8);
      CHECK(zmq_send(a, message, 9 + RESULT, 0));
    }
    while ((size = zmq_recv(a, done, sizeof done, ZMQ_DONTWAIT)) >= 0) {
      uint8_t out[1 + sizeof done];
      out[0] = 'd';
      memcpy(out + 1, done, size);
      CHECK(zmq_send(c, out, 1 + size, 0));
    }
  }
}

static void *aggregate(void *unused) {
  (void)unused;
  sqlite3 *db = store("timeline.sqlite", "CREATE TABLE result (job INTEGER PRIMARY KEY, payload BLOB)");
  sqlite3_stmt *begin = prepare(db, "BEGIN IMMEDIATE"), *commit = prepare(db, "COMMIT");
  sqlite3_stmt *insert = prepare(db, "INSERT OR IGNORE INTO result VALUES (?, ?)");
  void *s = listener(aggregator);
  static struct peer peers[16];
  int count = 0;
  static uint64_t answers[16][GROUP];
  int pending[16] = {0}, group = 0;
  for (uint64_t total = 0; total < jobs;) {
    uint8_t identity[32], buffer[16 + RESULT];
    // Waits only when nothing is gathered; a part of a group is written when nothing more comes.
    int size = zmq_recv(s, identity, sizeof identity, group ? ZMQ_DONTWAIT : 0);
    if (size >= 0) {
      int length = zmq_recv(s, buffer, sizeof buffer, 0);
      struct peer *p = find(peers, &count, identity, size);
      if (!group++) run(db, begin);
      uint64_t job;
      memcpy(&job, buffer + 1, 8);
      sqlite3_bind_int64(insert, 1, job);
      sqlite3_bind_blob(insert, 2, buffer + 9, length - 9, SQLITE_STATIC);
      run(db, insert);
      answers[p - peers][pending[p - peers]++] = job;
      total++;
    }
    if (group && (group == GROUP || size < 0 || total == jobs)) {
      run(db, commit);
      group = 0;
      for (int i = 0; i < count; i++) {
        if (!pending[i]) continue;
        CHECK(zmq_send(s, peers[i].identity, peers[i].size, ZMQ_SNDMORE));
        CHECK(zmq_send(s, answers[i], 8 * pending[i], 0));
        pending[i] = 0;
      }
    }
  }
  zmq_close(s);
  sqlite3_close_v2(db);
  return 0;
}

static void coordinate(void) {
  sqlite3 *db = store("ledger.sqlite", "CREATE TABLE article (job INTEGER PRIMARY KEY, id TEXT UNIQUE, state INTEGER, body BLOB)");
  sqlite3_stmt *begin = prepare(db, "BEGIN IMMEDIATE"), *commit = prepare(db, "COMMIT");
  sqlite3_stmt *insert = prepare(db, "INSERT INTO article VALUES (?, ?, 0, ?)");
  sqlite3_stmt *mark = prepare(db, "UPDATE article SET state = 1 WHERE job = ?");
  void *s = listener(coordinator);
  static struct peer peers[16];
  int count = 0, turn = 0;
  uint8_t body[BODY], message[9 + BODY];
  for (int i = 0; i < BODY; i++) body[i] = 32 + (i * 7 + i / 11) % 90;
  uint64_t admitted = 0, sent = 0, finished = 0, marked = 0;
  static uint64_t marks[1 << 16];
  int waiting = 0;
  while (marked < jobs) {
    int isIdle = 1;
    uint8_t identity[32], buffer[1 + 8 * 4096];
    int size;
    while ((size = zmq_recv(s, identity, sizeof identity, ZMQ_DONTWAIT)) >= 0) {
      isIdle = 0;
      int length = zmq_recv(s, buffer, sizeof buffer, 0);
      struct peer *p = find(peers, &count, identity, size);
      if (buffer[0] == 'c') {
        uint64_t credit;
        memcpy(&credit, buffer + 1, 8);
        p->credit += credit;
      } else {
        int n = (length - 1) / 8;
        memcpy(marks + waiting, buffer + 1, 8 * n);
        waiting += n;
        finished += n;
        p->credit += n;
      }
    }
    // Admission keeps a little ahead of what is handed out.
    if (admitted < jobs && admitted - sent < 4 * GROUP) {
      isIdle = 0;
      run(db, begin);
      for (int i = 0; i < GROUP && admitted < jobs; i++) {
        char id[32];
        int n = snprintf(id, sizeof id, "article-%llu", (unsigned long long)++admitted);
        sqlite3_bind_int64(insert, 1, admitted);
        sqlite3_bind_text(insert, 2, id, n, SQLITE_STATIC);
        sqlite3_bind_blob(insert, 3, body, BODY, SQLITE_STATIC);
        run(db, insert);
      }
      run(db, commit);
    }
    for (int tries = 0; sent < admitted && tries < count; turn++) {
      struct peer *p = &peers[turn % count];
      if (!p->credit) { tries++; continue; }
      tries = 0;
      p->credit--;
      sent++;
      message[0] = 'j';
      memcpy(message + 1, &sent, 8);
      memcpy(message + 9, body, BODY);
      CHECK(zmq_send(s, p->identity, p->size, ZMQ_SNDMORE));
      CHECK(zmq_send(s, message, sizeof message, 0));
      isIdle = 0;
    }
    if (waiting >= GROUP || (waiting && finished == jobs)) {
      isIdle = 0;
      run(db, begin);
      for (int i = 0; i < waiting; i++) {
        sqlite3_bind_int64(mark, 1, marks[i]);
        run(db, mark);
      }
      run(db, commit);
      marked += waiting;
      waiting = 0;
    }
    if (isIdle) {
      zmq_pollitem_t item = {s, 0, ZMQ_POLLIN, 0};
      CHECK(zmq_poll(&item, 1, 10));
    }
  }
  for (int i = 0; i < count; i++) {
    CHECK(zmq_send(s, peers[i].identity, peers[i].size, ZMQ_SNDMORE));
    CHECK(zmq_send(s, "q", 1, 0));
  }
  int linger = 1000;
  zmq_setsockopt(s, ZMQ_LINGER, &linger, sizeof linger);
  zmq_close(s);
  sqlite3_close_v2(db);
}

int main(int argc, char **argv) {
  if (argc < 3) { fprintf(stderr, "usage: %s JOBS DIRECTORY [ipc|tcp] [curve]\n", argv[0]); return 2; }
  jobs = strtoull(argv[1], 0, 10);
  snprintf(directory, sizeof directory, "%s", argv[2]);
  int tcp = argc > 3 && !strcmp(argv[3], "tcp");
  curve = argc > 4 && !strcmp(argv[4], "curve");
  if (tcp) {
    strcpy(coordinator, "tcp://127.0.0.1:27430");
    strcpy(aggregator, "tcp://127.0.0.1:27431");
  } else {
    snprintf(coordinator, sizeof coordinator, "ipc://%s/c", directory);
    snprintf(aggregator, sizeof aggregator, "ipc://%s/a", directory);
  }
  zmq_curve_keypair(server_public, server_secret);
  zmq_curve_keypair(client_public, client_secret);
  context = zmq_ctx_new();
  double start = now();
  pthread_t threads[WORKERS + 1];
  pthread_create(&threads[0], 0, aggregate, 0);
  for (int i = 0; i < WORKERS; i++) pthread_create(&threads[1 + i], 0, work, 0);
  coordinate();
  for (int i = 0; i <= WORKERS; i++) pthread_join(threads[i], 0);
  double seconds = now() - start;
  struct rusage usage;
  getrusage(RUSAGE_SELF, &usage);
  double cpu = usage.ru_utime.tv_sec + usage.ru_stime.tv_sec + (usage.ru_utime.tv_usec + usage.ru_stime.tv_usec) / 1e6;
  printf("{\"jobs\":%llu,\"seconds\":%.3f,\"rate\":%.0f,\"cpu_us\":%.1f}\n", (unsigned long long)jobs, seconds,
         jobs / seconds, cpu / jobs * 1e6);
  zmq_ctx_term(context);
  return 0;
}
