// The loops, written once over a chunk of bytes. Whoever includes this has defined NAME(x), the type
// PART of CHUNK bytes, and LOAD, STOPS (quotes, backslashes, line feeds), MARKS (controls and what is
// not ASCII), CONTROLS and FEEDS, which answer with STOP_BITS equal bits for each byte.

/// Where the first quote, backslash or line feed stands; `end` where there is none.
static inline size_t NAME(stop)(const uint8_t *bytes, size_t at, size_t end) {
    for (; end - at >= CHUNK; at += CHUNK) {
        PART part = LOAD(bytes + at);
        uint64_t stops = STOPS(part);
        if (stops) return at + (size_t)__builtin_ctzll(stops) / STOP_BITS;
    }
    while (at < end && bytes[at] != '"' && bytes[at] != '\\' && bytes[at] != '\n') at++;
    return at;
}

/// The quote that closes the text whose first byte is at `at`. Two chunks are looked at before the
/// first branch, since most texts end in them and the processor cannot foresee in which.
static inline size_t NAME(closing_quote)(const uint8_t *bytes, size_t at, size_t end) {
    while (true) {
        uint64_t stops = 0;
#if CHUNK_PAIRS
        while (end - at >= 2 * CHUNK) {
            stops = STOPS(LOAD(bytes + at)) | STOPS(LOAD(bytes + at + CHUNK)) << CHUNK;
            if (stops) break;
            at += 2 * CHUNK;
        }
        if (stops) at += (size_t)__builtin_ctzll(stops);
#endif
        if (!stops) at = NAME(stop)(bytes, at, end);
        if (at >= end) return KERNEL_RAN_OUT;
        if (bytes[at] == '"') return at;
        if (bytes[at] == '\n') return KERNEL_DECLINES;
        at++;
        if (at < end && bytes[at] != '\n') at++;
    }
}

static inline bool NAME(stands)(
    const uint8_t *bytes, size_t at, size_t end, const char *word, size_t length
) {
    return end - at >= length && !__builtin_memcmp(bytes + at, word, length);
}

/// The index behind the bracket that closes all that are open; adds to `feeds`.
static inline size_t NAME(end_of_open)(
    const uint8_t *bytes, size_t from, size_t end, struct open_brackets open, size_t *feeds
) {
    uint64_t kinds = open.kinds;
    unsigned depth = open.depth;
    uint8_t before = open.before;
    for (size_t at = from; at < end;) {
        uint8_t byte = bytes[at];
        switch (byte) {
        case '"':
            if (before != ',' && before != ':' && before != '{' && before != '[')
                return KERNEL_DECLINES;
            do {
                at = NAME(closing_quote)(bytes, at + 1, end);
                if (at >= KERNEL_RAN_OUT) return at;
                at++;
                // The next text, right behind a colon or a comma.
            } while (end - at >= 2 && (bytes[at] == ':' || bytes[at] == ',') && bytes[++at] == '"');
            before = bytes[at - 1];
            continue;
        case '{':
        case '[':
            if (before != ':' && before != '[') {
                bool in_array = depth > 0 && !(kinds >> (depth - 1) & 1);
                if (before != ',' || !in_array) return KERNEL_DECLINES;
            }
            if (depth == 64) return KERNEL_DECLINES;
            kinds &= ((uint64_t)1 << depth) - 1;
            kinds |= (uint64_t)(byte == '{') << depth;
            depth++;
            // What `headers` is made of: {"name":"...","value":"..."}
            if (byte == '{' && NAME(stands)(bytes, at, end, "{\"name\":\"", 9)) {
                at = NAME(closing_quote)(bytes, at + 9, end);
                if (at >= KERNEL_RAN_OUT) return at;
                before = '"';
                at++;
                if (NAME(stands)(bytes, at, end, ",\"value\":\"", 10)) {
                    at = NAME(closing_quote)(bytes, at + 10, end);
                    if (at >= KERNEL_RAN_OUT) return at;
                    at++;
                }
                continue;
            }
            break;
        case '}':
        case ']':
            depth--;
            if ((kinds >> depth & 1) != (byte == '}')) return KERNEL_DECLINES;
            if (depth == 0) return at + 1;
            break;
        case '\n': ++*feeds; __attribute__((fallthrough));
        case ' ':
        case '\t':
        case '\r':
            at = past_blanks(bytes, at + 1, end);
            continue;
        case '\\': return KERNEL_DECLINES;
        default: break;
        }
        before = byte;
        at++;
    }
    return KERNEL_RAN_OUT;
}

