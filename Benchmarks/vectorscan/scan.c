// How fast Vectorscan (or Hyperscan) merely finds literal phrases in articles: the peer of the whole path from article
// to mentions. Built and run by run.sh.
//
//     scan PATTERNS TEXTS      one pattern a line; texts separated by U+001C
#include <hs/hs.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

static unsigned long long found;

static int match(unsigned id, unsigned long long from, unsigned long long to, unsigned flags, void *context) {
  (void)id, (void)from, (void)to, (void)flags, (void)context;
  found++;
  return 0;
}

static char *read_all(const char *path, size_t *size) {
  FILE *file = fopen(path, "rb");
  if (!file) { perror(path); exit(1); }
  fseek(file, 0, SEEK_END);
  *size = (size_t)ftell(file);
  rewind(file);
  char *bytes = malloc(*size + 1);
  if (!bytes || fread(bytes, 1, *size, file) != *size) { perror(path); exit(1); }
  bytes[*size] = 0;
  fclose(file);
  return bytes;
}

static double seconds(void) {
  struct timespec t;
  clock_gettime(CLOCK_THREAD_CPUTIME_ID, &t);
  return (double)t.tv_sec + (double)t.tv_nsec / 1e9;
}

int main(int argc, char **argv) {
  if (argc != 3) { fprintf(stderr, "usage: scan PATTERNS TEXTS\n"); return 2; }
  size_t size;
  char *list = read_all(argv[1], &size);
  size_t count = 0;
  for (size_t i = 0; i < size; i++) count += list[i] == '\n';
  const char **patterns = calloc(count, sizeof *patterns);
  unsigned *flags = calloc(count, sizeof *flags), *ids = calloc(count, sizeof *ids);
  size_t *lengths = calloc(count, sizeof *lengths);
  unsigned n = 0;
  for (char *line = strtok(list, "\n"); line; line = strtok(NULL, "\n"), n++) {
    patterns[n] = line, lengths[n] = strlen(line), ids[n] = n;
  }
  hs_database_t *database;
  hs_compile_error_t *error;
  if (hs_compile_lit_multi(patterns, flags, ids, lengths, n, HS_MODE_BLOCK, NULL, &database, &error) != HS_SUCCESS) {
    fprintf(stderr, "%s\n", error->message);
    return 1;
  }
  hs_scratch_t *scratch = NULL;
  if (hs_alloc_scratch(database, &scratch) != HS_SUCCESS) return 1;
  char *text = read_all(argv[2], &size);
  double best = 1e9;
  for (int round = 0; round < 7; round++) {
    found = 0;
    double start = seconds();
    for (size_t at = 0; at < size;) {
      char *end = memchr(text + at, 0x1C, size - at);
      size_t length = end ? (size_t)(end - text) - at : size - at;
      if (hs_scan(database, text + at, (unsigned)length, 0, scratch, match, NULL) != HS_SUCCESS) return 1;
      at += length + 1;
    }
    double took = seconds() - start;
    if (took < best) best = took;
  }
  printf("%u patterns, %zu bytes, %llu matches: %.1f MB/s\n", n, size, found, (double)size / best / 1e6);
  return 0;
}
