// What most of a record is, `[{"name":"...","value":"..."},...]`, passed over 128 bytes at a time: what stands
// outside of texts is compared with what such an array has there.

/// What stands between the opening bracket of such an array and its end, but for white space and for texts,
/// of which the opening quote is left.
#define BETWEEN "{\":\",\":\"},"
#define ROUND (sizeof(BETWEEN) - 1)
#define BETWEEN_5 BETWEEN BETWEEN BETWEEN BETWEEN BETWEEN

/// The same over and over, for 128 bytes from anywhere in a round.
static const uint8_t between_texts[] = BETWEEN_5 BETWEEN_5 BETWEEN_5;

/// Where in its round a byte is that comes so many behind the start of one, at most 1,000.
static inline unsigned in_round(unsigned place) { return place - (place * 205 >> 11) * ROUND; }

/// How far an array of headers was passed over.
struct passed {
    /// Behind the array, or where to go on in it.
    size_t at;
    bool is_whole;
    /// What goes on where the last byte of a part is in a text: all bits, or none.
    uint64_t in_text;
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

/// All bits or none, as the highest one is.
static inline uint64_t highest(uint64_t bits) { return (uint64_t)((int64_t)bits >> 63); }

/// Of the control characters those that may not stand where they do.
static inline uint64_t misplaced(part_avx512 part, uint64_t controls, uint64_t text) {
    uint64_t feeds = feeds_avx512(part);
    uint64_t spaces = feeds | equals_avx512(part, '\r') | equals_avx512(part, '\t');
    return (feeds & text) | (controls & ~spaces & ~text);
}

static inline size_t feeds_below(part_avx512 part, unsigned stop) {
    return (size_t)__builtin_popcountll(_bzhi_u64(feeds_avx512(part), stop));
}

static inline unsigned count_of(uint64_t bits) { return (unsigned)__builtin_popcountll(bits); }

/// Which of the bytes between texts are others than those that come from a place in `between_texts`.
static inline __mmask64 unlike(part_avx512 part, uint64_t between, unsigned place) {
    part_avx512 next = _mm512_maskz_expand_epi8(between, load_avx512(between_texts + place));
    return _mm512_mask_cmpneq_epi8_mask(between, part, next);
}

/// Whether one of the bytes of two parts is a control character or a backslash.
static inline bool holds_odd(part_avx512 first, part_avx512 second) {
    part_avx512 backslash = _mm512_set1_epi8('\\');
    __mmask64 controls =
        _mm512_cmplt_epu8_mask(_mm512_min_epu8(first, second), _mm512_set1_epi8(0x20));
    part_avx512 no_backslash = _mm512_min_epu8(
        _mm512_xor_si512(first, backslash), _mm512_xor_si512(second, backslash));
    __mmask64 backslashes = _mm512_testn_epi8_mask(no_backslash, no_backslash);
    return !_kortestz_mask64_u8(controls, backslashes);
}

/// Passes over 128 bytes at a time while nothing but texts has white space in it.
static inline void pass_pairs(const uint8_t *bytes, size_t end, struct passed *passed) {
    for (; end - passed->at >= 128; passed->at += 128) {
        part_avx512 first = load_avx512(bytes + passed->at);
        part_avx512 second = load_avx512(bytes + passed->at + 64);
        uint64_t quotes = equals_avx512(first, '"');
        uint64_t quotes_behind = equals_avx512(second, '"');
        if (holds_odd(first, second)) {
            uint64_t escaped = 0;
            quotes &= ~escaped_bytes(equals_avx512(first, '\\'), &escaped);
            quotes_behind &= ~escaped_bytes(equals_avx512(second, '\\'), &escaped);
            if (escaped | controls_avx512(first) | controls_avx512(second)) return;
        }
        // Texts with their closing quotes are left out, but their opening ones are not.
        uint64_t text = odd_bits_below(quotes) ^ passed->in_text;
        uint64_t text_behind = odd_bits_below(quotes_behind) ^ highest(text);
        uint64_t between = ~(text ^ quotes), between_behind = ~(text_behind ^ quotes_behind);
        unsigned middle = passed->place + count_of(between);
        __mmask64 wrong = unlike(first, between, passed->place);
        __mmask64 wrong_behind = unlike(second, between_behind, middle);
        if (!_kortestz_mask64_u8(wrong, wrong_behind)) {
            unsigned stop = (unsigned)_tzcnt_u64(wrong);
            unsigned place = passed->place;
            place += count_of(_bzhi_u64(between, stop));
            if (!wrong) {
                unsigned more = (unsigned)_tzcnt_u64(wrong_behind);
                place += count_of(_bzhi_u64(between_behind, more));
                stop += more;
            }
            passed->is_whole =
                bytes[passed->at + stop] == ']' && in_round(place) == ROUND - 1;
            if (passed->is_whole) passed->at += stop + 1;
            return;
        }
        passed->place = in_round(middle + count_of(between_behind));
        passed->in_text = highest(text_behind);
    }
}

/// Passes over the array that opens at `from`: to its end, or to 64 bytes that hold something else.
static inline struct passed pass_headers(const uint8_t *bytes, size_t from, size_t end) {
    struct passed passed = {.at = from + 1};
    pass_pairs(bytes, end, &passed);
    if (passed.is_whole) return passed;
    uint64_t is_escaped = 0;
    for (; end - passed.at >= 64; passed.at += 64) {
        part_avx512 part = load_avx512(bytes + passed.at);
        uint64_t quotes = equals_avx512(part, '"');
        uint64_t backslashes = equals_avx512(part, '\\');
        uint64_t controls = controls_avx512(part);
        uint64_t escaped = is_escaped;
        if (backslashes | escaped) quotes &= ~escaped_bytes(backslashes, &escaped);
        // Texts with their opening quotes, and without the closing ones.
        uint64_t text = odd_bits_below(quotes) ^ passed.in_text;
        uint64_t between = ~(text ^ quotes) & ~controls & ~equals_avx512(part, ' ');
        uint64_t wrong = unlike(part, between, passed.place);
        uint64_t odd = controls ? misplaced(part, controls, text) : 0;
        if (wrong | odd) {
            if (!wrong) break;
            unsigned stop = (unsigned)__builtin_ctzll(wrong);
            unsigned place = in_round(passed.place + count_of(_bzhi_u64(between, stop)));
            passed.is_whole = bytes[passed.at + stop] == ']' && !_bzhi_u64(odd, stop)
                && place == ROUND - 1;
            if (passed.is_whole) {
                if (controls) passed.feeds += feeds_below(part, stop);
                passed.at += stop + 1;
            }
            break;
        }
        if (controls) passed.feeds += feeds_below(part, 64);
        passed.place = in_round(passed.place + count_of(between));
        passed.in_text = highest(text);
        is_escaped = escaped;
    }
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
    if (passed.in_text) {
        if (passed.is_escaped && at < end && bytes[at] != '\n') at++;
        at = closing_quote_avx512(bytes, at, end);
        if (at >= KERNEL_RAN_OUT) return at;
        at++;
    }
    return end_of_open_avx512(bytes, at, end, open, feeds);
}