static inline size_t NAME(end_of_container)(
    const uint8_t *bytes, size_t from, size_t end, size_t *feeds
) {
    return NAME(end_of_open)(bytes, from, end, (struct open_brackets){.before = ':'}, feeds);
}

#if !HAS_OWN_HEADERS
static size_t NAME(end_of_any)(const uint8_t *bytes, size_t from, size_t end, size_t *feeds) {
    return NAME(end_of_container)(bytes, from, end, feeds);
}
#endif

#if !HAS_OWN_TEXTS
static size_t NAME(end_of_text)(const uint8_t *bytes, size_t from, size_t end, uint32_t *found) {
    size_t at = from;
    uint32_t seen = 0;
    while (true) {
        while (end - at >= CHUNK) {
            PART part = LOAD(bytes + at);
            uint64_t stops = STOPS(part);
            uint64_t marks = MARKS(part);
            if (stops) {
                unsigned place = (unsigned)__builtin_ctzll(stops);
                marks &= ((uint64_t)1 << place) - 1;
                at += place / STOP_BITS;
            }
            if (marks) {
                uint64_t controls = CONTROLS(part) & marks;
                if (controls) seen |= KERNEL_HAS_CONTROL;
                if (controls != marks) seen |= KERNEL_HAS_NON_ASCII;
            }
            if (stops) break;
            at += CHUNK;
        }
        while (at < end && bytes[at] != '"' && bytes[at] != '\\' && bytes[at] != '\n') {
            if (bytes[at] < 0x20) seen |= KERNEL_HAS_CONTROL;
            if (bytes[at] >= 0x80) seen |= KERNEL_HAS_NON_ASCII;
            at++;
        }
        if (at >= end) return KERNEL_RAN_OUT;
        if (bytes[at] == '\n') return KERNEL_DECLINES;
        if (bytes[at] == '"') break;
        seen |= KERNEL_HAS_ESCAPE;
        at++;
        if (at < end && bytes[at] != '\n') at++;
    }
    *found = seen;
    return at;
}

/// Copies the bytes of a text up to the first one that `unescape_each` does not take.
static size_t NAME(unescape)(
    const uint8_t *bytes, size_t from, size_t end, uint8_t *out, size_t *written
) {
    size_t at = from;
    while (end - at >= CHUNK) {
        PART part = LOAD(bytes + at);
        // No more is written than was read, so there is room for a whole chunk.
        __builtin_memcpy(out + *written, &part, CHUNK);
        uint64_t odd = STOPS(part) | CONTROLS(part);
        size_t count = odd ? (size_t)__builtin_ctzll(odd) / STOP_BITS : CHUNK;
        at += count;
        *written += count;
        if (!odd) continue;
        size_t next = unescape_each(bytes, at, at + 2 <= end ? at + 2 : end, out, written);
        if (next == at) return at;
        at = next;
    }
    return unescape_each(bytes, at, end, out, written);
}

static bool NAME(keeps_case)(const uint8_t *bytes, size_t from, size_t end) {
    return keeps_case_each(bytes, from, end);
}
#endif

static size_t NAME(end_of_plain_text)(const uint8_t *bytes, size_t from, size_t end) {
    return NAME(stop)(bytes, from, end);
}

static size_t NAME(line_feeds)(const uint8_t *bytes, size_t from, size_t end) {
    size_t at = from, count = 0;
    for (; end - at >= CHUNK; at += CHUNK)
        count += (size_t)__builtin_popcountll(FEEDS(LOAD(bytes + at))) / STOP_BITS;
    for (; at < end; at++) count += bytes[at] == '\n';
    return count;
}
