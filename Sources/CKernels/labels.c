#include "CKernels.h"
#include "clones.h"

#define INLINE static inline __attribute__((always_inline))

// The best way to each label from the labels before it; of equal ones that from the lower label.
INLINE void step(const int32_t *restrict before, const int32_t *transitions, long labels, const int32_t *emission,
                 int32_t *restrict after, uint8_t *restrict back) {
  int32_t best[16], from[16];
  for (long k = 0; k < 16; k++) {
    best[k] = before[0] + transitions[k];
    from[k] = 0;
  }
  for (int32_t label = 1; label < labels; label++)
    for (long k = 0; k < 16; k++) {
      const int32_t other = before[label] + transitions[label * 16 + k];
      from[k] = other > best[k] ? label : from[k];
      best[k] = other > best[k] ? other : best[k];
    }
  for (long k = 0; k < 16; k++) {
    after[k] = best[k] + emission[k];
    back[k] = (uint8_t)from[k];
  }
}

CLONES void quipu_best_labels(const int32_t *emissions, long tokens, const int32_t *transitions, long labels,
                              int32_t low, uint8_t *back, int32_t *best) {
  int32_t next[16];
  for (long k = 0; k < 16; k++) best[k] = transitions[k] + emissions[k];
  for (long i = 1; i < tokens; i++) {
    step(best, transitions, labels, emissions + i * 16, next, back + i * 16);
    int32_t most = 0;
    // Sentences have no limit: keep the best at zero.
    if ((i & 1023) == 1023) {
      most = next[0];
      for (long k = 1; k < 16; k++) most = next[k] > most ? next[k] : most;
    }
    for (long k = 0; k < 16; k++) {
      const int32_t rest = next[k] - most;
      best[k] = rest < low ? low : rest;
    }
  }
}
