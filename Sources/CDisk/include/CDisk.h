// The calls that Swift's modules of the system do not have everywhere.

/// Exchanges two files or folders in one step. Gives 0, or -1 and errno.
int exemplar_exchange(const char *first, const char *second);

/// Waits until the file system that an open folder lies on has written everything to the disk.
int exemplar_sync(int folder);

/// Gives memory that was freed back to the system, where the C library would keep it for this process.
void exemplar_trim_memory(void);
