#include "EmbeddedLexicon.h"

// #embed is C23; clang accepts it in every dialect.
#pragma clang diagnostic ignored "-Wc23-extensions"

const unsigned char silsila_lexicon[] = {
#embed "lexicon.bin"
};

const size_t silsila_lexicon_size = sizeof silsila_lexicon;
