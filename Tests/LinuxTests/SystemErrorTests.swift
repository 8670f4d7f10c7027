import Glibc
import Linux
import Testing

@Suite struct SystemErrorTests {
  @Test func `an error names the call, its object and the meaning`() {
    let error = SystemError("bind", on: "127.0.0.1:80", number: EADDRINUSE)
    #expect(error.description == "bind 127.0.0.1:80: Address already in use (98)")
    #expect(
      SystemError("accept4", number: EMFILE).description == "accept4: Too many open files (24)")
  }

  @Test func `an unknown number is said as a number`() {
    #expect(SystemError("x", number: 9999).description.contains("9999"))
  }

  @Test(
    arguments: [
      (EADDRINUSE, SystemError.Kind.addressInUse), (EADDRNOTAVAIL, .addressNotAvailable),
      (EAFNOSUPPORT, .addressNotAvailable), (EACCES, .notPermitted), (EPERM, .notPermitted),
      (EIO, .other),
    ]) func `failures that callers tell apart have kinds`(_ number: Int32, _ kind: SystemError.Kind)
  {
    #expect(SystemError("x", number: number).kind == kind)
  }
}
