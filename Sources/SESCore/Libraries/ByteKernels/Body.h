// The loops, written once over a block of 64 bytes. Whoever includes this has defined NAME(x), the
// type BLOCK, and LOAD, EQUALS, BELOW_SPACE, NON_ASCII, which answer with a bit for each byte.

#define LOW(bits) (((uint64_t)1 << (bits)) - 1)

static inline uint64_t NAME(prefix_xor)(uint64_t bits) {
    for (int shift = 1; shift < 64; shift *= 2) bits ^= bits << shift;
    return bits;
}

/// The bytes that a backslash stands before, taking pairs of backslashes into account.
static inline uint64_t NAME(escaped)(uint64_t backslashes, uint64_t *carry) {
    backslashes &= ~*carry;
    const uint64_t even = 0x5555555555555555u;
    uint64_t follows = backslashes << 1 | *carry;
    uint64_t odd_starts = backslashes & ~even & ~follows;
    uint64_t sums;
    *carry = __builtin_add_overflow(odd_starts, backslashes, &sums);
    return (even ^ (sums << 1)) & follows;
}

/// The first bytes behind marked ones that are no white space.
static inline uint64_t NAME(behind)(uint64_t marked, uint64_t space, uint64_t *carry) {
    uint64_t next = marked << 1 | *carry;
    uint64_t sums;
    bool over = __builtin_add_overflow(next & space, space, &sums);
    *carry = marked >> 63 | over;
    return next | (sums & ~space);
}

static size_t NAME(end_of_container)(const uint8_t *bytes, size_t from, size_t end) {
    uint64_t escape = 0, in_text = 0, after_any = 0, after_colon = 0, after_comma = 0;
    uint64_t kinds = 0;
    unsigned depth = 0;
    for (size_t at = from; at < end; at += 64) {
        uint8_t tail[64] = {0};
        bool is_tail = end - at < 64;
        if (is_tail) __builtin_memcpy(tail, bytes + at, end - at);
        BLOCK block = LOAD(is_tail ? tail : bytes + at);
        uint64_t backslashes = EQUALS(block, '\\');
        uint64_t quotes = EQUALS(block, '"');
        if (backslashes | escape) quotes &= ~NAME(escaped)(backslashes, &escape);
        uint64_t texts = NAME(prefix_xor)(quotes) ^ in_text;
        in_text = (uint64_t)((int64_t)texts >> 63);
        uint64_t feeds = EQUALS(block, '\n');
        BLOCK lowered = SET_BIT_5(block);
        uint64_t opens = EQUALS(lowered, '{') & ~texts;
        uint64_t closes = EQUALS(lowered, '}') & ~texts;
        uint64_t commas = EQUALS(block, ',') & ~texts;
        uint64_t colons = EQUALS(block, ':') & ~texts;
        uint64_t arrays = EQUALS(block, '[') & ~texts;
        uint64_t space =
            (EQUALS(block, ' ') | EQUALS(block, '\t') | EQUALS(block, '\r') | feeds) & ~texts;
        uint64_t may_begin_text = NAME(behind)(opens | commas | colons, space, &after_any);
        uint64_t may_begin_value = NAME(behind)(colons | arrays, space, &after_colon);
        uint64_t may_begin_element = NAME(behind)(commas, space, &after_comma);
        uint64_t wrong = (feeds & texts) | (quotes & texts & ~may_begin_text) | (backslashes & ~texts);
        if (at == from) may_begin_value |= 1;
        for (uint64_t left = opens | closes; left; left &= left - 1) {
            unsigned place = (unsigned)__builtin_ctzll(left);
            uint64_t bit = left & -left;
            bool is_object = bytes[at + place] & 0x20;
            if (opens & bit) {
                bool in_array = depth > 0 && !(kinds >> (depth - 1) & 1);
                if (!(may_begin_value & bit) && !(in_array && (may_begin_element & bit)))
                    return KERNEL_DECLINES;
                if (depth == 64) return KERNEL_DECLINES;
                kinds = (kinds & LOW(depth)) | (uint64_t)is_object << depth;
                depth++;
            } else {
                depth--;
                if ((kinds >> depth & 1) != is_object) return KERNEL_DECLINES;
                if (depth == 0) return wrong & (bit - 1) ? KERNEL_DECLINES : at + place + 1;
            }
        }
        if (wrong) return KERNEL_DECLINES;
    }
    return KERNEL_RAN_OUT;
}

static size_t NAME(end_of_text)(const uint8_t *bytes, size_t from, size_t end, uint32_t *found) {
    size_t at = from;
    *found = 0;
    while (at < end) {
        uint8_t tail[64] = {0};
        size_t count = end - at < 64 ? end - at : 64;
        if (count < 64) __builtin_memcpy(tail, bytes + at, count);
        BLOCK block = LOAD(count < 64 ? tail : bytes + at);
        uint64_t valid = count < 64 ? LOW(count) : ~(uint64_t)0;
        uint64_t controls = BELOW_SPACE(block) & valid;
        uint64_t stops = (EQUALS(block, '"') | EQUALS(block, '\\')) & valid;
        unsigned stop = stops ? (unsigned)__builtin_ctzll(stops) : 64;
        uint64_t before = stop < 64 ? LOW(stop) : valid;
        if (NON_ASCII(block) & before) *found |= KERNEL_HAS_NON_ASCII;
        if (controls & before) {
            if (EQUALS(block, '\n') & before) return KERNEL_DECLINES;
            *found |= KERNEL_HAS_CONTROL;
        }
        if (stop == 64) {
            at += count;
            continue;
        }
        if (bytes[at + stop] == '"') return at + stop;
        *found |= KERNEL_HAS_ESCAPE;
        at += stop + 1;
        if (at < end && bytes[at] != '\n') at++;
    }
    return KERNEL_RAN_OUT;
}

static size_t NAME(end_of_plain_text)(const uint8_t *bytes, size_t from, size_t end) {
    size_t at = from;
    for (; end - at >= 64; at += 64) {
        BLOCK block = LOAD(bytes + at);
        uint64_t stops = EQUALS(block, '"') | EQUALS(block, '\\') | EQUALS(block, '\n');
        if (stops) return at + (size_t)__builtin_ctzll(stops);
    }
    while (at < end && bytes[at] != '"' && bytes[at] != '\\' && bytes[at] != '\n') at++;
    return at;
}

static size_t NAME(line_feeds)(const uint8_t *bytes, size_t from, size_t end) {
    size_t at = from, count = 0;
    for (; end - at >= 64; at += 64) {
        BLOCK block = LOAD(bytes + at);
        count += (size_t)__builtin_popcountll(EQUALS(block, '\n'));
    }
    for (; at < end; at++) count += bytes[at] == '\n';
    return count;
}

#undef LOW
