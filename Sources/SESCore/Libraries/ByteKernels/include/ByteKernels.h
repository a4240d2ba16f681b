#ifndef BYTE_KERNELS_H
#define BYTE_KERNELS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#if defined(__SSE2__)
#include <emmintrin.h>
#endif

// Loops over bytes that the compiler does not turn into vector code by itself. Each has a twin in
// plain Swift, which the tests compare it with. No byte outside of `from` to `end` is read.

/// What a search answers where the bytes are not what it looks for, or are unusual.
#define KERNEL_DECLINES SIZE_MAX
/// What a search answers where the bytes end first.
#define KERNEL_RAN_OUT (SIZE_MAX - 1)

/// What stands in a text, as bits.
enum {
    KERNEL_HAS_ESCAPE = 1,
    KERNEL_HAS_CONTROL = 2,
    KERNEL_HAS_NON_ASCII = 4,
};

/// The instructions that the loops are made of.
enum kernel_kind { KERNEL_PLAIN, KERNEL_SSE2, KERNEL_AVX2, KERNEL_AVX512, KERNEL_NEON };

/// Makes the loops of some instructions the ones that are called, in place of the best that the machine has;
/// false, and nothing changes, where it has them not. It is for tests: all kinds come to the same.
bool kernel_choose(enum kernel_kind asked);

/// The index behind the bracket that closes the object or array opening at `from`.
///
/// Declines what `JSONStructure.endOfContainer` calls bad, brackets that nest deeper than 64, and
/// backslashes outside of texts. `feeds` gets the number of line feeds up to there.
size_t kernel_end_of_container(const uint8_t *bytes, size_t from, size_t end, size_t *feeds);

/// The index of the quote that closes the text whose first byte, behind its opening quote, is at
/// `from`; `found` gets the bits of what is in it. Declines a line feed in the text.
size_t kernel_end_of_text(const uint8_t *bytes, size_t from, size_t end, uint32_t *found);

/// The index of the first quote, backslash or line feed; `end` where there is none.
size_t kernel_end_of_plain_text(const uint8_t *bytes, size_t from, size_t end);

/// Copies the bytes of a text without the backslashes before quotes, backslashes and slashes, up to a control
/// character or another escape; where that is, or `end`. They go to `out` behind the first `*written`, which
/// grows; there has to be room for as many as are read.
size_t kernel_unescape(
    const uint8_t *bytes, size_t from, size_t end, uint8_t *out, size_t *written);

/// Copies text with the case taken out of its letters, up to the first character that is no UTF-8, or of which
/// neither `letters` nor this code can tell; where that is, or `end`. `letters` are what the scalars below
/// U+0500 fold to. They go to `out` as with `kernel_unescape`; `changed` is set where a letter beyond ASCII
/// became another one.
size_t kernel_fold(
    const uint8_t *bytes, size_t from, size_t end, const uint16_t *letters, uint8_t *out,
    size_t *written, bool *changed);

/// True where it is plain that each character beyond ASCII folds to itself; all are whole UTF-8 then. False where
/// one does not, or where only `kernel_fold` can tell.
bool kernel_keeps_case(const uint8_t *bytes, size_t from, size_t end);

/// The index of the first byte that is no letter, digit or blank, none of `-./:` and not beyond ASCII; `end`
/// where none is.
size_t kernel_end_of_words(const uint8_t *bytes, size_t from, size_t end);

/// The index of the first byte that is neither a tab nor printable ASCII; `end` where none is.
size_t kernel_end_of_printable(const uint8_t *bytes, size_t from, size_t end);

/// How many line feeds there are.
size_t kernel_line_feeds(const uint8_t *bytes, size_t from, size_t end);

/// Texts of rows, one row behind the other.
typedef struct {
    const uint8_t *bytes;
    size_t count;
    /// Where the texts of each row end.
    const uint32_t *ends;
    /// How many bytes the first and the second of the three texts of a row have; both null where a
    /// row has one text.
    const uint16_t *firsts;
    const uint8_t *seconds;
} KernelTexts;

/// What is looked for: at least one byte, ASCII letters small, and for each byte the bits that make
/// a capital small, 0x20 for a letter and 0 for another byte.
typedef struct {
    const uint8_t *bytes;
    const uint8_t *cases;
    size_t count;
} KernelNeedle;

/// Sets a bit for each row from `row` to `end_row` that holds the needle in one of its texts, the bit
/// of the row `first` lowest. Of three texts those count whose bits 1, 2 and 4 are in `parts`.
///
/// Answers with the row at which it gave up, since comparing came to cost too much; `end_row` where it
/// did not. The bits of the rows before that one are right.
size_t kernel_rows_holding(
    KernelTexts texts, KernelNeedle needle, unsigned parts, size_t row, size_t end_row,
    uint64_t *found, size_t first);

/// Sets a bit for each row from `row` to `end_row` whose texts have a byte that is a control of ASCII
/// or beyond ASCII, the bit of `row` lowest.
void kernel_rows_unusual(KernelTexts texts, size_t row, size_t end_row, uint64_t *found);

