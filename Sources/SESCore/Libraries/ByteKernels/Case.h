#include "ByteKernels.h"

// Text in which letter case is nothing but that of ASCII. Where a character has no case, or is small, can mostly
// be told from its first two bytes.

/// Of the second bytes behind a first one, from 0xC0 on, those from the lowest to the highest of these make
/// characters that fold to themselves; none do where the lowest is above the highest.
static const uint8_t lowest_second[64] = {
    [0x00 ... 0x01] = 0xFF, [0x02] = 0x80, [0x03] = 0x9F, [0x04 ... 0x0D] = 0xFF, [0x0E] = 0xAC,
    [0x0F] = 0x83, [0x10] = 0xB0, [0x11] = 0x80, [0x12 ... 0x14] = 0xFF, [0x15] = 0xA1,
    [0x16 ... 0x1F] = 0x80, [0x20] = 0xA0, [0x21] = 0xFF, [0x22 ... 0x29] = 0x80, [0x2A] = 0xB0,
    [0x2B ... 0x2F] = 0x80, [0x30] = 0x9F, [0x31 ... 0x34] = 0x80, [0x35 ... 0x3F] = 0xFF,
};
static const uint8_t highest_second[64] = {
    [0x02] = 0xB4, [0x03] = 0xBF, [0x0E] = 0xBF, [0x0F] = 0x8E, [0x10] = 0xBF, [0x11] = 0x9F,
    [0x15 ... 0x20] = 0xBF, [0x22] = 0x83, [0x23 ... 0x2C] = 0xBF, [0x2D] = 0x9F, [0x2E] = 0xBF,
    [0x2F] = 0xBB, [0x30 ... 0x33] = 0xBF, [0x34] = 0x8F,
};

static inline bool is_continuation(uint8_t byte) { return (byte & 0xC0) == 0x80; }

/// How many bytes a character beyond ASCII has that begins so.
static inline size_t length_of_character(uint8_t first) {
    return first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4;
}

/// How many bytes the character has that begins at `at` and is not ASCII, if it folds to itself; 0 where it may
/// not, is no UTF-8, or does not end before `end`.
static inline size_t length_of_caseless(const uint8_t *bytes, size_t at, size_t end) {
    uint8_t first = bytes[at];
    size_t length = length_of_character(first);
    if (first < 0xC0 || end - at < length) return 0;
    uint8_t second = bytes[at + 1];
    bool is_within =
        second >= lowest_second[first - 0xC0] && second <= highest_second[first - 0xC0];
    // Of three bytes the last is looked at twice.
    bool is_whole = length == 2
        || (is_continuation(bytes[at + 2]) && is_continuation(bytes[at + length - 1]));
    return is_within && is_whole ? length : 0;
}

/// `kernel_keeps_case`, one character after the other.
static inline bool keeps_case_each(const uint8_t *bytes, size_t from, size_t end) {
    for (size_t at = from; at < end;) {
        if (end - at >= 8 && !(kernel_word(bytes + at) & 0x8080808080808080)) {
            at += 8;
        } else if (bytes[at] < 0x80) {
            at++;
        } else {
            size_t length = length_of_caseless(bytes, at, end);
            if (!length) return false;
            at += length;
        }
    }
    return true;
}
