#pragma once
#include <zlib.h>

// A macro, which Swift does not see.
static inline int czlib_begin_gzip(z_stream *stream, int level, int window, int memory) {
  return deflateInit2(stream, level, Z_DEFLATED, window + 16, memory, Z_DEFAULT_STRATEGY);
}

// For the tests: 16 asks for gzip's frame alone.
static inline int czlib_begin_gunzip(z_stream *stream) {
  return inflateInit2(stream, MAX_WBITS + 16);
}
