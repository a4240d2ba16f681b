// Blocks of 64 bytes for machines without vector code of ours.

typedef struct { uint8_t bytes[64]; } block_plain;

static inline block_plain load_plain(const uint8_t *bytes) {
    block_plain block;
    __builtin_memcpy(block.bytes, bytes, 64);
    return block;
}

static inline uint64_t equals_plain(block_plain block, char byte) {
    uint64_t bits = 0;
    for (int i = 0; i < 64; i++) bits |= (uint64_t)(block.bytes[i] == (uint8_t)byte) << i;
    return bits;
}

static inline block_plain set_bit_5_plain(block_plain block) {
    for (int i = 0; i < 64; i++) block.bytes[i] |= 0x20;
    return block;
}

static inline uint64_t below_space_plain(block_plain block) {
    uint64_t bits = 0;
    for (int i = 0; i < 64; i++) bits |= (uint64_t)(block.bytes[i] < 0x20) << i;
    return bits;
}

static inline uint64_t non_ascii_plain(block_plain block) {
    uint64_t bits = 0;
    for (int i = 0; i < 64; i++) bits |= (uint64_t)(block.bytes[i] >= 0x80) << i;
    return bits;
}
