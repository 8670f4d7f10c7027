// What Linux has and `import Glibc` does not show: it stands in a header outside Glibc's module
// map, or hides behind _GNU_SOURCE. The macro cannot be defined here: it changes types (fd_set)
// that Glibc's module has already seen without it. So what it hides is declared by hand.
#pragma once
#include <elf.h>
#include <linux/filter.h>
#include <malloc.h>
#include <sys/auxv.h>
#include <sys/epoll.h>
#include <sys/eventfd.h>
#include <sys/inotify.h>
#include <sys/signalfd.h>
#include <sys/socket.h>
#include <sys/un.h>

extern int accept4(int listener, struct sockaddr *restrict address,
                   socklen_t *restrict length, int flags);
extern int pthread_setname_np(unsigned long thread, const char *name);
extern int sched_getaffinity(int process, size_t size, void *set);
extern int malloc_trim(size_t pad);
extern int mallopt(int parameter, int value);
