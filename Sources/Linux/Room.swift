// Linux: the kernel, spoken in Swift. Every system call of the program is wrapped here, once:
// EINTR is retried, "would block" is a value, and every failure is a `SystemError` that names the
// call and says what it means.
