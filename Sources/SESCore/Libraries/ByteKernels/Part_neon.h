// 16 bytes in a register of NEON, which every 64-bit ARM has. It has no way to take one bit of each
// byte; four bits of each are taken at once.

typedef uint8x16_t part_neon;

#define CHUNK_neon 16
#define STOP_BITS_neon 4

static inline part_neon load_neon(const uint8_t *bytes) { return vld1q_u8(bytes); }

static inline uint64_t bits_neon(uint8x16_t part) {
    uint8x8_t halves = vshrn_n_u16(vreinterpretq_u16_u8(part), 4);
    return vget_lane_u64(vreinterpret_u64_u8(halves), 0);
}

static inline uint8x16_t equals_neon(part_neon part, char byte) {
    return vceqq_u8(part, vdupq_n_u8((uint8_t)byte));
}

static inline uint64_t feeds_neon(part_neon part) { return bits_neon(equals_neon(part, '\n')); }

static inline uint64_t stops_neon(part_neon part) {
    uint8x16_t quotes = vorrq_u8(equals_neon(part, '"'), equals_neon(part, '\\'));
    return bits_neon(vorrq_u8(quotes, equals_neon(part, '\n')));
}

/// As signed numbers, what is not ASCII lies below zero.
static inline uint64_t marks_neon(part_neon part) {
    return bits_neon(vcltq_s8(vreinterpretq_s8_u8(part), vdupq_n_s8(0x20)));
}

static inline uint64_t controls_neon(part_neon part) {
    return bits_neon(vcltq_u8(part, vdupq_n_u8(0x20)));
}

static inline part_neon all_neon(uint8_t byte) { return vdupq_n_u8(byte); }

/// The bytes that are `byte` once the bits of `cases` are set in them.
static inline uint64_t alike_neon(part_neon part, part_neon cases, part_neon byte) {
    return bits_neon(vceqq_u8(vorrq_u8(part, cases), byte));
}

static inline uint64_t unusual_neon(part_neon part) {
    return marks_neon(part) | bits_neon(equals_neon(part, 0x7F));
}
