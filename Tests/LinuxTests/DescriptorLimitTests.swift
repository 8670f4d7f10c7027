import Glibc
import Linux
import Testing

@Suite struct DescriptorLimitTests {
  @Test func `the bound is raised as far as it may be and never lowered`() async {
    await #expect(processExitsWith: .success) {
      var limit = rlimit(rlim_cur: 100, rlim_max: 200)
      let resource = __rlimit_resource_t(RLIMIT_NOFILE.rawValue)
      precondition(setrlimit(resource, &limit) == 0)
      var reached: [Int] = []
      for wanted in [150, 120, 1000] { reached.append(try DescriptorLimit.raise(to: wanted)) }
      precondition(reached == [150, 150, 200])
      getrlimit(resource, &limit)
      precondition(limit.rlim_cur == 200)
    }
  }

  @Test func `there is a processor`() {
    #expect((1...8192).contains(processorCount()))
  }
}
