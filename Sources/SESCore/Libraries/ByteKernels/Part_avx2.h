// 32 bytes in a register of AVX2.

typedef __m256i part_avx2;

#define CHUNK_avx2 32
#define STOP_BITS_avx2 1

static inline part_avx2 load_avx2(const uint8_t *bytes) {
    return _mm256_loadu_si256((const __m256i *)(const void *)bytes);
}

static inline uint64_t bits_avx2(__m256i part) { return (uint32_t)_mm256_movemask_epi8(part); }

static inline __m256i equals_avx2(part_avx2 part, char byte) {
    return _mm256_cmpeq_epi8(part, _mm256_set1_epi8(byte));
}

static inline uint64_t feeds_avx2(part_avx2 part) { return bits_avx2(equals_avx2(part, '\n')); }

static inline uint64_t stops_avx2(part_avx2 part) {
    __m256i quotes = _mm256_or_si256(equals_avx2(part, '"'), equals_avx2(part, '\\'));
    return bits_avx2(_mm256_or_si256(quotes, equals_avx2(part, '\n')));
}

/// As signed numbers, what is not ASCII lies below zero.
static inline uint64_t marks_avx2(part_avx2 part) {
    return bits_avx2(_mm256_cmpgt_epi8(_mm256_set1_epi8(0x20), part));
}

static inline uint64_t controls_avx2(part_avx2 part) {
    return marks_avx2(part) & ~bits_avx2(part);
}

static inline part_avx2 all_avx2(uint8_t byte) { return _mm256_set1_epi8((char)byte); }

/// The bytes that are `byte` once the bits of `cases` are set in them.
static inline uint64_t alike_avx2(part_avx2 part, part_avx2 cases, part_avx2 byte) {
    return bits_avx2(_mm256_cmpeq_epi8(_mm256_or_si256(part, cases), byte));
}

static inline uint64_t unusual_avx2(part_avx2 part) {
    return marks_avx2(part) | bits_avx2(equals_avx2(part, 0x7F));
}
