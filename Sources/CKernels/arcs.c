#include "variants.h"
#include <string.h>

#define INLINE static inline __attribute__((always_inline))

typedef void Arcs(const int16_t *dependents, long count, const int16_t *keys, long keyCount, long row, long depth,
                  int16_t *packed, int32_t *scores);

static void arcs_plain(const int16_t *dependents, long count, const int16_t *keys, long keyCount, long row, long depth,
                       int16_t *packed, int32_t *scores) {
  (void)packed;
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

#define AVX2 __attribute__((target("avx2")))
#define VNNI __attribute__((target("avx512f,avx512bw,avx512vl,avx512vnni")))

// Two numbers of each of `lanes` keys side by side: a product of a dependent with all keys then needs no sum across a
// register, which is most of the work where rows are as short as here.
INLINE void pack(const int lanes, const int16_t *keys, long keyCount, long row, long depth, int16_t *packed) {
  for (long j = 0; j < keyCount; j++) {
    int16_t *block = packed + j / lanes * lanes * depth + j % lanes * 2;
    for (long t = 0; t < depth; t += 2) memcpy(block + t * lanes, keys + j * row + t, 4);
  }
}

INLINE int32_t two_at(const int16_t *numbers) {
  int32_t two;
  memcpy(&two, numbers, 4);
  return two;
}

// Of `height` dependents with eight keys, `rest` of which are there.
AVX2 INLINE void tile_avx2(const int height, const int16_t *dependents, long row, const int16_t *block, long depth,
                           long rest, int32_t *scores, long step) {
  __m256i sums[8];
#pragma clang loop unroll(full)
  for (int r = 0; r < height; r++) sums[r] = _mm256_setzero_si256();
  for (long t = 0; t < depth; t += 2) {
    const __m256i key = _mm256_loadu_si256((const __m256i *)(block + t * 8));
#pragma clang loop unroll(full)
    for (int r = 0; r < height; r++) {
      const __m256i two = _mm256_set1_epi32(two_at(dependents + r * row + t));
      sums[r] = _mm256_add_epi32(sums[r], _mm256_madd_epi16(key, two));
    }
  }
  const __m256i there = _mm256_cmpgt_epi32(_mm256_set1_epi32((int)(rest < 8 ? rest : 8)),
                                           _mm256_setr_epi32(0, 1, 2, 3, 4, 5, 6, 7));
#pragma clang loop unroll(full)
  for (int r = 0; r < height; r++) _mm256_maskstore_epi32(scores + r * step, there, sums[r]);
}

AVX2 static void arcs_avx2(const int16_t *dependents, long count, const int16_t *keys, long keyCount, long row,
                           long depth, int16_t *packed, int32_t *scores) {
  pack(8, keys, keyCount, row, depth, packed);
  for (long j = 0; j < keyCount; j += 8) {
    const int16_t *block = packed + j * depth;
    int32_t *out = scores + j;
    long i = 0;
    for (; i + 8 <= count; i += 8)
      tile_avx2(8, dependents + i * row, row, block, depth, keyCount - j, out + i * keyCount, keyCount);
    for (; i + 2 <= count; i += 2)
      tile_avx2(2, dependents + i * row, row, block, depth, keyCount - j, out + i * keyCount, keyCount);
    if (i < count) tile_avx2(1, dependents + i * row, row, block, depth, keyCount - j, out + i * keyCount, keyCount);
  }
}

// Of `height` dependents with sixteen keys, `rest` of which are there.
VNNI INLINE void tile_vnni(const int height, const int16_t *dependents, long row, const int16_t *block, long depth,
                           long rest, int32_t *scores, long step) {
  __m512i sums[8];
#pragma clang loop unroll(full)
  for (int r = 0; r < height; r++) sums[r] = _mm512_setzero_si512();
  for (long t = 0; t < depth; t += 2) {
    const __m512i key = _mm512_loadu_si512(block + t * 16);
#pragma clang loop unroll(full)
    for (int r = 0; r < height; r++)
      sums[r] = _mm512_dpwssd_epi32(sums[r], key, _mm512_set1_epi32(two_at(dependents + r * row + t)));
  }
  const __mmask16 there = rest < 16 ? (__mmask16)((1 << rest) - 1) : 0xFFFF;
#pragma clang loop unroll(full)
  for (int r = 0; r < height; r++) _mm512_mask_storeu_epi32(scores + r * step, there, sums[r]);
}

VNNI static void arcs_vnni(const int16_t *dependents, long count, const int16_t *keys, long keyCount, long row,
                           long depth, int16_t *packed, int32_t *scores) {
  pack(16, keys, keyCount, row, depth, packed);
  for (long j = 0; j < keyCount; j += 16) {
    const int16_t *block = packed + j * depth;
    int32_t *out = scores + j;
    long i = 0;
    for (; i + 8 <= count; i += 8)
      tile_vnni(8, dependents + i * row, row, block, depth, keyCount - j, out + i * keyCount, keyCount);
    for (; i + 2 <= count; i += 2)
      tile_vnni(2, dependents + i * row, row, block, depth, keyCount - j, out + i * keyCount, keyCount);
    if (i < count) tile_vnni(1, dependents + i * row, row, block, depth, keyCount - j, out + i * keyCount, keyCount);
  }
}

static Arcs *const variants[QUIPU_VARIANTS] = {arcs_plain, arcs_avx2, arcs_avx2, arcs_vnni};
#else
static Arcs *const variants[QUIPU_VARIANTS] = {arcs_plain};
#endif

void quipu_arc_scores(const int16_t *dependents, long count, const int16_t *keys, long keyCount, long row, long depth,
                      int16_t *packed, int32_t *scores, int variant) {
  variants[quipu_chosen_variant(variant)](dependents, count, keys, keyCount, row, depth, packed, scores);
}
