#include "ByteKernels.h"

#include "Case.h"

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

/// The brackets that are open at a place: for each whether it is a brace, the outermost lowest, and the last
/// byte before that place that is no white space.
struct open_brackets {
    uint64_t kinds;
    unsigned depth;
    uint8_t before;
};

/// Where the blanks end that stand at `at`, if any do; not all where the bytes end soon.
static inline size_t past_blanks(const uint8_t *bytes, size_t at, size_t end) {
    for (; end - at >= 8; at += 8) {
        uint64_t others = kernel_word(bytes + at) ^ 0x2020202020202020;
        if (others) return at + (size_t)__builtin_ctzll(others) / 8;
    }
    return at;
}

/// Copies the bytes of a text without the backslashes before quotes, backslashes and slashes, one after the
/// other, up to a control character or another escape; where that is, or `end`.
static size_t unescape_each(
    const uint8_t *bytes, size_t from, size_t end, uint8_t *out, size_t *written
) {
    size_t at = from;
    for (; at < end && bytes[at] >= 0x20; at++) {
        if (bytes[at] == '\\') {
            if (end - at < 2) break;
            uint8_t escaped = bytes[at + 1];
            if (escaped != '"' && escaped != '\\' && escaped != '/') break;
            at++;
        }
        out[(*written)++] = bytes[at];
    }
    return at;
}

#if defined(__x86_64__)

#include <immintrin.h>

#include "Part_sse2.h"
#define KIND sse2
#define CHUNK_PAIRS 1
#define HAS_OWN_HEADERS 0
#define HAS_OWN_TEXTS 0
#include "Body.h"
#undef KIND

#pragma clang attribute push(__attribute__((target("avx2,bmi,popcnt"))), apply_to = function)
#include "Part_avx2.h"
#define KIND avx2
#include "Body.h"
#undef KIND
#pragma clang attribute pop

#undef CHUNK_PAIRS
#define CHUNK_PAIRS 0
#undef HAS_OWN_HEADERS
#undef HAS_OWN_TEXTS
#define HAS_OWN_HEADERS 1
#define HAS_OWN_TEXTS 1
#define AVX512 "avx512bw,avx512vl,avx512vbmi,avx512vbmi2,bmi,bmi2,pclmul,popcnt"
#pragma clang attribute push(__attribute__((target(AVX512))), apply_to = function)
#include "Part_avx512.h"
#define KIND avx512
#include "Body.h"
#include "Case_avx512.h"
#include "Escapes_avx512.h"
#include "Headers_avx512.h"
#include "Texts_avx512.h"
#undef KIND
#pragma clang attribute pop

static enum kernel_kind kind = KERNEL_SSE2;

static bool has(enum kernel_kind asked) {
    __builtin_cpu_init();
    switch (asked) {
    case KERNEL_AVX512:
        return __builtin_cpu_supports("avx512bw") && __builtin_cpu_supports("avx512vl")
            && __builtin_cpu_supports("avx512vbmi") && __builtin_cpu_supports("avx512vbmi2")
            && __builtin_cpu_supports("bmi2") && __builtin_cpu_supports("pclmul")
            && has(KERNEL_AVX2);
    case KERNEL_AVX2:
        return __builtin_cpu_supports("avx2") && __builtin_cpu_supports("bmi")
            && __builtin_cpu_supports("popcnt");
    default: return asked == KERNEL_SSE2;
    }
}

__attribute__((constructor)) static void look_at_the_machine(void) {
    if (!kernel_choose(KERNEL_AVX512)) kernel_choose(KERNEL_AVX2);
}

bool kernel_choose(enum kernel_kind asked) {
    if (!has(asked)) return false;
    __atomic_store_n(&kind, asked, __ATOMIC_RELAXED);
    return true;
}

#define CHOSEN __atomic_load_n(&kind, __ATOMIC_RELAXED)
#define CALL(name, ...) \
    (CHOSEN == KERNEL_AVX512     ? name##_avx512(__VA_ARGS__) \
         : CHOSEN == KERNEL_AVX2 ? name##_avx2(__VA_ARGS__) \
                                 : name##_sse2(__VA_ARGS__))

#elif defined(__aarch64__)

#include <arm_neon.h>

#include "Part_neon.h"
#define KIND neon
#define CHUNK_PAIRS 0
#define HAS_OWN_HEADERS 0
#define HAS_OWN_TEXTS 0
#include "Body.h"
#undef KIND
#define CALL(name, ...) name##_neon(__VA_ARGS__)

bool kernel_choose(enum kernel_kind asked) { return asked == KERNEL_NEON; }

#else

#include "Part_plain.h"
#define KIND plain
#define CHUNK_PAIRS 0
#define HAS_OWN_HEADERS 0
#define HAS_OWN_TEXTS 0
#include "Body.h"
#undef KIND
#define CALL(name, ...) name##_plain(__VA_ARGS__)

bool kernel_choose(enum kernel_kind asked) { return asked == KERNEL_PLAIN; }

#endif

size_t kernel_end_of_container(const uint8_t *bytes, size_t from, size_t end, size_t *feeds) {
    *feeds = 0;
    return CALL(end_of_any, bytes, from, end, feeds);
}

size_t kernel_end_of_text(const uint8_t *bytes, size_t from, size_t end, uint32_t *found) {
    return CALL(end_of_text, bytes, from, end, found);
}

size_t kernel_unescape(
    const uint8_t *bytes, size_t from, size_t end, uint8_t *out, size_t *written
) {
    return CALL(unescape, bytes, from, end, out, written);
}

bool kernel_keeps_case(const uint8_t *bytes, size_t from, size_t end) {
    return CALL(keeps_case, bytes, from, end);
}

size_t kernel_end_of_plain_text(const uint8_t *bytes, size_t from, size_t end) {
    return CALL(end_of_plain_text, bytes, from, end);
}

size_t kernel_line_feeds(const uint8_t *bytes, size_t from, size_t end) {
    return CALL(line_feeds, bytes, from, end);
}
