// 16 bytes in a register of SSE2, which every x86-64 has.

typedef __m128i part_sse2;

#define CHUNK_sse2 16
#define STOP_BITS_sse2 1

static inline part_sse2 load_sse2(const uint8_t *bytes) {
    return _mm_loadu_si128((const __m128i *)(const void *)bytes);
}

static inline uint64_t bits_sse2(__m128i part) { return (uint32_t)_mm_movemask_epi8(part); }

static inline __m128i equals_sse2(part_sse2 part, char byte) {
    return _mm_cmpeq_epi8(part, _mm_set1_epi8(byte));
}

static inline uint64_t feeds_sse2(part_sse2 part) { return bits_sse2(equals_sse2(part, '\n')); }

static inline uint64_t stops_sse2(part_sse2 part) {
    __m128i quotes = _mm_or_si128(equals_sse2(part, '"'), equals_sse2(part, '\\'));
    return bits_sse2(_mm_or_si128(quotes, equals_sse2(part, '\n')));
}

/// As signed numbers, what is not ASCII lies below zero.
static inline uint64_t marks_sse2(part_sse2 part) {
    return bits_sse2(_mm_cmpgt_epi8(_mm_set1_epi8(0x20), part));
}

static inline uint64_t controls_sse2(part_sse2 part) {
    return marks_sse2(part) & ~bits_sse2(part);
}

static inline part_sse2 all_sse2(uint8_t byte) { return _mm_set1_epi8((char)byte); }

/// The bytes that are `byte` once the bits of `cases` are set in them.
static inline uint64_t alike_sse2(part_sse2 part, part_sse2 cases, part_sse2 byte) {
    return bits_sse2(_mm_cmpeq_epi8(_mm_or_si128(part, cases), byte));
}

static inline uint64_t unusual_sse2(part_sse2 part) {
    return marks_sse2(part) | bits_sse2(equals_sse2(part, 0x7F));
}
