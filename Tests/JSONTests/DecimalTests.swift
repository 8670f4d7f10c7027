import JSON
import Testing

private func decimal(_ text: String) -> Decimal? {
  let bytes = Array(text.utf8)
  return Decimal(bytes.span, 0..<bytes.count)
}

@Suite struct DecimalTests {
  @Test(arguments: [
    ("0", 0, 0), ("-0", 0, 0), ("0.000", 0, 0), ("0e30", 0, 0), ("1", 1, 0), ("-1", -1, 0),
    ("0.834", 834, 3), ("-0.5", -5, 1), ("12.50", 125, 1), ("100", 100, 0), ("100.0", 100, 0),
    ("1e3", 1000, 0), ("1E+3", 1000, 0), ("1.5e3", 1500, 0), ("15e-1", 15, 1), ("1500e-3", 15, 1),
    ("1e-18", 1, 18), ("0.1e1", 1, 0), ("10e-1", 1, 0), ("1.23e1", 123, 1),
    ("1e17", 100_000_000_000_000_000, 0),
    ("99999999999999999", 99_999_999_999_999_999, 0),
    ("-99999999999999999", -99_999_999_999_999_999, 0),
    ("0.99999999999999999", 99_999_999_999_999_999, 17),
    ("288230376151711743", 288_230_376_151_711_743, 0),
    ("-288230376151711743", -288_230_376_151_711_743, 0),
    ("0.288230376151711743", 288_230_376_151_711_743, 18),
  ])
  func `a number is read digit for digit`(_ row: (text: String, mantissa: Int, places: Int)) throws
  {
    let number = try #require(decimal(row.text))
    #expect(Int(number.mantissa) == row.mantissa)
    #expect(number.places == row.places)
  }

  @Test(arguments: [
    "288230376151711744", "-288230376151711744", "999999999999999999", "9223372036854775807",
    "9223372036854775808", "99999999999999999999", "0.1234567890123456789", "1e-19",
    "0.0000000000000000001", "1e18", "3e17", "1e40", "1e41", "1e999999999999999999999", "1e-41",
    "1e-99999999999999999999", "12345678901234567.8901", "170141183460469231731687303715884105728",
  ])
  func `a number with more digits than fit is refused, never rounded`(_ text: String) {
    #expect(decimal(text) == nil)
  }

  @Test(arguments: [
    ("0", "0"), ("-0", "0"), ("-0.0", "0"), ("5", "5"), ("0.05", "0.05"), ("-0.05", "-0.05"),
    ("12.30", "12.3"), ("1e3", "1000"), ("1e-3", "0.001"), ("-12.034", "-12.034"),
    ("0.000000000000000001", "0.000000000000000001"),
    ("-0.288230376151711743", "-0.288230376151711743"),
    ("288230376151711743", "288230376151711743"), ("100.001", "100.001"), ("10.0", "10"),
  ])
  func `a number is printed without trailing zeros and exponents`(
    _ row: (text: String, printed: String)
  ) throws {
    let number = try #require(decimal(row.text))
    #expect(number.description == row.printed)
    #expect(decimal(row.printed) == number)
    var bytes = Array("x".utf8)
    number.write(onto: &bytes)
    #expect(String(decoding: bytes, as: UTF8.self) == "x\(row.printed)")
  }

  @Test func `equal numbers are equal however they are spelt`() throws {
    let spellings = ["1.5", "1.50", "15e-1", "0.15e1", "0.015E+2", "1500e-3"]
    #expect(Set(spellings.compactMap(decimal)).count == 1)
    #expect(Set(["0", "-0", "0.0", "0e5", "0e-5"].compactMap(decimal)).count == 1)
  }

  @Test func `numbers are ordered by value, whatever their digits`() throws {
    let ordered = try [
      "-288230376151711743", "-10", "-9.99", "-1", "-0.5", "-0.49", "-0.288230376151711743",
      "-1e-18", "0", "1e-18", "0.05", "0.1", "0.288230376151711743", "0.5", "0.51", "1", "1.01",
      "9.9", "10", "10.5", "99", "100", "288230376151711742", "288230376151711743",
    ].map { try #require(decimal($0)) }
    for (place, one) in ordered.enumerated() {
      for (other, number) in ordered.enumerated() {
        #expect((one < number) == (place < other), "\(one) and \(number)")
        #expect((one == number) == (place == other), "\(one) and \(number)")
      }
    }
  }

  @Test func `a number is made of a mantissa and places only where it fits`() {
    #expect(Decimal(mantissa: 1250, places: 2)?.description == "12.5")
    #expect(Decimal(mantissa: 0, places: 40)?.description == "0")
    #expect(Decimal(mantissa: 10, places: 19)?.description == "0.000000000000000001")
    #expect(Decimal(mantissa: 1, places: 19) == nil)
    #expect(Decimal(mantissa: 1, places: -1) == nil)
    #expect(Decimal(mantissa: Int128(Decimal.largestMantissa), places: 0) != nil)
    #expect(Decimal(mantissa: Int128(Decimal.largestMantissa) + 1, places: 0) == nil)
    #expect(Decimal(mantissa: -Int128(Decimal.largestMantissa) - 1, places: 0) == nil)
    #expect(Decimal(mantissa: Int128.max, places: 3) == nil)
    #expect(Decimal(mantissa: Int128.min, places: 3) == nil)
    #expect(Decimal(-42) == Decimal(mantissa: -420, places: 1))
  }

  @Test(arguments: ["0", "-1", "0.5", "-0.288230376151711743", "288230376151711743"])
  func `packed bits give the number back`(_ text: String) throws {
    let number = try #require(decimal(text))
    #expect(Decimal(packed: number.packed) == number)
  }

  @Test func `powers of ten are exact up to 36`() {
    #expect(Decimal.power(0) == 1)
    #expect(Decimal.power(18) == 1_000_000_000_000_000_000)
    #expect("\(Decimal.power(36))" == "1" + String(repeating: "0", count: 36))
  }

  @Test func `every number of a wide sample reads back as it was printed`() {
    var state: UInt64 = 20_240_719
    for _ in 0..<20_000 {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      let mantissa = Int64(bitPattern: state) >> Int64(6 + state >> 58)
      let places = Int(state >> 20 % 19)
      guard let number = Decimal(mantissa: Int128(mantissa), places: places) else {
        Issue.record("\(mantissa) with \(places) places fits")
        continue
      }
      #expect(decimal(number.description) == number)
    }
  }
}
