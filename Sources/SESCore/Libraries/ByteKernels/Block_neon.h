// Blocks of 64 bytes in four registers of NEON, which every 64-bit ARM has.

typedef struct { uint8x16_t part[4]; } block_neon;

static inline block_neon load_neon(const uint8_t *bytes) {
    block_neon block;
    for (int i = 0; i < 4; i++) block.part[i] = vld1q_u8(bytes + 16 * i);
    return block;
}

/// A bit for each byte, which is all ones or all zeros.
static inline uint64_t bits_neon(block_neon block) {
    const uint8x16_t weights = {1, 2, 4, 8, 16, 32, 64, 128, 1, 2, 4, 8, 16, 32, 64, 128};
    uint8x16_t low = vpaddq_u8(
        vandq_u8(block.part[0], weights), vandq_u8(block.part[1], weights));
    uint8x16_t high = vpaddq_u8(
        vandq_u8(block.part[2], weights), vandq_u8(block.part[3], weights));
    uint8x16_t sums = vpaddq_u8(low, high);
    return vgetq_lane_u64(vreinterpretq_u64_u8(vpaddq_u8(sums, sums)), 0);
}

static inline uint64_t equals_neon(block_neon block, char byte) {
    for (int i = 0; i < 4; i++) block.part[i] = vceqq_u8(block.part[i], vdupq_n_u8((uint8_t)byte));
    return bits_neon(block);
}

static inline block_neon set_bit_5_neon(block_neon block) {
    for (int i = 0; i < 4; i++) block.part[i] = vorrq_u8(block.part[i], vdupq_n_u8(0x20));
    return block;
}

static inline uint64_t below_space_neon(block_neon block) {
    for (int i = 0; i < 4; i++) block.part[i] = vcltq_u8(block.part[i], vdupq_n_u8(0x20));
    return bits_neon(block);
}

static inline uint64_t non_ascii_neon(block_neon block) {
    for (int i = 0; i < 4; i++) block.part[i] = vcgeq_u8(block.part[i], vdupq_n_u8(0x80));
    return bits_neon(block);
}
