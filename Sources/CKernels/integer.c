#include "CKernels.h"
#include "clones.h"

#define INLINE static inline __attribute__((always_inline))

INLINE int32_t clamp(int32_t x, int32_t low, int32_t high) {
  x = x < low ? low : x;
  return x > high ? high : x;
}

INLINE int32_t magnitude(int32_t x) { return x < 0 ? -x : x; }

// x (1 - |x| / 4) between -2 and 2: from units of 2^-12 to units of 2^-14.
INLINE int32_t squash(int32_t x) {
  x = clamp(x, -8192, 8192);
  return 4 * x - (x * magnitude(x) >> 12);
}

// The sigmoid that goes with it: from units of 2^-12 to units of 2^-15.
INLINE int32_t gate(int32_t x) { return clamp(16384 + squash(clamp(x, -16384, 16384) >> 1), 0, 32767); }

// From units of 2^-14 to 128 + 127 * x.
INLINE uint8_t byte(int32_t x) { return (uint8_t)(((x * 127 + 8192) >> 14) + 128); }

CLONES void quipu_rescale(const int32_t *from, const int32_t *offset, const int16_t *factor, int shift,
                          int16_t *restrict to, long rows, long columns) {
  const uint32_t half = (uint32_t)1 << (shift - 1);
  for (long i = 0; i < rows; i++) {
    const int32_t *row = from + i * columns;
    int16_t *out = to + i * columns;
    // Unsigned, so that the numbers of a strange model wrap around.
    for (long j = 0; j < columns; j++) {
      const int32_t sum = (int32_t)((uint32_t)row[j] + (uint32_t)offset[j]) >> 4;
      out[j] = (int16_t)clamp((int32_t)((uint32_t)sum * (uint32_t)(int32_t)factor[j] + half) >> shift, -32768, 32767);
    }
  }
}

CLONES void quipu_embed(const int8_t *table, const uint32_t *rows, long count, long width, uint8_t *restrict out) {
  for (long j = 0; j < width; j += 16) {
    int16_t sums[16] = {0};
    for (long i = 0; i < count; i++) {
      const int8_t *row = table + (long)rows[i] * width + j;
      for (long k = 0; k < 16; k++) sums[k] += row[k];
    }
    for (long k = 0; k < 16; k++) out[j + k] = byte(squash(sums[k] * 64));
  }
}

// Sixteen units, so that no width has a slow end. `before` and `after` are the same place, but for the vectorizer.
INLINE void recur_sixteen(const int16_t *now, const int16_t *v, const uint8_t *in, const int highway,
                          int16_t *restrict state, uint8_t *restrict out, long width) {
  for (long j = 0; j < 16; j++) {
    const int32_t before = state[j];
    const int32_t forget = gate(now[width + j] + (v[j] * before >> 14));
    const int32_t reset = gate(now[2 * width + j] + (v[width + j] * before >> 14));
    const int32_t candidate = clamp(squash(now[j]), -16383, 16383);
    const int32_t after = candidate + ((forget * (before - candidate) + 16384) >> 15);
    const int32_t pass = highway ? (in[j] - 128) * 129 : 0;
    state[j] = (int16_t)after;
    out[j] = byte(pass + ((reset * (after - pass) + 16384) >> 15));
  }
}

INLINE void recur(const int16_t *now, const int16_t *v, const uint8_t *in, const int highway, int16_t *state,
                  uint8_t *out, long width) {
  for (long j = 0; j < width; j += 16)
    recur_sixteen(now + j, v + j, highway ? in + j : 0, highway, state + j, out + j, width);
}

CLONES void quipu_recur_integer(const int16_t *u, long uStep, const int16_t *v, const uint8_t *x, uint8_t *h, long step,
                                int16_t *carry, long width, long count) {
  for (long j = 0; j < width; j++) carry[j] = 0;
  if (x)
    for (long t = 0; t < count; t++) recur(u + t * uStep, v, x + t * step, 1, carry, h + t * step, width);
  else
    for (long t = 0; t < count; t++) recur(u + t * uStep, v, 0, 0, carry, h + t * step, width);
}

CLONES void quipu_clamp(int16_t *values, int16_t low, int16_t high, long count) {
  for (long i = 0; i < count; i++) values[i] = (int16_t)clamp(values[i], low, high);
}

CLONES void quipu_combine(const int16_t *a, const int16_t *b, const int16_t *c, uint8_t *restrict out, long count) {
  for (long i = 0; i < count; i++) out[i] = (uint8_t)clamp(((int32_t)a[i] + b[i] + c[i]) >> 3, 0, 255);
}

CLONES void quipu_add_distances(int32_t *scores, const int16_t *row, const uint8_t *classes, long count) {
  for (long j = 0; j < count; j++) scores[j] += (int32_t)row[classes[j]] * 256;
}

CLONES long quipu_first_largest(const int32_t *values, const int32_t *offsets, long count) {
  // Of equal values the one whose index, from the end, is larger.
  int64_t best = INT64_MIN;
  if (offsets)
    for (long i = 0; i < count; i++) {
      const int64_t key = ((int64_t)values[i] + offsets[i]) * (1 << 16) + (count - 1 - i);
      best = key > best ? key : best;
    }
  else
    for (long i = 0; i < count; i++) {
      const int64_t key = (int64_t)values[i] * (1 << 16) + (count - 1 - i);
      best = key > best ? key : best;
    }
  return count - 1 - (best & 0xFFFF);
}
