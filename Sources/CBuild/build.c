#include "CBuild.h"

const char *exemplar_commit(void) { return EXEMPLAR_COMMIT; }
