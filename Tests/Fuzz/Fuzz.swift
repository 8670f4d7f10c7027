// Fuzz: feeds the readers of hostile bytes what libFuzzer makes up, and ends with a crash as soon
// as a reading breaks a promise. Scripts/fuzz builds and runs it.
import Glibc

/// The readers, by the names that Scripts/fuzz knows them by.
private let targets: [String: @Sendable ([UInt8]) -> Void] = [
  "chunks": fuzzChunks,
  "exchange": fuzzExchange,
  "head": fuzzHead,
  "json": fuzzJSON,
  "period": fuzzPeriod,
  "query": fuzzQuery,
]

private let target: @Sendable ([UInt8]) -> Void = {
  let name = getenv("FUZZ_TARGET").map { String(cString: $0) } ?? ""
  guard let target = targets[name] else {
    print("FUZZ_TARGET is one of \(targets.keys.sorted().joined(separator: ", "))")
    exit(2)
  }
  return target
}()

/// What libFuzzer calls with each input.
@c(LLVMFuzzerTestOneInput)
public func testOneInput(_ bytes: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  target(Array(UnsafeBufferPointer(start: bytes, count: count)))
  return 0
}

/// Ends the process, as a crash does, where a promise is broken.
func promise(_ holds: Bool, _ words: @autoclosure () -> String) {
  if holds { return }
  print("broken: \(words())")
  fflush(nil)
  abort()
}

/// Places where an input is cut, told by the input itself so that a finding can be repeated.
func cuts(of bytes: [UInt8]) -> [Int] {
  var state = bytes.reduce(into: UInt64(bytes.count)) { $0 = ($0 ^ UInt64($1)) &* 0x100_0000_01B3 }
  let places = (0..<4).map { _ in
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return bytes.isEmpty ? 0 : Int(state >> 33) % bytes.count
  }
  return places.sorted()
}
