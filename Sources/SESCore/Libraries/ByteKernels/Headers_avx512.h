// What most of a record is, `[{"name":"...","value":"..."},...]`, passed over 64 bytes at a time: what stands
// outside of texts is packed together and compared with what such an array has there.

/// What stands between the opening bracket of such an array and its end, over and over, but for white space
/// and for texts, of which the opening quote is left.
static const uint8_t between_texts[] =
    "{\":\",\":\"},{\":\",\":\"},{\":\",\":\"},{\":\",\":\"},{\":\",\":\"},{\":\",\":\"},{\":\",\":\"},{\":\",\":\"},";

#define ROUND 10

/// Where in its round a byte is that comes so many behind the start of one, at most 80.
static inline unsigned in_round(unsigned place) { return place - place * 103 / 1024 * ROUND; }

/// How far an array of headers was passed over.
struct passed {
    /// Behind the array, or where to go on in it.
    size_t at;
    bool is_whole;
    bool is_in_text;
    bool is_escaped;
    /// What comes next, as an index into `between_texts`.
    unsigned place;
    /// How many line feeds were passed.
    size_t feeds;
};

/// A number of which each bit says whether an odd count of bits of another stand at or below its place.
static inline uint64_t odd_bits_below(uint64_t bits) {
    __m128i all = _mm_set1_epi8((char)0xFF);
    __m128i product = _mm_clmulepi64_si128(_mm_cvtsi64_si128((long long)bits), all, 0);
    return (uint64_t)_mm_cvtsi128_si64(product);
}

/// Of the control characters those that may not stand where they do.
static inline uint64_t misplaced(part_avx512 part, uint64_t controls, uint64_t text) {
    uint64_t feeds = feeds_avx512(part);
    uint64_t spaces = feeds | equals_avx512(part, '\r') | equals_avx512(part, '\t');
    return (feeds & text) | (controls & ~spaces & ~text);
}

static inline size_t feeds_below(part_avx512 part, unsigned stop) {
    return (size_t)__builtin_popcountll(_bzhi_u64(feeds_avx512(part), stop));
}

/// Passes over the array that opens at `from`: to its end, or to 64 bytes that hold something else.
static inline struct passed pass_headers(const uint8_t *bytes, size_t from, size_t end) {
    struct passed passed = {.at = from + 1};
    uint64_t in_text = 0, is_escaped = 0;
    for (; end - passed.at >= 64; passed.at += 64) {
        part_avx512 part = load_avx512(bytes + passed.at);
        uint64_t quotes = equals_avx512(part, '"');
        uint64_t backslashes = equals_avx512(part, '\\');
        uint64_t controls = controls_avx512(part);
        uint64_t escaped = is_escaped;
        if (backslashes | escaped) quotes &= ~escaped_bytes(backslashes, &escaped);
        // Texts with their opening quotes, and without the closing ones.
        uint64_t text = odd_bits_below(quotes) ^ in_text;
        uint64_t between = ~(text ^ quotes) & ~controls & ~equals_avx512(part, ' ');
        unsigned count = (unsigned)__builtin_popcountll(between);
        __m512i packed = _mm512_maskz_compress_epi8(between, part);
        uint64_t wrong =
            _mm512_cmpneq_epi8_mask(packed, load_avx512(between_texts + passed.place));
        wrong = _bzhi_u64(wrong, count);
        uint64_t odd = controls ? misplaced(part, controls, text) : 0;
        if (wrong | odd) {
            if (!wrong) break;
            unsigned first = (unsigned)__builtin_ctzll(wrong);
            unsigned stop = (unsigned)__builtin_ctzll(_pdep_u64(1ull << first, between));
            passed.is_whole = bytes[passed.at + stop] == ']' && !_bzhi_u64(odd, stop)
                && in_round(passed.place + first) == ROUND - 1;
            if (passed.is_whole) {
                if (controls) passed.feeds += feeds_below(part, stop);
                passed.at += stop + 1;
            }
            break;
        }
        if (controls) passed.feeds += feeds_below(part, 64);
        passed.place = in_round(passed.place + count);
        in_text = (uint64_t)((int64_t)text >> 63);
        is_escaped = escaped;
    }
    passed.is_in_text = in_text;
    passed.is_escaped = is_escaped;
    return passed;
}

/// The same as `end_of_container_avx512`, made for headers.
static size_t end_of_any_avx512(const uint8_t *bytes, size_t from, size_t end, size_t *feeds) {
    if (from == end || bytes[from] != '[') return end_of_container_avx512(bytes, from, end, feeds);
    struct passed passed = pass_headers(bytes, from, end);
    *feeds += passed.feeds;
    if (passed.is_whole) return passed.at;
    size_t at = passed.at;
    bool is_in_object = passed.place > 0 && passed.place < ROUND - 1;
    struct open_brackets open = {
        .kinds = (uint64_t)is_in_object << 1,
        .depth = is_in_object ? 2 : 1,
        .before = between_texts[passed.place + ROUND - 1],
    };
    if (passed.is_in_text) {
        if (passed.is_escaped && at < end && bytes[at] != '\n') at++;
        at = closing_quote_avx512(bytes, at, end);
        if (at >= KERNEL_RAN_OUT) return at;
        at++;
    }
    return end_of_open_avx512(bytes, at, end, open, feeds);
}
