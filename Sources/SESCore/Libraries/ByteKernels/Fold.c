#include "Case.h"

/// Eight bytes with the capitals of ASCII made small.
static inline uint64_t small_letters(uint64_t word) {
    const uint64_t ones = 0x0101010101010101;
    uint64_t low = word & 0x7F * ones;
    uint64_t from_a = low + (0x80 - 'A') * ones, behind_z = low + (0x80 - 'Z' - 1) * ones;
    return word | ((from_a & ~behind_z & ~word & 0x80 * ones) >> 2);
}

/// Writes eight bytes, the lowest first.
static inline void put_word(uint8_t *out, uint64_t word) {
#if __BYTE_ORDER__ == __ORDER_BIG_ENDIAN__
    word = __builtin_bswap64(word);
#endif
    __builtin_memcpy(out, &word, 8);
}

size_t kernel_fold(
    const uint8_t *bytes, size_t from, size_t end, const uint16_t *letters, uint8_t *out,
    size_t *written, bool *changed
) {
    size_t at = from, to = *written;
    while (at < end) {
        while (end - at >= 8) {
            uint64_t word = kernel_word(bytes + at);
            // No more is written than was read, so there is room for eight.
            put_word(out + to, small_letters(word));
            uint64_t others = word & 0x8080808080808080;
            size_t count = others ? (size_t)__builtin_ctzll(others) / 8 : 8;
            at += count;
            to += count;
            if (others) break;
        }
        if (at == end) break;
        uint8_t first = bytes[at];
        if (first < 0x80) {
            out[to++] = first >= 'A' && first <= 'Z' ? first | 0x20 : first;
            at++;
            continue;
        }
        if (end - at < 2 || !is_continuation(bytes[at + 1])) break;
        uint8_t second = bytes[at + 1];
        if (first >= 0xC2 && first < 0xD4) {
            unsigned scalar = (unsigned)(first & 0x1F) << 6 | (second & 0x3F);
            uint16_t letter = letters[scalar];
            if (letter < 0x80 || letter >= 0x800) break;
            if (letter != scalar) *changed = true;
            out[to++] = (uint8_t)(0xC0 | letter >> 6);
            out[to++] = (uint8_t)(0x80 | (letter & 0x3F));
            at += 2;
            continue;
        }
        size_t length = length_of_caseless(bytes, at, end);
        if (length == 0) break;
        for (; length > 0; length--) out[to++] = bytes[at++];
    }
    *written = to;
    return at;
}
