/* What is known of the program only while it is built. */
#ifndef CBUILD_H
#define CBUILD_H

/* The commit of the sources, with a plus where they were changed since; empty outside a clone. */
const char *exemplar_commit(void);

#endif
