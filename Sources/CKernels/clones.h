// Functions that are compiled for several generations of x86-64; the loader takes the best that the processor has.
#include <stdint.h>

// The loader of glibc can do that, musl's cannot.
#if defined(__x86_64__) && defined(__GLIBC__)
#define CLONES __attribute__((target_clones("arch=x86-64-v4", "arch=x86-64-v3", "default")))
#else
#define CLONES
#endif
