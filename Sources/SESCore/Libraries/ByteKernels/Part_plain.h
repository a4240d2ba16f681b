// One byte, for machines without vector code of ours.

typedef uint8_t part_plain;

#define CHUNK_plain 1
#define STOP_BITS_plain 1

static inline part_plain load_plain(const uint8_t *bytes) { return *bytes; }
static inline uint64_t feeds_plain(part_plain part) { return part == '\n'; }

static inline uint64_t stops_plain(part_plain part) {
    return part == '"' || part == '\\' || part == '\n';
}

static inline uint64_t controls_plain(part_plain part) { return part < 0x20; }
static inline uint64_t marks_plain(part_plain part) { return part < 0x20 || part >= 0x80; }

static inline part_plain all_plain(uint8_t byte) { return byte; }

/// The bytes that are `byte` once the bits of `cases` are set in them.
static inline uint64_t alike_plain(part_plain part, part_plain cases, part_plain byte) {
    return (part | cases) == byte;
}

static inline uint64_t unusual_plain(part_plain part) { return marks_plain(part) || part == 0x7F; }
