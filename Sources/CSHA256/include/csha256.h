// SHA-256's compression with the processor's own instructions.
#ifndef SILSILA_CSHA256_H
#define SILSILA_CSHA256_H

#include <stddef.h>
#include <stdint.h>

/// Takes `count` blocks of 64 bytes into the state. Returns 0, and has done nothing, where the processor has no
/// instructions for it.
int silsila_sha256_blocks(uint32_t state[8], const uint8_t *blocks, size_t count);

#endif
