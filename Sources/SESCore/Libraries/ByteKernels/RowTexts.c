#include "ByteKernels.h"

#define JOIN_(first, second) first##_##second
#define JOIN(first, second) JOIN_(first, second)
#define NAME(name) JOIN(name, KIND)
#define PART JOIN(part, KIND)
#define CHUNK JOIN(CHUNK, KIND)
#define STOP_BITS JOIN(STOP_BITS, KIND)
#define LOAD JOIN(load, KIND)
#define ALL JOIN(all, KIND)
#define ALIKE JOIN(alike, KIND)
#define UNUSUAL JOIN(unusual, KIND)

#if defined(__x86_64__)

#include <immintrin.h>

#include "Part_sse2.h"
#define KIND sse2
#include "RowTexts.h"
#undef KIND

#pragma clang attribute push(__attribute__((target("avx2,bmi,popcnt"))), apply_to = function)
#include "Part_avx2.h"
#define KIND avx2
#include "RowTexts.h"
#undef KIND
#pragma clang attribute pop

static bool has_avx2;

__attribute__((constructor)) static void look_at_the_machine(void) {
    __builtin_cpu_init();
    has_avx2 = __builtin_cpu_supports("avx2") && __builtin_cpu_supports("bmi")
        && __builtin_cpu_supports("popcnt");
}

#define CALL(name, ...) (has_avx2 ? name##_avx2(__VA_ARGS__) : name##_sse2(__VA_ARGS__))

#elif defined(__aarch64__)

#include <arm_neon.h>

#include "Part_neon.h"
#define KIND neon
#include "RowTexts.h"
#undef KIND
#define CALL(name, ...) name##_neon(__VA_ARGS__)

#else

#include "Part_plain.h"
#define KIND plain
#include "RowTexts.h"
#undef KIND
#define CALL(name, ...) name##_plain(__VA_ARGS__)

#endif

size_t kernel_rows_holding(
    KernelTexts texts, KernelNeedle needle, unsigned parts, size_t row, size_t end_row,
    uint64_t *found, size_t first
) {
    return CALL(rows_holding, texts, needle, parts, row, end_row, found, first);
}

void kernel_rows_unusual(KernelTexts texts, size_t row, size_t end_row, uint64_t *found) {
    CALL(rows_unusual, texts, row, end_row, found);
}
