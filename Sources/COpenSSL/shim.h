// OpenSSL as Swift sees it: what it offers as macros is said again as functions and constants, since
// a macro with arguments or a cast does not cross over.
#pragma once
#include <openssl/err.h>
#include <openssl/evp.h>
#include <openssl/opensslv.h>
#include <openssl/pem.h>
#include <openssl/ssl.h>
#include <openssl/x509v3.h>

static const uint64_t TLS_no_compression = SSL_OP_NO_COMPRESSION;
static const uint64_t TLS_no_renegotiation = SSL_OP_NO_RENEGOTIATION;
static const uint64_t TLS_server_preference = SSL_OP_CIPHER_SERVER_PREFERENCE;
static const uint64_t TLS_prioritize_chacha = SSL_OP_PRIORITIZE_CHACHA;
static const uint64_t TLS_ignore_unexpected_end = SSL_OP_IGNORE_UNEXPECTED_EOF;
static const long TLS_release_buffers = SSL_MODE_RELEASE_BUFFERS;
static const long TLS_partial_write = SSL_MODE_ENABLE_PARTIAL_WRITE;
static const long TLS_moving_buffer = SSL_MODE_ACCEPT_MOVING_WRITE_BUFFER;

static inline void TLS_set_mode(SSL_CTX *context, long mode) {
  SSL_CTX_set_mode(context, mode);
}
static inline void TLS_read_ahead(SSL_CTX *context) {
  SSL_CTX_set_read_ahead(context, 1);
}
static inline void TLS_no_session_cache(SSL_CTX *context) {
  SSL_CTX_set_session_cache_mode(context, SSL_SESS_CACHE_OFF);
}
static inline int TLS_set_versions(SSL_CTX *context, int least, int most) {
  return SSL_CTX_set_min_proto_version(context, least) &&
         SSL_CTX_set_max_proto_version(context, most);
}
static inline int TLS_set_groups(SSL_CTX *context, const char *names) {
  return SSL_CTX_set1_groups_list(context, names);
}
/// Adds what stands behind the certificate itself; takes a share in it.
static inline int TLS_add_chain(SSL_CTX *context, X509 *certificate) {
  return SSL_CTX_add1_chain_cert(context, certificate);
}
static inline int TLS_reason(unsigned long error) { return ERR_GET_REASON(error); }
