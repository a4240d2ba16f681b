#include "ByteKernels.h"

#define JOIN_(first, second) first##_##second
#define JOIN(first, second) JOIN_(first, second)
#define NAME(name) JOIN(name, KIND)
#define PART JOIN(part, KIND)
#define CHUNK JOIN(CHUNK, KIND)
#define STOP_BITS JOIN(STOP_BITS, KIND)
#define LOAD JOIN(load, KIND)
#define STOPS JOIN(stops, KIND)
#define MARKS JOIN(marks, KIND)
#define CONTROLS JOIN(controls, KIND)
#define FEEDS JOIN(feeds, KIND)

#if defined(__x86_64__)

#include <immintrin.h>

#include "Part_sse2.h"
#define KIND sse2
#define CHUNK_PAIRS 1
#include "Body.h"
#undef KIND

#pragma clang attribute push(__attribute__((target("avx2,bmi,popcnt"))), apply_to = function)
#include "Part_avx2.h"
#define KIND avx2
#include "Body.h"
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
#define CHUNK_PAIRS 0
#include "Body.h"
#undef KIND
#define CALL(name, ...) name##_neon(__VA_ARGS__)

#else

#include "Part_plain.h"
#define KIND plain
#define CHUNK_PAIRS 0
#include "Body.h"
#undef KIND
#define CALL(name, ...) name##_plain(__VA_ARGS__)

#endif

size_t kernel_end_of_container(const uint8_t *bytes, size_t from, size_t end) {
    return CALL(end_of_container, bytes, from, end);
}

size_t kernel_end_of_text(const uint8_t *bytes, size_t from, size_t end, uint32_t *found) {
    return CALL(end_of_text, bytes, from, end, found);
}

size_t kernel_end_of_plain_text(const uint8_t *bytes, size_t from, size_t end) {
    return CALL(end_of_plain_text, bytes, from, end);
}

size_t kernel_line_feeds(const uint8_t *bytes, size_t from, size_t end) {
    return CALL(line_feeds, bytes, from, end);
}
