// Arithmetic kernels of the language models: everything that is worth compiling for more than one generation of
// processors. Results are the same bit for bit whatever the processor: integer sums are exact, and floating-point sums
// are made element by element in the order of their index, without fused operations.
#ifndef QUIPU_CKERNELS_H
#define QUIPU_CKERNELS_H

#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

// Floating point: training.

// c[i, j] = sum over t of a[i * aRow + t * aColumn] * b[t * bRow + j], with t ascending; begins at the old value of c
// if `accumulates`. `columns` is a multiple of 16. Rows of c are `cRow` apart.
void quipu_multiply(const float *a, long aRow, long aColumn, const float *b, long bRow, float *c, long cRow, long rows,
                    long columns, long depth, int accumulates);

// The transpose of a matrix of `rows` x `columns`, both without gaps.
void quipu_transpose(const float *from, float *to, long rows, long columns);

// out[j] = sum over i of table[rows[i], j], with i ascending.
void quipu_sum_rows(const float *table, const uint32_t *rows, long count, long width, float *out);

// to[i] += from[i]
void quipu_add(const float *from, float *to, long count);

// to[i] *= by[i]
void quipu_scale_by(const float *by, float *to, long count);

// Bounded parabola in tanh's place: x (1 - |x| / 4) between -2 and 2, -1 and 1 beyond.
void quipu_squash(const float *from, float *to, long count);

// gradient[i] *= derivative of the above at from[i]
void quipu_squash_gradient(const float *from, float *gradient, long count);

// Simple recurrent unit in one direction over the tokens of a sentence. Per token, `u` holds three rows of `width`
// (candidate, forget gate, reset gate) at steps of `uStep`; x, c and h stand at steps of `step`. `step`s are negative
// from right to left. `v` holds the weights of the state in both gates (2 x width). x may be NULL: no highway.
void quipu_recur(const float *u, long uStep, const float *v, const float *x, float *c, float *h, long step, long width,
                 long count);

// Gradients of the same: from dh to du, dv (added to), dx (added to). `carry` is scratch of `width`.
void quipu_recur_gradient(const float *u, long uStep, const float *v, const float *x, const float *c, long step,
                          const float *dh, float *du, float *dv, float *dx, float *carry, long width, long count);

// One step of Adam (Kingma and Ba 2015). `rate` holds the correction of the first moment, `correction` that of the
// second: its inverse square root. Weights stay between -limit and limit.
void quipu_adam(float *weights, const float *gradient, float *first, float *second, long count, float rate,
                float correction, float limit);

// Integers: inference.

// Implementations of `quipu_dot` and `quipu_arc_scores`, from plain C to the latest generation; results are the same.
enum { QUIPU_PLAIN, QUIPU_AVX2, QUIPU_AVXVNNI, QUIPU_AVX512, QUIPU_VARIANTS };

// Whether this processor can run an implementation.
int quipu_can_run(int variant);

// y[i, j] = sum over t of x[i, t] * w[j, t]. `depth` is a multiple of 4, `outputs` of 16. Weights are packed: for each
// sixteen outputs and each four inputs 64 bytes, output by output. `variant` chooses an implementation; -1, and
// one that the processor cannot run, mean the best that it can.
void quipu_dot(const uint8_t *x, long xRow, const int8_t *w, int32_t *y, long yRow, long rows, long outputs, long depth,
               int variant);

// to[i, j] = ((from[i, j] + offset[j]) >> 4) * factor[j] >> shift, the last shift rounded, cut to 16 bits.
void quipu_rescale(const int32_t *from, const int32_t *offset, const int16_t *factor, int shift, int16_t *to, long rows,
                   long columns);

// `quipu_sum_rows` for embeddings of 8 bits: the sums are of 1/64, are squashed, and written as 128 + 127 * x.
void quipu_embed(const int8_t *table, const uint32_t *rows, long count, long width, uint8_t *out);

// `quipu_recur` in whole numbers, of a width that is a multiple of 16: u and v in units of 2^-12, states of 2^-14 in `carry` (scratch of `width`), x and h as
// 128 + 127 * value.
void quipu_recur_integer(const int16_t *u, long uStep, const int16_t *v, const uint8_t *x, uint8_t *h, long step,
                         int16_t *carry, long width, long count);

// scores[i * keyCount + j] = sum over t of dependents[i * row + t] * keys[j * row + t]. `depth` is even; `packed` is
// scratch for `keyCount` rows of `depth`, rounded up to sixteen rows. `variant` as in `quipu_dot`.
void quipu_arc_scores(const int16_t *dependents, long count, const int16_t *keys, long keyCount, long row, long depth,
                      int16_t *packed, int32_t *scores, int variant);

// sums[j] = sum over i of weights[(features[i] & mask) * columns + j] for j < columns; `sums` has room for columns
// rounded up to sixteen, as have the weights behind their last row. At most 256 features.
void quipu_score_rows(const int8_t *weights, const uint32_t *features, long count, uint32_t mask, long columns,
                      int32_t *sums);

// The same for rows of sixteen whose last number is the high byte of the one feature that they are for: others add
// nothing. The last sum is of no use.
void quipu_score_checked_rows(const int8_t *weights, const uint32_t *features, long count, uint32_t mask,
                              int32_t *sums);

// Asks for the rows that features choose, of `bytes` each, while other work goes on: tables are larger than caches, and
// waiting for them is most of what a sum costs.
static inline void quipu_prefetch_rows(const void *weights, const uint32_t *features, long count, uint32_t mask,
                                       long bytes) {
  for (long i = 0; i < count; i++)
    for (long j = 0; j < bytes; j += 64)
      __builtin_prefetch((const char *)weights + (long)(features[i] & mask) * bytes + j);
}

// The forward half of Viterbi's algorithm over up to sixteen labels, the sentence beginning behind label 0: `best` gets
// the best sum for each label of the last token, `back[i * 16 + label]` the label before `label` on the best way there
// (none at i = 0). transitions[before * 16 + after]; no sum is below `low`. Sums are all less by the same now and then.
void quipu_best_labels(const int32_t *emissions, long tokens, const int32_t *transitions, long labels, int32_t low,
                       uint8_t *back, int32_t *best);

// scores[j] += row[classes[j]] * 256
void quipu_add_distances(int32_t *scores, const int16_t *row, const uint8_t *classes, long count);

// The index of the first of the largest of values[i] + offsets[i], or of the values alone where `offsets` is NULL.
// `count` is from 1 to 2^16.
long quipu_first_largest(const int32_t *values, const int32_t *offsets, long count);

// Values stay between low and high.
void quipu_clamp(int16_t *values, int16_t low, int16_t high, long count);

// out[i] = (a[i] + b[i] + c[i]) / 8, not below 0 nor above 255.
void quipu_combine(const int16_t *a, const int16_t *b, const int16_t *c, uint8_t *out, long count);

#ifdef __cplusplus
}
#endif
#endif
