#define _GNU_SOURCE
#include "CDisk.h"

#if __linux__
#include <fcntl.h>
#include <sys/syscall.h>
#include <unistd.h>

// Where the C library is too old, or musl, it has no renameat2. 2 is RENAME_EXCHANGE.
int exemplar_exchange(const char *first, const char *second) {
    return (int)syscall(SYS_renameat2, AT_FDCWD, first, AT_FDCWD, second, 2u);
}

int exemplar_sync(int folder) { return (int)syscall(SYS_syncfs, folder); }
#else
#include <fcntl.h>
#include <stdio.h>
#include <unistd.h>

int exemplar_exchange(const char *first, const char *second) {
    return renamex_np(first, second, RENAME_SWAP);
}

int exemplar_sync(int folder) {
    sync();
    return fcntl(folder, F_FULLFSYNC);
}
#endif

#if __GLIBC__
#include <malloc.h>

void exemplar_trim_memory(void) { malloc_trim(0); }
#else
void exemplar_trim_memory(void) {}
#endif
