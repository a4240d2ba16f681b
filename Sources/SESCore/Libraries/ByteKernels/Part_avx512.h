// 64 bytes in a register of AVX-512, of which the masks are numbers of 64 bits.

typedef __m512i part_avx512;

#define CHUNK_avx512 64
#define STOP_BITS_avx512 1

static inline part_avx512 load_avx512(const uint8_t *bytes) { return _mm512_loadu_si512(bytes); }

static inline uint64_t equals_avx512(part_avx512 part, char byte) {
    return _mm512_cmpeq_epi8_mask(part, _mm512_set1_epi8(byte));
}

static inline uint64_t feeds_avx512(part_avx512 part) { return equals_avx512(part, '\n'); }

static inline uint64_t stops_avx512(part_avx512 part) {
    return equals_avx512(part, '"') | equals_avx512(part, '\\') | equals_avx512(part, '\n');
}

static inline uint64_t controls_avx512(part_avx512 part) {
    return _mm512_cmplt_epu8_mask(part, _mm512_set1_epi8(0x20));
}

/// As signed numbers, what is not ASCII lies below zero.
static inline uint64_t marks_avx512(part_avx512 part) {
    return _mm512_cmplt_epi8_mask(part, _mm512_set1_epi8(0x20));
}
