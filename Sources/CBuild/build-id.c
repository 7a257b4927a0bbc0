/* dl_iterate_phdr is an extension of the GNU C library, which musl has too. */
#define _GNU_SOURCE
#include "CBuild.h"

struct name {
    const unsigned char *bytes;
    size_t count;
};

#ifdef __APPLE__

#include <mach-o/dyld.h>
#include <mach-o/loader.h>

static void find(struct name *found) {
    const struct mach_header_64 *header = (const struct mach_header_64 *)_dyld_get_image_header(0);
    if (!header || header->magic != MH_MAGIC_64) return;
    const unsigned char *at = (const unsigned char *)(header + 1);
    for (unsigned i = 0; i < header->ncmds; i++) {
        const struct load_command *command = (const struct load_command *)at;
        if (command->cmd == LC_UUID) {
            const struct uuid_command *id = (const struct uuid_command *)command;
            found->bytes = id->uuid;
            found->count = sizeof id->uuid;
            return;
        }
        at += command->cmdsize;
    }
}

#else

#include <link.h>
#include <string.h>

static size_t padded(size_t count) { return (count + 3) & ~(size_t)3; }

/* Looks through the notes of the first object, which is the program itself (elf(5), “Notes”). */
static int look(struct dl_phdr_info *object, size_t size, void *context) {
    (void)size;
    struct name *found = context;
    for (int i = 0; i < object->dlpi_phnum; i++) {
        if (object->dlpi_phdr[i].p_type != PT_NOTE) continue;
        const unsigned char *at = (const unsigned char *)(object->dlpi_addr + object->dlpi_phdr[i].p_vaddr);
        const unsigned char *end = at + object->dlpi_phdr[i].p_memsz;
        while (at + sizeof(ElfW(Nhdr)) <= end) {
            const ElfW(Nhdr) *note = (const ElfW(Nhdr) *)at;
            const unsigned char *name = at + sizeof *note;
            const unsigned char *bytes = name + padded(note->n_namesz);
            if (note->n_type == NT_GNU_BUILD_ID && note->n_namesz == 4 && !memcmp(name, "GNU", 4)) {
                found->bytes = bytes;
                found->count = note->n_descsz;
                return 1;
            }
            at = bytes + padded(note->n_descsz);
        }
    }
    return 1;
}

static void find(struct name *found) { dl_iterate_phdr(look, found); }

#endif

const unsigned char *exemplar_build_id(size_t *count) {
    struct name found = {NULL, 0};
    find(&found);
    *count = found.count;
    return found.bytes;
}
