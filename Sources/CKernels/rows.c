#include "CKernels.h"
#include "clones.h"
#include <string.h>

#define INLINE static inline __attribute__((always_inline))

// Sums of sixteen columns in 16 bits, which 256 numbers of 8 bits cannot overflow; `extra` is the column behind them.
INLINE void sum_sixteen(const int8_t *weights, const uint32_t *features, long count, uint32_t mask, long columns,
                        int32_t *sums, int32_t *extra) {
  int16_t lanes[16] = {0};
  int32_t last = 0;
  for (long i = 0; i < count; i++) {
    const int8_t *row = weights + (long)(features[i] & mask) * columns;
    for (long k = 0; k < 16; k++) lanes[k] = (int16_t)(lanes[k] + row[k]);
    if (extra) last += row[16];
  }
  for (long k = 0; k < 16; k++) sums[k] = lanes[k];
  if (extra) *extra = last;
}

CLONES void quipu_score_rows(const int8_t *weights, const uint32_t *features, long count, uint32_t mask, long columns,
                             int32_t *sums) {
  long j = 0;
  for (; j + 17 < columns; j += 16) sum_sixteen(weights + j, features, count, mask, columns, sums + j, 0);
  // A last column by itself, as the seventeenth of the parts of speech, is taken along with the sixteen before it.
  if (columns - j == 17)
    sum_sixteen(weights + j, features, count, mask, columns, sums + j, sums + j + 16);
  else
    sum_sixteen(weights + j, features, count, mask, columns, sums + j, 0);
}

CLONES void quipu_score_checked_rows(const int8_t *weights, const uint32_t *features, long count, uint32_t mask,
                                     int32_t *sums) {
  int16_t lanes[16] = {0};
  for (long i = 0; i < count; i++) {
    const int8_t *row = weights + (long)(features[i] & mask) * 16;
    const int16_t keep = row[15] == (int8_t)(features[i] >> 24) ? -1 : 0;
    for (long k = 0; k < 16; k++) lanes[k] = (int16_t)(lanes[k] + (row[k] & keep));
  }
  for (long k = 0; k < 16; k++) sums[k] = lanes[k];
}
