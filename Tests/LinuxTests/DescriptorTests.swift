import Glibc
import Linux
import Testing

@Suite struct DescriptorTests {
  @Test func `a descriptor is closed when its owner lets it go`() async {
    // In a process of its own: the number could be taken again at once by another test.
    await #expect(processExitsWith: .success) {
      var number: Int32 = -1
      do {
        let descriptor = Descriptor(taking: open("/dev/null", O_RDONLY))
        number = descriptor.number
        precondition(fcntl(number, F_GETFD) >= 0)
      }
      precondition(fcntl(number, F_GETFD) < 0 && errno == EBADF)
    }
  }

  @Test func `a descriptor that somebody else closed stops the program`() async {
    await #expect(processExitsWith: .failure) {
      let descriptor = Descriptor(taking: open("/dev/null", O_RDONLY))
      Glibc.close(descriptor.number)
      descriptor.close()
    }
  }

  @Test func `a number that is no descriptor stops the program`() async {
    await #expect(processExitsWith: .failure) { _ = Descriptor(taking: -1) }
  }
}
