// Which bytes a backslash escapes, told of 64 at a time.

/// The bytes that are escaped by a backslash before them. `carry` is 1 where the first one is, and becomes
/// that of the bytes that follow.
static inline uint64_t escaped_bytes(uint64_t backslashes, uint64_t *carry) {
    const uint64_t odd = 0xAAAAAAAAAAAAAAAA;
    uint64_t starts = backslashes & ~*carry;
    uint64_t codes = ((starts << 1 | odd) - starts) ^ odd;
    uint64_t escaped = codes ^ (backslashes | *carry);
    *carry = (codes & backslashes) >> 63;
    return escaped;
}
