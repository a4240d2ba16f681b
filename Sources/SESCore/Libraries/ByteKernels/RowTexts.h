// The loops over the texts of rows, written once over a chunk of bytes. Whoever includes this has
// defined what `Body.h` wants, and ALL, ALIKE and UNUSUAL.

/// True where the bytes from `at` on are the needle, its ends aside, which were looked at; counts
/// the bytes that it looks at.
static inline bool NAME(is_within)(const uint8_t *bytes, KernelNeedle needle, size_t *spent) {
    for (size_t i = 1; i + 1 < needle.count; i++) {
        if ((bytes[i] | needle.cases[i]) != needle.bytes[i]) {
            *spent += i;
            return false;
        }
    }
    *spent += needle.count;
    return true;
}

/// The next place at or behind `at` at which the needle may begin; `end` or more where none is.
static inline size_t NAME(candidate)(
    const uint8_t *bytes, size_t count, size_t at, size_t end, KernelNeedle needle
) {
    size_t last = needle.count - 1;
    PART first_case = ALL(needle.cases[0]), first = ALL(needle.bytes[0]);
    PART last_case = ALL(needle.cases[last]), final = ALL(needle.bytes[last]);
    for (; at < end && count - at >= CHUNK + last; at += CHUNK) {
        uint64_t alike = ALIKE(LOAD(bytes + at), first_case, first)
            & ALIKE(LOAD(bytes + at + last), last_case, final);
        if (alike) return at + (size_t)__builtin_ctzll(alike) / STOP_BITS;
    }
    for (; at < end && count - at > last; at++) {
        bool is_first = (bytes[at] | needle.cases[0]) == needle.bytes[0];
        if (is_first && (bytes[at + last] | needle.cases[last]) == needle.bytes[last]) return at;
    }
    return end;
}

/// Where the first wanted text of a row begins, or a later row, where that row has none.
static inline size_t NAME(wanted)(KernelTexts texts, unsigned parts, size_t row, size_t end_row) {
    if (row == end_row) return texts.ends[end_row - 1];
    size_t start = row ? texts.ends[row - 1] : 0;
    if (!texts.firsts || parts & 1) return start;
    return start + texts.firsts[row] + (parts & 2 ? 0 : texts.seconds[row]);
}

static size_t NAME(rows_holding)(
    KernelTexts texts, KernelNeedle needle, unsigned parts, size_t row, size_t end_row,
    uint64_t *found, size_t first
) {
    size_t start = row ? texts.ends[row - 1] : 0, end = texts.ends[end_row - 1];
    size_t at = NAME(wanted)(texts, parts, row, end_row), spent = 0;
    while (true) {
        at = NAME(candidate)(texts.bytes, texts.count, at, end, needle);
        if (at >= end) return end_row;
        while (texts.ends[row] <= at) row++;
        size_t text_end = texts.ends[row];
        if (texts.firsts) {
            size_t second = (row ? texts.ends[row - 1] : 0) + texts.firsts[row];
            size_t third = second + texts.seconds[row];
            unsigned part = at < second ? 1 : at < third ? 2 : 4;
            if (!(parts & part)) {
                bool has_later = parts & (part == 1 ? 6 : part == 2 ? 4 : 0);
                at = !has_later ? NAME(wanted)(texts, parts, row + 1, end_row)
                    : part == 1 && parts & 2 ? second : third;
                continue;
            }
            if (part != 4) text_end = part == 1 ? second : third;
        }
        if (text_end - at < needle.count) {
            at = text_end;
        } else if (NAME(is_within)(texts.bytes + at, needle, &spent)) {
            found[(row - first) >> 6] |= (uint64_t)1 << ((row - first) & 63);
            at = NAME(wanted)(texts, parts, row + 1, end_row);
        } else {
            at++;
        }
        if (spent > 1024 + 8 * (at - start)) return row;
    }
}

static void NAME(rows_unusual)(KernelTexts texts, size_t row, size_t end_row, uint64_t *found) {
    size_t first = row, at = row ? texts.ends[row - 1] : 0, end = texts.ends[end_row - 1];
    while (at < end) {
        if (end - at >= CHUNK) {
            uint64_t unusual = UNUSUAL(LOAD(texts.bytes + at));
            if (!unusual) {
                at += CHUNK;
                continue;
            }
            at += (size_t)__builtin_ctzll(unusual) / STOP_BITS;
        } else if (texts.bytes[at] >= 0x20 && texts.bytes[at] < 0x7F) {
            at++;
            continue;
        }
        while (texts.ends[row] <= at) row++;
        found[(row - first) >> 6] |= (uint64_t)1 << ((row - first) & 63);
        at = texts.ends[row];
    }
}
