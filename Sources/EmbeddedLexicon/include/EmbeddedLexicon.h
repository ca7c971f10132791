#ifndef SILSILA_EMBEDDED_LEXICON_H
#define SILSILA_EMBEDDED_LEXICON_H

#include <stddef.h>

/// The compiled tables of Sources/Lexicons/Tables, made by `make lexicons`.
const unsigned char *silsila_lexicon(void);
size_t silsila_lexicon_size(void);

/// The same tables as text, for overriding them without a rebuild.
const unsigned char *silsila_tables(void);
size_t silsila_tables_size(void);

#endif
