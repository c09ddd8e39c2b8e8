#include "CKernels.h"
#include "clones.h"
#include <string.h>

#define INLINE static inline __attribute__((always_inline))

CLONES static void arcs_plain(const int16_t *dependents, long count, const int16_t *keys, long keyCount, long row,
                              long depth, int32_t *scores) {
  for (long i = 0; i < count; i++)
    for (long j = 0; j < keyCount; j++) {
      const int16_t *a = dependents + i * row, *b = keys + j * row;
      int32_t sum = 0;
      for (long t = 0; t < depth; t++) sum += (int32_t)a[t] * b[t];
      scores[i * keyCount + j] = sum;
    }
}

#if defined(__x86_64__)
#include <immintrin.h>

#define VNNI __attribute__((target("avx512f,avx512bw,avx512vl,avx512vnni")))

// Two numbers of each of sixteen keys side by side: a product of a dependent with all keys then needs no sum across a
// register, which is most of the work where rows are as short as here.
static void pack(const int16_t *keys, long keyCount, long row, long depth, int16_t *packed) {
  for (long j = 0; j < keyCount; j++) {
    int16_t *block = packed + j / 16 * 16 * depth + j % 16 * 2;
    for (long t = 0; t < depth; t += 2) memcpy(block + t * 16, keys + j * row + t, 4);
  }
}

// Of `height` dependents with the sixteen keys of a block, or as many as `lanes` has.
VNNI INLINE void tile(const int height, const int16_t *dependents, long row, const int16_t *block, long depth,
                      __mmask16 lanes, int32_t *scores, long step) {
  __m512i sums[8];
#pragma clang loop unroll(full)
  for (int r = 0; r < height; r++) sums[r] = _mm512_setzero_si512();
  for (long t = 0; t < depth; t += 2) {
    const __m512i key = _mm512_loadu_si512(block + t * 16);
#pragma clang loop unroll(full)
    for (int r = 0; r < height; r++) {
      int32_t two;
      memcpy(&two, dependents + r * row + t, 4);
      sums[r] = _mm512_dpwssd_epi32(sums[r], key, _mm512_set1_epi32(two));
    }
  }
#pragma clang loop unroll(full)
  for (int r = 0; r < height; r++) _mm512_mask_storeu_epi32(scores + r * step, lanes, sums[r]);
}

VNNI static void arcs_vnni(const int16_t *dependents, long count, const int16_t *keys, long keyCount, long row,
                           long depth, int16_t *packed, int32_t *scores) {
  pack(keys, keyCount, row, depth, packed);
  for (long j = 0; j < keyCount; j += 16) {
    const long rest = keyCount - j;
    const __mmask16 lanes = rest < 16 ? (__mmask16)((1 << rest) - 1) : 0xFFFF;
    const int16_t *block = packed + j * depth;
    long i = 0;
    for (; i + 8 <= count; i += 8)
      tile(8, dependents + i * row, row, block, depth, lanes, scores + i * keyCount + j, keyCount);
    for (; i + 2 <= count; i += 2)
      tile(2, dependents + i * row, row, block, depth, lanes, scores + i * keyCount + j, keyCount);
    if (i < count) tile(1, dependents + i * row, row, block, depth, lanes, scores + i * keyCount + j, keyCount);
  }
}
#endif

void quipu_arc_scores(const int16_t *dependents, long count, const int16_t *keys, long keyCount, long row, long depth,
                      int16_t *packed, int32_t *scores, int variant) {
#if defined(__x86_64__)
  if (variant != 0 && quipu_dot_variants() == 3) {
    arcs_vnni(dependents, count, keys, keyCount, row, depth, packed, scores);
    return;
  }
#endif
  arcs_plain(dependents, count, keys, keyCount, row, depth, scores);
}