/// The length of a text of at most 63 bytes that ends with a quote and holds nothing but ordinary
/// ASCII; -1 where the text at `from` is another. Made to be inlined: nearly all texts are such.
static inline long kernel_short_text(const uint8_t *bytes, size_t from, size_t end) {
    if (end - from < 64) return -1;
#if defined(__SSE2__)
    uint64_t quotes = 0, odds = 0;
    // Most keys and many values end within the first sixteen.
    for (int i = 0; i < 4; i++) {
        if (i == 1 && quotes) break;
        __m128i part = _mm_loadu_si128((const __m128i *)(const void *)(bytes + from + 16 * i));
        __m128i odd = _mm_or_si128(
            _mm_cmpeq_epi8(part, _mm_set1_epi8('\\')),
            _mm_cmpgt_epi8(_mm_set1_epi8(0x20), part));
        __m128i quote = _mm_cmpeq_epi8(part, _mm_set1_epi8('"'));
        quotes |= (uint64_t)(unsigned)_mm_movemask_epi8(quote) << (16 * i);
        odds |= (uint64_t)(unsigned)_mm_movemask_epi8(odd) << (16 * i);
    }
    if (!quotes) return -1;
    // The bits below the lowest quote.
    return odds & (quotes - 1) & ~quotes ? -1 : (long)__builtin_ctzll(quotes);
#else
    for (long length = 0; length < 64; length++) {
        uint8_t byte = bytes[from + (size_t)length];
        if (byte == '"') return length;
        if (byte < 0x20 || byte >= 0x80 || byte == '\\') return -1;
    }
    return -1;
#endif
}

/// Where the bytes that mean something in a mailbox stand among at most 64, the first one lowest.
typedef struct {
    uint64_t opening_angles, closing_angles, ats, spaces;
    /// Quotes, parentheses, backslashes and controls.
    uint64_t others;
} KernelMailbox;

/// What stands where from `from` to `to`, at most 64 bytes later; false where fewer than 64 bytes stand up to
/// `end`. Made to be inlined.
static inline bool kernel_mailbox(
    const uint8_t *bytes, size_t from, size_t to, size_t end, KernelMailbox *found
) {
    if (end - from < 64 || to - from > 64) return false;
    KernelMailbox seen = {0, 0, 0, 0, 0};
#if defined(__SSE2__)
#define EQUAL(part, byte) _mm_cmpeq_epi8(part, _mm_set1_epi8(byte))
#define BITS(part) ((uint64_t)(unsigned)_mm_movemask_epi8(part) << (16 * i))
    for (int i = 0; i < 4; i++) {
        __m128i part = _mm_loadu_si128((const __m128i *)(const void *)(bytes + from + 16 * i));
        seen.opening_angles |= BITS(EQUAL(part, '<'));
        seen.closing_angles |= BITS(EQUAL(part, '>'));
        seen.ats |= BITS(EQUAL(part, '@'));
        seen.spaces |= BITS(EQUAL(part, ' '));
        __m128i quotes = _mm_or_si128(EQUAL(part, '"'), EQUAL(part, '\\'));
        __m128i parentheses = EQUAL(_mm_or_si128(part, _mm_set1_epi8(1)), ')');
        __m128i controls = EQUAL(_mm_max_epu8(part, _mm_set1_epi8(0x1F)), 0x1F);
        seen.others |= BITS(_mm_or_si128(_mm_or_si128(quotes, parentheses), controls));
    }
#undef EQUAL
#undef BITS
#else
    for (size_t i = 0; i < 64; i++) {
        uint8_t byte = bytes[from + i];
        uint64_t bit = (uint64_t)1 << i;
        if (byte == '<') seen.opening_angles |= bit;
        if (byte == '>') seen.closing_angles |= bit;
        if (byte == '@') seen.ats |= bit;
        if (byte == ' ') seen.spaces |= bit;
        if (byte < 0x20 || byte == '"' || byte == '\\' || (byte | 1) == ')') seen.others |= bit;
    }
#endif
    uint64_t within = to - from == 64 ? ~(uint64_t)0 : ((uint64_t)1 << (to - from)) - 1;
    seen.opening_angles &= within;
    seen.closing_angles &= within;
    seen.ats &= within;
    seen.spaces &= within;
    seen.others &= within;
    *found = seen;
    return true;
}

/// True where bytes are equal; made to be inlined, so that a constant count costs a few loads.
static inline bool kernel_equal(const uint8_t *bytes, const uint8_t *word, size_t count) {
    return !__builtin_memcmp(bytes, word, count);
}

/// Eight bytes, the first one lowest.
static inline uint64_t kernel_word(const uint8_t *bytes) {
    uint64_t word;
    __builtin_memcpy(&word, bytes, 8);
#if __BYTE_ORDER__ == __ORDER_BIG_ENDIAN__
    word = __builtin_bswap64(word);
#endif
    return word;
}

#endif
