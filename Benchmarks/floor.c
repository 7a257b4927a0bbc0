// The least that a build of a site could do: read every Markdown file of a library, have libcmark turn it into HTML,
// and write as many files of the same sizes as a built site has. Nothing is checked, related, searched or filled in.
//
//     cc -O2 -pthread -o floor Benchmarks/floor.c -lcmark
//     floor LIBRARY SITE OUTPUT THREADS
//
// SITE is a built site, whose sizes are copied; OUTPUT must not exist.
#define _GNU_SOURCE
#include <cmark.h>
#include <fcntl.h>
#include <ftw.h>
#include <pthread.h>
#include <stdatomic.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

struct file { char *path; size_t size; };
struct list { struct file *files; size_t count, room; };

static struct list sources, outputs;
static struct list *found;
static const char *site, *output;
static atomic_size_t next_source, next_output;
static atomic_ullong html_bytes;

static void fail(const char *what) { perror(what); exit(1); }

static int add(const char *path, const struct stat *status, int kind, struct FTW *ignored) {
    (void)ignored;
    if (found == &outputs && kind == FTW_D) {
        char *folder;
        if (asprintf(&folder, "%s%s", output, path + strlen(site)) < 0 || mkdir(folder, 0755)) fail(path);
        free(folder);
    }
    size_t length = strlen(path);
    if (kind != FTW_F || (found == &sources && (length < 3 || strcmp(path + length - 3, ".md")))) return 0;
    if (found->count == found->room) {
        found->room = found->room ? found->room * 2 : 1024;
        found->files = realloc(found->files, found->room * sizeof *found->files);
        if (!found->files) fail("memory");
    }
    found->files[found->count++] = (struct file){strdup(path), (size_t)status->st_size};
    return 0;
}

static void convert(const struct file *source) {
    char *text = malloc(source->size + 1);
    int file = open(source->path, O_RDONLY);
    if (!text || file < 0 || read(file, text, source->size) != (ssize_t)source->size) fail(source->path);
    close(file);
    char *html = cmark_markdown_to_html(text, source->size, CMARK_OPT_DEFAULT);
    html_bytes += strlen(html);
    free(html);
    free(text);
}

static void write_out(const struct file *like, char *buffer) {
    char *path;
    if (asprintf(&path, "%s%s", output, like->path + strlen(site)) < 0) fail("memory");
    int file = open(path, O_WRONLY | O_CREAT | O_EXCL, 0644);
    if (file < 0 || write(file, buffer, like->size) != (ssize_t)like->size) fail(path);
    close(file);
    free(path);
}

static void *work(void *buffer) {
    for (size_t i; (i = next_source++) < sources.count;) convert(&sources.files[i]);
    for (size_t i; (i = next_output++) < outputs.count;) write_out(&outputs.files[i], buffer);
    return NULL;
}

int main(int argc, char **argv) {
    if (argc != 5) return fputs("floor LIBRARY SITE OUTPUT THREADS\n", stderr), 2;
    site = argv[2], output = argv[3];
    found = &sources;
    if (nftw(argv[1], add, 16, FTW_PHYS)) fail(argv[1]);
    found = &outputs;
    if (nftw(site, add, 16, FTW_PHYS)) fail(site);
    size_t largest = 0, bytes = 0;
    for (size_t i = 0; i < outputs.count; i++) {
        bytes += outputs.files[i].size;
        if (outputs.files[i].size > largest) largest = outputs.files[i].size;
    }
    // Not zeros, which some disks do not write.
    char *buffer = malloc(largest);
    if (!buffer) fail("memory");
    for (size_t i = 0; i < largest; i++) buffer[i] = (char)(i * 2654435761u >> 13);
    int threads = atoi(argv[4]);
    pthread_t running[64];
    if (threads < 1 || threads > 64) return 2;
    for (int i = 0; i < threads; i++)
        if (pthread_create(&running[i], NULL, work, buffer)) fail("thread");
    for (int i = 0; i < threads; i++) pthread_join(running[i], NULL);
    printf("%zu texts, %llu bytes of HTML, %zu files, %zu bytes written\n", sources.count,
           (unsigned long long)html_bytes, outputs.count, bytes);
    return 0;
}
