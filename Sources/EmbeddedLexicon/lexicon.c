#include "EmbeddedLexicon.h"

// #embed is C23; clang accepts it in every dialect.
#pragma clang diagnostic ignored "-Wc23-extensions"

static const unsigned char lexicon[] = {
#embed "lexicon.bin"
};

static const unsigned char tables[] = {
#embed "tables.txt"
};

const unsigned char *silsila_lexicon(void) { return lexicon; }
size_t silsila_lexicon_size(void) { return sizeof lexicon; }
const unsigned char *silsila_tables(void) { return tables; }
size_t silsila_tables_size(void) { return sizeof tables; }
