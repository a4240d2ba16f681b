// Blocks of 64 bytes in two registers of AVX2.

typedef struct { __m256i low, high; } block_avx2;

static inline block_avx2 load_avx2(const uint8_t *bytes) {
    return (block_avx2){
        _mm256_loadu_si256((const __m256i *)(const void *)bytes),
        _mm256_loadu_si256((const __m256i *)(const void *)(bytes + 32)),
    };
}

static inline uint64_t bits_avx2(__m256i low, __m256i high) {
    return (uint32_t)_mm256_movemask_epi8(low) | (uint64_t)(uint32_t)_mm256_movemask_epi8(high) << 32;
}

static inline uint64_t equals_avx2(block_avx2 block, char byte) {
    __m256i wanted = _mm256_set1_epi8(byte);
    return bits_avx2(
        _mm256_cmpeq_epi8(block.low, wanted), _mm256_cmpeq_epi8(block.high, wanted));
}

static inline block_avx2 set_bit_5_avx2(block_avx2 block) {
    __m256i bit = _mm256_set1_epi8(0x20);
    return (block_avx2){_mm256_or_si256(block.low, bit), _mm256_or_si256(block.high, bit)};
}

static inline uint64_t below_space_avx2(block_avx2 block) {
    __m256i most = _mm256_set1_epi8(0x1F);
    return bits_avx2(
        _mm256_cmpeq_epi8(_mm256_min_epu8(block.low, most), block.low),
        _mm256_cmpeq_epi8(_mm256_min_epu8(block.high, most), block.high));
}

static inline uint64_t non_ascii_avx2(block_avx2 block) { return bits_avx2(block.low, block.high); }
