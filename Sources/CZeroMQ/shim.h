#ifndef SILSILA_CZEROMQ_SHIM_H
#define SILSILA_CZEROMQ_SHIM_H

#include <errno.h>
#include <stdint.h>
#include <sys/eventfd.h>
#include <sys/prctl.h>
#include <unistd.h>
#include <zmq.h>

/* Swift's Glibc module does not export eventfd and the variadic prctl; these wrappers do. */

/* A new event counter, non-blocking and closed on exec; -1 and errno when there is none left. */
static inline int silsila_eventfd_new(void) { return eventfd(0, EFD_NONBLOCK | EFD_CLOEXEC); }

/* Adds one to the counter. 0, or -1 with errno; a counter that is full is already signalled. */
static inline int silsila_eventfd_signal(int fd) {
  uint64_t one = 1;
  ssize_t n;
  do {
    n = write(fd, &one, sizeof one);
  } while (n < 0 && errno == EINTR);
  return n == (ssize_t)sizeof one || errno == EAGAIN ? 0 : -1;
}

/* Sets the counter back to zero and returns what it was. */
static inline uint64_t silsila_eventfd_drain(int fd) {
  uint64_t value = 0;
  ssize_t n;
  do {
    n = read(fd, &value, sizeof value);
  } while (n < 0 && errno == EINTR);
  return n == (ssize_t)sizeof value ? value : 0;
}

/* Names the calling thread for ps, top and debuggers; 15 bytes are kept. */
static inline void silsila_thread_name(const char *name) { prctl(PR_SET_NAME, (unsigned long)name, 0, 0, 0); }

/* Asks the kernel to send `signal` to this process when its parent thread ends. */
static inline int silsila_parent_death_signal(int signal) {
  return prctl(PR_SET_PDEATHSIG, (unsigned long)signal, 0, 0, 0);
}

#endif
