#include "variants.h"
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
#define AVXVNNI __attribute__((target("avx2,avxvnni")))
#define VNNI __attribute__((target("avx512f,avx512bw,avx512vl,avx512vnni")))

// Rows are taken in tiles of as equal heights as can be: one of few rows has too few sums under way to keep the units
// busy.
INLINE long next_height(long rows, long most) {
  const long tiles = (rows + most - 1) / most;
  return (rows + tiles - 1) / tiles;
}

INLINE int32_t four_at(const uint8_t *bytes) {
  int32_t four;
  memcpy(&four, bytes, 4);
  return four;
}

// Of `height` rows, three at most, sixteen outputs. Inputs are 16 bits wide here, and stand `depth` apart. Products of
// two inputs are added in 32 bits, so nothing overflows.
AVX2 INLINE void tile_avx2(const int height, const int16_t *x, const int8_t *w, int32_t *y, long yRow, long depth) {
  __m256i sums[3][4];
#pragma clang loop unroll(full)
  for (int r = 0; r < height; r++)
#pragma clang loop unroll(full)
    for (int q = 0; q < 4; q++) sums[r][q] = _mm256_setzero_si256();
  for (long t = 0; t < depth; t += 4, w += 64) {
    __m256i in[3];
#pragma clang loop unroll(full)
    for (int r = 0; r < height; r++) {
      int64_t four;
      memcpy(&four, x + r * depth + t, 8);
      in[r] = _mm256_set1_epi64x(four);
    }
#pragma clang loop unroll(full)
    for (int q = 0; q < 4; q++) {
      const __m256i weights = _mm256_cvtepi8_epi16(_mm_loadu_si128((const __m128i *)(w + 16 * q)));
#pragma clang loop unroll(full)
      for (int r = 0; r < height; r++)
        sums[r][q] = _mm256_add_epi32(sums[r][q], _mm256_madd_epi16(in[r], weights));
    }
  }
#pragma clang loop unroll(full)
  for (int r = 0; r < height; r++)
#pragma clang loop unroll(full)
    for (int q = 0; q < 4; q += 2) {
      // Each output has two halves side by side; hadd interleaves its operands by 128 bits.
      const __m256i pairs = _mm256_hadd_epi32(sums[r][q], sums[r][q + 1]);
      _mm256_storeu_si256((__m256i *)(y + r * yRow + 4 * q), _mm256_permute4x64_epi64(pairs, 0xD8));
    }
}

enum { widest = 512, wideRows = 12 };

AVX2 static void dot_avx2(const uint8_t *x, long xRow, const int8_t *w, int32_t *y, long yRow, long rows, long outputs,
                          long depth) {
  if (depth > widest) {
    dot_plain(x, xRow, w, y, yRow, rows, outputs, depth);
    return;
  }
  int16_t wide[wideRows * widest];
  for (long start = 0; start < rows; start += wideRows) {
    const long count = rows - start < wideRows ? rows - start : wideRows;
    for (long i = 0; i < count; i++)
      for (long t = 0; t < depth; t++) wide[i * depth + t] = x[(start + i) * xRow + t];
    for (long j = 0; j < outputs; j += 16) {
      for (long i = 0; i < count;) {
        const long height = next_height(count - i, 3);
        int32_t *out = y + (start + i) * yRow + j;
        switch (height) {
        case 3: tile_avx2(3, wide + i * depth, w + j * depth, out, yRow, depth); break;
        case 2: tile_avx2(2, wide + i * depth, w + j * depth, out, yRow, depth); break;
        default: tile_avx2(1, wide + i * depth, w + j * depth, out, yRow, depth); break;
        }
        i += height;
      }
    }
  }
}

// Of `height` rows, six at most, sixteen outputs.
AVXVNNI INLINE void tile_avxvnni(const int height, const uint8_t *x, long xRow, const int8_t *w, int32_t *y, long yRow,
                                 long depth) {
  __m256i sums[6][2];
#pragma clang loop unroll(full)
  for (int r = 0; r < height; r++)
#pragma clang loop unroll(full)
    for (int q = 0; q < 2; q++) sums[r][q] = _mm256_setzero_si256();
  for (long t = 0; t < depth; t += 4, w += 64) {
    const __m256i weights[2] = {_mm256_loadu_si256((const __m256i *)w), _mm256_loadu_si256((const __m256i *)(w + 32))};
#pragma clang loop unroll(full)
    for (int r = 0; r < height; r++) {
      const __m256i in = _mm256_set1_epi32(four_at(x + r * xRow + t));
#pragma clang loop unroll(full)
      for (int q = 0; q < 2; q++) sums[r][q] = _mm256_dpbusd_avx_epi32(sums[r][q], in, weights[q]);
    }
  }
#pragma clang loop unroll(full)
  for (int r = 0; r < height; r++)
#pragma clang loop unroll(full)
    for (int q = 0; q < 2; q++) _mm256_storeu_si256((__m256i *)(y + r * yRow + 8 * q), sums[r][q]);
}

AVXVNNI static void dot_avxvnni(const uint8_t *x, long xRow, const int8_t *w, int32_t *y, long yRow, long rows,
                                long outputs, long depth) {
  for (long j = 0; j < outputs; j += 16)
    for (long i = 0; i < rows;) {
      const long height = next_height(rows - i, 6);
      const uint8_t *in = x + i * xRow;
      int32_t *out = y + i * yRow + j;
      switch (height) {
      case 6: tile_avxvnni(6, in, xRow, w + j * depth, out, yRow, depth); break;
      case 5: tile_avxvnni(5, in, xRow, w + j * depth, out, yRow, depth); break;
      case 4: tile_avxvnni(4, in, xRow, w + j * depth, out, yRow, depth); break;
      case 3: tile_avxvnni(3, in, xRow, w + j * depth, out, yRow, depth); break;
      case 2: tile_avxvnni(2, in, xRow, w + j * depth, out, yRow, depth); break;
      default: tile_avxvnni(1, in, xRow, w + j * depth, out, yRow, depth); break;
      }
      i += height;
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
      const __m512i in = _mm512_set1_epi32(four_at(x + r * xRow + t));
#pragma clang loop unroll(full)
      for (int q = 0; q < width; q++) sums[r][q] = _mm512_dpbusd_epi32(sums[r][q], in, weights[q]);
    }
  }
#pragma clang loop unroll(full)
  for (int r = 0; r < height; r++)
#pragma clang loop unroll(full)
    for (int q = 0; q < width; q++) _mm512_storeu_si512(y + r * yRow + 16 * q, sums[r][q]);
}

VNNI INLINE void columns_vnni(const int width, const uint8_t *x, long xRow, const int8_t *w, int32_t *y, long yRow,
                              long rows, long depth) {
  while (rows > 0) {
    const long height = next_height(rows, 6);
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

static Dot *const variants[QUIPU_VARIANTS] = {dot_plain, dot_avx2, dot_avxvnni, dot_vnni};
#else
static Dot *const variants[QUIPU_VARIANTS] = {dot_plain};
#endif

void quipu_dot(const uint8_t *x, long xRow, const int8_t *w, int32_t *y, long yRow, long rows, long outputs, long depth,
               int variant) {
  variants[quipu_chosen_variant(variant)](x, xRow, w, y, yRow, rows, outputs, depth);
}
