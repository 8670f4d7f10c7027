// HTTP: the protocol with no wires. Bytes come in and values go out: the parser, the fields, the
// framing, negotiation, conditional requests, the limits, and the life of a connection as a value.
// Nothing in this room touches a socket, a clock or a file.
