import Glibc

/// A system call that failed: which, on what, and what the kernel said.
package struct SystemError: Error, Sendable, Equatable {
  /// The name of the call, as its manual page has it.
  package var call: String
  /// What it was called on (a path, an address); empty where there is nothing to name.
  package var subject: String
  /// The error number.
  package var number: Int32
  /// What is wrong, where the number would not say it.
  private var words: String?

  package init(
    _ call: String, on subject: String = "", number: Int32 = errno, words: String? = nil
  ) {
    self.call = call
    self.subject = subject
    self.number = number
    self.words = words
  }

  /// What is wrong: what the number means in the C library's words, where there are no better ones.
  package var meaning: String {
    if let words { return words }
    // The longest of glibc's messages has 50 bytes; what would not fit is cut, never overrun.
    return withUnsafeTemporaryAllocation(of: CChar.self, capacity: 128) { space in
      guard let base = space.baseAddress, strerror_r(number, base, space.count) == 0 else {
        return "error \(number)"
      }
      return String(cString: base)
    }
  }
}

extension SystemError {
  /// What there is in place of a file or folder that was to be read, for "expected …; found …".
  package var finding: String {
    if words != nil { return meaning }
    switch number {
    case ENOENT: return "nothing of that name"
    case ENOTDIR: return "a file, where a folder must be"
    case EISDIR: return "a folder, where a file must be"
    default: return meaning
    }
  }
}

extension SystemError: CustomStringConvertible {
  /// For instance `open /data/provinces.json: No such file or directory (2)`.
  package var description: String {
    let what = subject.isEmpty ? call : "\(call) \(subject)"
    return words == nil ? "\(what): \(meaning) (\(number))" : "\(what): \(meaning)"
  }
}

/// Makes a call that answers a negative number on failure, again while a signal interrupts it.
@inline(__always)
func retried<Answer: BinaryInteger>(
  _ name: String, on subject: @autoclosure () -> String = "", _ call: () -> Answer
) throws(SystemError) -> Answer {
  while true {
    let answer = call()
    if answer >= 0 { return answer }
    let number = errno
    if number != EINTR { throw SystemError(name, on: subject(), number: number) }
  }
}

extension SystemError {
  /// The failures that callers tell apart.
  package enum Kind: Sendable, Equatable {
    case addressInUse, addressNotAvailable, notPermitted, other
  }

  /// Whether there is nothing of that name.
  package var isMissing: Bool { number == ENOENT || number == ENOTDIR }

  package var kind: Kind {
    switch number {
    case EADDRINUSE: .addressInUse
    case EADDRNOTAVAIL, EAFNOSUPPORT: .addressNotAvailable
    case EACCES, EPERM: .notPermitted
    default: .other
    }
  }
}
