#include "CKernels.h"
#include <string.h>

#define INLINE static inline __attribute__((always_inline))

typedef void Dot(const uint8_t *x, long xRow, const int8_t *w, int32_t *y, long yRow, long rows, long outputs,
                 long depth);

static void dot_plain(const uint8_t *x, long xRow, const int8_t *w, int32_t *y, long yRow, long rows, long outputs,
                      long depth) {
  for (long i = 0; i < rows; i++)
    for (long j = 0; j < outputs; j += 16) {
      int32_t sums[16] = {0};
      const int8_t *block = w + j * depth;
      for (long t = 0; t < depth; t += 4, block += 64)
        for (long k = 0; k < 64; k++) sums[k / 4] += (int32_t)x[i * xRow + t + k % 4] * block[k];
      memcpy(y + i * yRow + j, sums, sizeof sums);
    }
}

#if defined(__x86_64__)
#include <immintrin.h>

#define AVX2 __attribute__((target("avx2")))
#define VNNI __attribute__((target("avx512f,avx512bw,avx512vl,avx512vnni")))

// Sixteen outputs of two rows at most. Products of two inputs are added in 32 bits, so nothing overflows.
AVX2 INLINE void tile_avx2(const int height, const uint8_t *x, long xRow, const int8_t *w, int32_t *y, long yRow,
                           long depth) {
  __m256i sums[2][4];
  for (int r = 0; r < height; r++)
    for (int q = 0; q < 4; q++) sums[r][q] = _mm256_setzero_si256();
  for (long t = 0; t < depth; t += 4, w += 64) {
    __m256i weights[4];
#pragma clang loop unroll(full)
    for (int q = 0; q < 4; q++) weights[q] = _mm256_cvtepi8_epi16(_mm_loadu_si128((const __m128i *)(w + 16 * q)));
#pragma clang loop unroll(full)
    for (int r = 0; r < height; r++) {
      uint32_t four;
      memcpy(&four, x + r * xRow + t, 4);
      const __m256i in = _mm256_broadcastq_epi64(_mm_cvtepu8_epi16(_mm_cvtsi32_si128((int)four)));
#pragma clang loop unroll(full)
      for (int q = 0; q < 4; q++)
        sums[r][q] = _mm256_add_epi32(sums[r][q], _mm256_madd_epi16(in, weights[q]));
    }
  }
  for (int r = 0; r < height; r++)
    for (int q = 0; q < 4; q += 2) {
      // Each output has two halves side by side; hadd interleaves its operands by 128 bits.
      const __m256i pairs = _mm256_hadd_epi32(sums[r][q], sums[r][q + 1]);
      _mm256_storeu_si256((__m256i *)(y + r * yRow + 4 * q), _mm256_permute4x64_epi64(pairs, 0xD8));
    }
}

AVX2 static void dot_avx2(const uint8_t *x, long xRow, const int8_t *w, int32_t *y, long yRow, long rows, long outputs,
                          long depth) {
  for (long j = 0; j < outputs; j += 16) {
    const int8_t *block = w + j * depth;
    long i = 0;
    for (; i + 2 <= rows; i += 2) tile_avx2(2, x + i * xRow, xRow, block, y + i * yRow + j, yRow, depth);
    if (i < rows) tile_avx2(1, x + i * xRow, xRow, block, y + i * yRow + j, yRow, depth);
  }
}

VNNI INLINE void tile_vnni(const int height, const int width, const uint8_t *x, long xRow, const int8_t *w, int32_t *y,
                           long yRow, long depth) {
  __m512i sums[6][4];
#pragma clang loop unroll(full)
  for (int r = 0; r < height; r++)
#pragma clang loop unroll(full)
    for (int q = 0; q < width; q++) sums[r][q] = _mm512_setzero_si512();
  for (long t = 0; t < depth; t += 4, w += 64) {
    __m512i weights[4];
#pragma clang loop unroll(full)
    for (int q = 0; q < width; q++) weights[q] = _mm512_loadu_si512(w + q * 16 * depth);
#pragma clang loop unroll(full)
    for (int r = 0; r < height; r++) {
      int32_t four;
      memcpy(&four, x + r * xRow + t, 4);
      const __m512i in = _mm512_set1_epi32(four);
#pragma clang loop unroll(full)
      for (int q = 0; q < width; q++) sums[r][q] = _mm512_dpbusd_epi32(sums[r][q], in, weights[q]);
    }
  }
#pragma clang loop unroll(full)
  for (int r = 0; r < height; r++)
#pragma clang loop unroll(full)
    for (int q = 0; q < width; q++) _mm512_storeu_si512(y + r * yRow + 16 * q, sums[r][q]);
}

// Rows in tiles of as equal heights as can be: a tile of few rows has too few sums under way to keep the units busy.
VNNI INLINE void columns_vnni(const int width, const uint8_t *x, long xRow, const int8_t *w, int32_t *y, long yRow,
                              long rows, long depth) {
  for (long tiles = (rows + 5) / 6; tiles > 0; tiles--) {
    const long height = (rows + tiles - 1) / tiles;
    switch (height) {
    case 6: tile_vnni(6, width, x, xRow, w, y, yRow, depth); break;
    case 5: tile_vnni(5, width, x, xRow, w, y, yRow, depth); break;
    case 4: tile_vnni(4, width, x, xRow, w, y, yRow, depth); break;
    case 3: tile_vnni(3, width, x, xRow, w, y, yRow, depth); break;
    case 2: tile_vnni(2, width, x, xRow, w, y, yRow, depth); break;
    default: tile_vnni(1, width, x, xRow, w, y, yRow, depth); break;
    }
    rows -= height;
    x += height * xRow;
    y += height * yRow;
  }
}

VNNI static void dot_vnni(const uint8_t *x, long xRow, const int8_t *w, int32_t *y, long yRow, long rows, long outputs,
                          long depth) {
  long j = 0;
  for (; j + 64 <= outputs && rows <= 4; j += 64) columns_vnni(4, x, xRow, w + j * depth, y + j, yRow, rows, depth);
  for (; j + 32 <= outputs; j += 32) columns_vnni(2, x, xRow, w + j * depth, y + j, yRow, rows, depth);
  if (j < outputs) columns_vnni(1, x, xRow, w + j * depth, y + j, yRow, rows, depth);
}

int quipu_dot_variants(void) {
  __builtin_cpu_init();
  if (!__builtin_cpu_supports("avx2")) return 1;
  const int hasVNNI = __builtin_cpu_supports("avx512bw") && __builtin_cpu_supports("avx512vl") &&
                      __builtin_cpu_supports("avx512vnni");
  return hasVNNI ? 3 : 2;
}

static Dot *const variants[] = {dot_plain, dot_avx2, dot_vnni};
#else
int quipu_dot_variants(void) { return 1; }

static Dot *const variants[] = {dot_plain};
#endif

void quipu_dot(const uint8_t *x, long xRow, const int8_t *w, int32_t *y, long yRow, long rows, long outputs, long depth,
               int variant) {
  const int count = quipu_dot_variants();
  const int chosen = variant < 0 || variant >= count ? count - 1 : variant;
  variants[chosen](x, xRow, w, y, yRow, rows, outputs, depth);
}
