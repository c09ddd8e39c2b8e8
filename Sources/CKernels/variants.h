// Which of the implementations that are written by hand for a generation of x86-64 the processor can run.
#include "CKernels.h"

// `variant` where the processor can run it, otherwise the best that it can run.
int quipu_chosen_variant(int variant);
