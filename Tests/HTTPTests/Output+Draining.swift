import HTTP

extension Output {
  /// Takes out what is made so far.
  mutating func drainMade() -> [UInt8] {
    var bytes: [UInt8] = []
    while count > 0 {
      let sent = withNext { first, second in
        for index in first.indices { bytes.append(first[index]) }
        for index in second.indices { bytes.append(second[index]) }
        return first.count + second.count
      }
      drop(sent)
    }
    return bytes
  }
}
