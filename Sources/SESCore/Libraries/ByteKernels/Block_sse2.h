// Blocks of 64 bytes in four registers of SSE2, which every x86-64 has.

typedef struct { __m128i part[4]; } block_sse2;

static inline block_sse2 load_sse2(const uint8_t *bytes) {
    block_sse2 block;
    for (int i = 0; i < 4; i++)
        block.part[i] = _mm_loadu_si128((const __m128i *)(const void *)(bytes + 16 * i));
    return block;
}

static inline uint64_t bits_sse2(block_sse2 block) {
    uint64_t bits = 0;
    for (int i = 0; i < 4; i++)
        bits |= (uint64_t)(uint32_t)_mm_movemask_epi8(block.part[i]) << (16 * i);
    return bits;
}

static inline uint64_t equals_sse2(block_sse2 block, char byte) {
    for (int i = 0; i < 4; i++)
        block.part[i] = _mm_cmpeq_epi8(block.part[i], _mm_set1_epi8(byte));
    return bits_sse2(block);
}

static inline block_sse2 set_bit_5_sse2(block_sse2 block) {
    for (int i = 0; i < 4; i++) block.part[i] = _mm_or_si128(block.part[i], _mm_set1_epi8(0x20));
    return block;
}

static inline uint64_t below_space_sse2(block_sse2 block) {
    for (int i = 0; i < 4; i++)
        block.part[i] = _mm_cmpeq_epi8(
            _mm_min_epu8(block.part[i], _mm_set1_epi8(0x1F)), block.part[i]);
    return bits_sse2(block);
}

static inline uint64_t non_ascii_sse2(block_sse2 block) { return bits_sse2(block); }
