#include "ByteKernels.h"

/// Letters, digits, blanks, `-`, `.`, `/`, `:` and what is not ASCII.
static inline bool is_in_word(uint8_t byte) {
    uint8_t small = byte | 0x20;
    return byte >= 0x80 || (small >= 'a' && small <= 'z') || (byte >= '-' && byte <= ':')
        || byte == ' ' || byte == '\t';
}

static inline bool is_printable(uint8_t byte) {
    return (byte >= 0x20 && byte < 0x7F) || byte == '\t';
}

#if defined(__SSE2__)
/// The bits of the bytes that lie between two of ASCII, both included.
static inline __m128i between(__m128i part, char least, char most) {
    return _mm_and_si128(
        _mm_cmpgt_epi8(part, _mm_set1_epi8((char)(least - 1))),
        _mm_cmpgt_epi8(_mm_set1_epi8((char)(most + 1)), part));
}

static inline __m128i equals(__m128i part, char byte) {
    return _mm_cmpeq_epi8(part, _mm_set1_epi8(byte));
}
#endif

size_t kernel_end_of_words(const uint8_t *bytes, size_t from, size_t end) {
    size_t at = from;
#if defined(__SSE2__)
    for (; end - at >= 16; at += 16) {
        __m128i part = _mm_loadu_si128((const __m128i *)(const void *)(bytes + at));
        __m128i letters = between(_mm_or_si128(part, _mm_set1_epi8(0x20)), 'a', 'z');
        __m128i blanks = _mm_or_si128(equals(part, ' '), equals(part, '\t'));
        // The highest bit of a byte is set where it is not ASCII.
        __m128i ordinary = _mm_or_si128(
            _mm_or_si128(part, letters), _mm_or_si128(between(part, '-', ':'), blanks));
        unsigned others = ~(unsigned)_mm_movemask_epi8(ordinary) & 0xFFFF;
        if (others) return at + (size_t)__builtin_ctz(others);
    }
#endif
    while (at < end && is_in_word(bytes[at])) at++;
    return at;
}

size_t kernel_end_of_printable(const uint8_t *bytes, size_t from, size_t end) {
    size_t at = from;
#if defined(__SSE2__)
    for (; end - at >= 16; at += 16) {
        __m128i part = _mm_loadu_si128((const __m128i *)(const void *)(bytes + at));
        __m128i printable = _mm_or_si128(between(part, 0x20, 0x7E), equals(part, '\t'));
        unsigned others = ~(unsigned)_mm_movemask_epi8(printable) & 0xFFFF;
        if (others) return at + (size_t)__builtin_ctz(others);
    }
#endif
    while (at < end && is_printable(bytes[at])) at++;
    return at;
}
