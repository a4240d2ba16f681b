// Texts in which much is escaped, as it is in one that holds a document: 64 bytes at a time, however many
// backslashes are among them.

/// The same as the loop of `Body.h`.
static size_t end_of_text_avx512(const uint8_t *bytes, size_t from, size_t end, uint32_t *found) {
    uint64_t is_escaped = 0;
    uint32_t seen = 0;
    for (size_t at = from; at < end; at += 64) {
        uint64_t inside = end - at < 64 ? _bzhi_u64(~0ull, (unsigned)(end - at)) : ~0ull;
        part_avx512 part = _mm512_maskz_loadu_epi8(inside, bytes + at);
        uint64_t backslashes = equals_avx512(part, '\\');
        uint64_t escaped = is_escaped;
        if (backslashes | escaped) escaped = escaped_bytes(backslashes, &is_escaped);
        uint64_t stops = (equals_avx512(part, '"') & ~escaped) | feeds_avx512(part);
        if (stops) inside &= _blsmsk_u64(stops);
        uint64_t marks = marks_avx512(part) & inside & ~stops & ~escaped;
        if (marks) {
            uint64_t controls = controls_avx512(part) & marks;
            if (controls) seen |= KERNEL_HAS_CONTROL;
            if (controls != marks) seen |= KERNEL_HAS_NON_ASCII;
        }
        if (backslashes & inside) seen |= KERNEL_HAS_ESCAPE;
        if (!stops) continue;
        at += (size_t)__builtin_ctzll(stops);
        *found = seen;
        return bytes[at] == '"' ? at : KERNEL_DECLINES;
    }
    return KERNEL_RAN_OUT;
}

/// The same as the loop of `Body.h`.
static size_t unescape_avx512(
    const uint8_t *bytes, size_t from, size_t end, uint8_t *out, size_t *written
) {
    size_t at = from, to = *written;
    while (end - at >= 64) {
        part_avx512 part = load_avx512(bytes + at);
        uint64_t backslashes = equals_avx512(part, '\\');
        uint64_t odd = controls_avx512(part);
        unsigned count = 64;
        uint64_t dropped = 0;
        if (backslashes) {
            uint64_t begins_within = 0;
            uint64_t escaped = escaped_bytes(backslashes, &begins_within);
            dropped = backslashes & ~escaped;
            // What the last backslash stands before is not seen yet.
            if (begins_within) count = 63;
            uint64_t plain = equals_avx512(part, '"') | backslashes | equals_avx512(part, '/');
            odd |= (escaped & ~plain) >> 1;
        }
        odd = _bzhi_u64(odd, count);
        if (odd) count = (unsigned)__builtin_ctzll(odd);
        uint64_t kept = _bzhi_u64(~dropped, count);
        _mm512_storeu_si512(out + to, _mm512_maskz_compress_epi8(kept, part));
        to += (size_t)__builtin_popcountll(kept);
        at += count;
        if (odd) break;
    }
    *written = to;
    return end - at < 64 ? unescape_each(bytes, at, end, out, written) : at;
}
