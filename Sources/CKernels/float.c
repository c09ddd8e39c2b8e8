#include "CKernels.h"
#include "clones.h"
#include <math.h>

#pragma STDC FP_CONTRACT OFF

typedef float Lanes __attribute__((vector_size(32), aligned(4)));

#define INLINE static inline __attribute__((always_inline))

// A tile of `height` rows and 16 columns, whose sums stay in registers.
INLINE void tile(const int height, const float *a, long aRow, long aColumn, const float *b, long bRow, float *c,
                 long cRow, long depth, int accumulates) {
  Lanes sums[6][2];
#pragma clang loop unroll(full)
  for (int r = 0; r < height; r++) {
    if (accumulates) {
      sums[r][0] = *(const Lanes *)(c + r * cRow);
      sums[r][1] = *(const Lanes *)(c + r * cRow + 8);
    } else {
      sums[r][0] = sums[r][1] = (Lanes){0};
    }
  }
  for (long t = 0; t < depth; t++) {
    const Lanes low = *(const Lanes *)(b + t * bRow), high = *(const Lanes *)(b + t * bRow + 8);
#pragma clang loop unroll(full)
    for (int r = 0; r < height; r++) {
      const float one = a[r * aRow + t * aColumn];
      const Lanes all = {one, one, one, one, one, one, one, one};
      sums[r][0] = sums[r][0] + all * low;
      sums[r][1] = sums[r][1] + all * high;
    }
  }
#pragma clang loop unroll(full)
  for (int r = 0; r < height; r++) {
    *(Lanes *)(c + r * cRow) = sums[r][0];
    *(Lanes *)(c + r * cRow + 8) = sums[r][1];
  }
}

CLONES void quipu_multiply(const float *a, long aRow, long aColumn, const float *b, long bRow, float *c, long cRow,
                           long rows, long columns, long depth, int accumulates) {
  for (long j = 0; j < columns; j += 16) {
    long i = 0;
    for (; i + 6 <= rows; i += 6)
      tile(6, a + i * aRow, aRow, aColumn, b + j, bRow, c + i * cRow + j, cRow, depth, accumulates);
    for (; i < rows; i++)
      tile(1, a + i * aRow, aRow, aColumn, b + j, bRow, c + i * cRow + j, cRow, depth, accumulates);
  }
}

CLONES void quipu_transpose(const float *from, float *to, long rows, long columns) {
  for (long i = 0; i < rows; i += 16)
    for (long j = 0; j < columns; j++)
      for (long k = i; k < i + 16 && k < rows; k++) to[j * rows + k] = from[k * columns + j];
}

CLONES void quipu_sum_rows(const float *table, const uint32_t *rows, long count, long width, float *restrict out) {
  for (long j = 0; j < width; j++) out[j] = 0;
  for (long i = 0; i < count; i++) {
    const float *row = table + (long)rows[i] * width;
    for (long j = 0; j < width; j++) out[j] += row[j];
  }
}

CLONES void quipu_add(const float *from, float *restrict to, long count) {
  for (long i = 0; i < count; i++) to[i] += from[i];
}

CLONES void quipu_scale_by(const float *by, float *restrict to, long count) {
  for (long i = 0; i < count; i++) to[i] *= by[i];
}

INLINE float squash(float x) {
  x = x < -2.0f ? -2.0f : x;
  x = x > 2.0f ? 2.0f : x;
  return x * (1.0f - 0.25f * fabsf(x));
}

INLINE float squash_slope(float x) {
  const float slope = 1.0f - 0.5f * fabsf(x);
  return slope < 0.0f ? 0.0f : slope;
}

// The sigmoid that goes with it.
INLINE float gate(float x) { return 0.5f + 0.5f * squash(0.5f * x); }
INLINE float gate_slope(float x) { return 0.25f * squash_slope(0.5f * x); }

CLONES void quipu_squash(const float *from, float *restrict to, long count) {
  for (long i = 0; i < count; i++) to[i] = squash(from[i]);
}

CLONES void quipu_squash_gradient(const float *from, float *restrict gradient, long count) {
  for (long i = 0; i < count; i++) gradient[i] *= squash_slope(from[i]);
}

CLONES void quipu_recur(const float *u, long uStep, const float *v, const float *x, float *restrict c,
                        float *restrict h, long step, long width, long count) {
  for (long t = 0; t < count; t++) {
    const float *now = u + t * uStep;
    float *state = c + t * step, *out = h + t * step;
    const float *in = x ? x + t * step : 0;
    for (long j = 0; j < width; j++) {
      const float before = t ? state[j - step] : 0.0f;
      const float forget = gate(now[width + j] + v[j] * before);
      const float reset = gate(now[2 * width + j] + v[width + j] * before);
      const float candidate = squash(now[j]);
      const float after = candidate + forget * (before - candidate);
      const float pass = in ? in[j] : 0.0f;
      state[j] = after;
      out[j] = pass + reset * (after - pass);
    }
  }
}

CLONES void quipu_recur_gradient(const float *u, long uStep, const float *v, const float *x, const float *c, long step,
                                 const float *dh, float *restrict du, float *restrict dv, float *restrict dx,
                                 float *restrict carry, long width, long count) {
  for (long j = 0; j < width; j++) carry[j] = 0.0f;
  for (long t = count - 1; t >= 0; t--) {
    const float *now = u + t * uStep, *state = c + t * step, *in = x ? x + t * step : 0, *out = dh + t * step;
    float *back = du + t * uStep, *passed = x ? dx + t * step : 0;
    for (long j = 0; j < width; j++) {
      const float before = t ? state[j - step] : 0.0f;
      const float forgetIn = now[width + j] + v[j] * before, resetIn = now[2 * width + j] + v[width + j] * before;
      const float forget = gate(forgetIn), reset = gate(resetIn), candidate = squash(now[j]);
      const float pass = in ? in[j] : 0.0f;
      const float dReset = out[j] * (state[j] - pass) * gate_slope(resetIn);
      const float dState = carry[j] + out[j] * reset;
      const float dForget = dState * (before - candidate) * gate_slope(forgetIn);
      back[j] = dState * (1.0f - forget) * squash_slope(now[j]);
      back[width + j] = dForget;
      back[2 * width + j] = dReset;
      dv[j] += dForget * before;
      dv[width + j] += dReset * before;
      carry[j] = dState * forget + dForget * v[j] + dReset * v[width + j];
      if (passed) passed[j] += out[j] * (1.0f - reset);
    }
  }
}

CLONES void quipu_adam(float *restrict weights, const float *gradient, float *restrict first, float *restrict second,
                       long count, float rate, float correction, float limit) {
  for (long i = 0; i < count; i++) {
    first[i] = 0.9f * first[i] + 0.1f * gradient[i];
    second[i] = 0.98f * second[i] + 0.02f * (gradient[i] * gradient[i]);
    float weight = weights[i] - rate * first[i] / (__builtin_elementwise_sqrt(second[i]) * correction + 1e-8f);
    weight = weight > limit ? limit : weight;
    weights[i] = weight < -limit ? -limit : weight;
  }
}
