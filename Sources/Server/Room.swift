// Server: the wires. Threads with one event loop each, listeners, connections, and the way to
// stop them without losing a request. It knows HTTP and nothing of what is asked or answered.
