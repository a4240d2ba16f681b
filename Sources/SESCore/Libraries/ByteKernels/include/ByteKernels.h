#ifndef BYTE_KERNELS_H
#define BYTE_KERNELS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

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

/// The index behind the bracket that closes the object or array opening at `from`.
///
/// Declines what `JSONStructure.endOfContainer` calls bad, brackets that nest deeper than 64, and
/// backslashes outside of texts.
size_t kernel_end_of_container(const uint8_t *bytes, size_t from, size_t end);

/// The index of the quote that closes the text whose first byte, behind its opening quote, is at
/// `from`; `found` gets the bits of what is in it. Declines a line feed in the text.
size_t kernel_end_of_text(const uint8_t *bytes, size_t from, size_t end, uint32_t *found);

/// The index of the first quote, backslash or line feed; `end` where there is none.
size_t kernel_end_of_plain_text(const uint8_t *bytes, size_t from, size_t end);

/// How many line feeds there are.
size_t kernel_line_feeds(const uint8_t *bytes, size_t from, size_t end);

/// Copies bytes, ASCII capitals turned into small letters; true where a byte is not ASCII.
bool kernel_fold_ascii(uint8_t *to, const uint8_t *bytes, size_t count);

/// The name of the vector code that this machine uses, such as "avx2".
const char *kernel_name(void);

#endif
