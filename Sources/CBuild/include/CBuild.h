/* What is known of the program only once it is built. */
#ifndef CBUILD_H
#define CBUILD_H

#include <stddef.h>

/* The commit of the sources, with a plus where they were changed since; empty outside a clone. */
const char *exemplar_commit(void);

/* The bytes by which the linker names this very program, made of all that is in it (on Linux a hash, the GNU build ID; on macOS
   its LC_UUID), and how many they are. Returns NULL where it has no such name. */
const unsigned char *exemplar_build_id(size_t *count);

#endif
