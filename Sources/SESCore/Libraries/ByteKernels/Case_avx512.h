// Letter case beyond ASCII, looked for in 64 bytes at a time.

static inline uint64_t from_avx512(part_avx512 part, uint8_t least) {
    return _mm512_cmpge_epu8_mask(part, _mm512_set1_epi8((char)least));
}

static bool keeps_case_avx512(const uint8_t *bytes, size_t from, size_t end) {
    part_avx512 lowest = load_avx512(lowest_second), highest = load_avx512(highest_second);
    // Which of the next bytes have to go on with a character.
    uint64_t begun = 0;
    for (size_t at = from; at < end; at += 64) {
        size_t left = end - at;
        uint64_t inside = left < 64 ? _bzhi_u64(~0ull, (unsigned)left) : ~0ull;
        uint64_t has_next = left < 65 ? inside >> 1 : ~0ull;
        part_avx512 part = _mm512_maskz_loadu_epi8(inside, bytes + at);
        part_avx512 next = _mm512_maskz_loadu_epi8(has_next, bytes + at + 1);
        uint64_t firsts = from_avx512(part, 0xC0);
        uint64_t of_three = from_avx512(part, 0xE0), of_four = from_avx512(part, 0xF0);
        uint64_t behind = begun | firsts << 1 | of_three << 2 | of_four << 3;
        uint64_t odd = behind ^ (from_avx512(part, 0x80) & ~firsts);
        odd |= _mm512_mask_cmplt_epu8_mask(firsts, next, _mm512_permutexvar_epi8(part, lowest));
        odd |= _mm512_mask_cmpgt_epu8_mask(firsts, next, _mm512_permutexvar_epi8(part, highest));
        if (odd) return false;
        begun = firsts >> 63 | of_three >> 62 | of_four >> 61;
    }
    return !begun;
}
