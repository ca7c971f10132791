#ifndef SILSILA_EMBEDDED_LEXICON_H
#define SILSILA_EMBEDDED_LEXICON_H

#include <stddef.h>

/// The compiled tables of Sources/Lexicons/Tables, made by `make lexicons`.
extern const unsigned char silsila_lexicon[];
extern const size_t silsila_lexicon_size;

#endif
