// The least that an HTTP server can be: for Scripts/bench only, to know the kernel's share.
//
//   responder PORT FILE    one thread, epoll; answers with the bytes of FILE, head and body
//
// It never looks at a request: what it reads is one request if it ends in an empty line. There are
// no deadlines and no bounds, and an answer that a socket does not take whole ends the connection.

#define _GNU_SOURCE
#include <arpa/inet.h>
#include <netinet/tcp.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/epoll.h>
#include <sys/socket.h>
#include <unistd.h>

static char answer[1 << 24], input[1 << 14];

static void fail(const char *what) {
  perror(what);
  exit(1);
}

static int listenOn(int port) {
  int one = 1, listener = socket(AF_INET, SOCK_STREAM | SOCK_NONBLOCK, 0);
  struct sockaddr_in address = {.sin_family = AF_INET, .sin_port = htons(port)};
  address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
  setsockopt(listener, SOL_SOCKET, SO_REUSEADDR, &one, sizeof one);
  if (bind(listener, (struct sockaddr *)&address, sizeof address) < 0) fail("bind");
  if (listen(listener, 1024) < 0) fail("listen");
  return listener;
}

int main(int count, char **arguments) {
  if (count != 3) return 2;
  FILE *file = fopen(arguments[2], "r");
  if (!file) fail(arguments[2]);
  size_t length = fread(answer, 1, sizeof answer, file);
  int listener = listenOn(atoi(arguments[1])), poller = epoll_create1(0);
  struct epoll_event events[256], interest = {.events = EPOLLIN, .data.fd = listener};
  epoll_ctl(poller, EPOLL_CTL_ADD, listener, &interest);
  for (;;) {
    int ready = epoll_wait(poller, events, 256, -1);
    for (int i = 0; i < ready; i++) {
      int descriptor = events[i].data.fd;
      if (descriptor == listener) {
        int one = 1, client = accept4(listener, NULL, NULL, SOCK_NONBLOCK);
        if (client < 0) continue;
        setsockopt(client, IPPROTO_TCP, TCP_NODELAY, &one, sizeof one);
        interest.data.fd = client;
        epoll_ctl(poller, EPOLL_CTL_ADD, client, &interest);
        continue;
      }
      ssize_t got = read(descriptor, input, sizeof input);
      int isRequest = got >= 4 && memcmp(input + got - 4, "\r\n\r\n", 4) == 0;
      if (got <= 0 || (isRequest && write(descriptor, answer, length) != (ssize_t)length))
        close(descriptor);
    }
  }
}
