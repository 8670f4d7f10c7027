import Glibc
import Linux
import Testing

@Suite struct SpareDescriptorTests {
  @Test func `a spare descriptor makes room for one when there is none`() async {
    await #expect(processExitsWith: .success) {
      var spare = try SpareDescriptor()
      var limit = rlimit(rlim_cur: 64, rlim_max: 64)
      precondition(setrlimit(__rlimit_resource_t(RLIMIT_NOFILE.rawValue), &limit) == 0)
      while open("/dev/null", O_RDONLY) >= 0 {}
      precondition(errno == EMFILE)
      spare.giveUp()
      let number = open("/dev/null", O_RDONLY)
      precondition(number >= 0)
      precondition(!spare.takeBack())
      close(number)
      precondition(spare.takeBack())
      precondition(spare.takeBack())
      precondition(open("/dev/null", O_RDONLY) < 0)
    }
  }
}
