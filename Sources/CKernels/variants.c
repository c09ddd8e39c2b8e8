#include "variants.h"

int quipu_can_run(int variant) {
  if (variant == QUIPU_PLAIN) return 1;
#if defined(__x86_64__)
  __builtin_cpu_init();
  switch (variant) {
  case QUIPU_AVX2: return __builtin_cpu_supports("avx2") != 0;
  case QUIPU_AVXVNNI: return __builtin_cpu_supports("avx2") && __builtin_cpu_supports("avxvnni");
  case QUIPU_AVX512:
    return __builtin_cpu_supports("avx512bw") && __builtin_cpu_supports("avx512vl") &&
           __builtin_cpu_supports("avx512vnni");
  default: return 0;
  }
#else
  return 0;
#endif
}

int quipu_chosen_variant(int variant) {
  if (variant >= 0 && variant < QUIPU_VARIANTS && quipu_can_run(variant)) return variant;
  int best = QUIPU_VARIANTS - 1;
  while (!quipu_can_run(best)) best--;
  return best;
}
