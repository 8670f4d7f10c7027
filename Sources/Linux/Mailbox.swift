import CLinux
import Glibc
import Synchronization

/// Carries values from any thread to the one that polls the mailbox's descriptor.
package final class Mailbox<Message: Sendable>: Sendable {
  /// Readable while something has been posted and not taken.
  package let descriptor: Descriptor
  private let messages = Mutex<[Message]>([])

  package init() throws(SystemError) {
    let number = try retried("eventfd") {
      eventfd(0, Int32(EFD_CLOEXEC | EFD_NONBLOCK))
    }
    descriptor = Descriptor(taking: number)
  }

  /// Leaves a message and wakes the reader.
  package func post(_ message: Message) {
    messages.withLock { $0.append(message) }
    // It fails only when the counter is full, and then the reader has been woken long since.
    _ = eventfd_write(descriptor.number, 1)
  }

  /// Takes all messages, oldest first. Quiet before it takes, so that one posted meanwhile wakes
  /// again.
  package func take() -> [Message] {
    var count: eventfd_t = 0
    _ = eventfd_read(descriptor.number, &count)
    return messages.withLock { messages in
      defer { messages = [] }
      return messages
    }
  }
}
