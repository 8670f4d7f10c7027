import Charts
import Testing

/// Numbers in the writing of a language.
@Suite struct NumeralsTests {
  @Test(arguments: [
    ("0.7069", "0,7069", "0.7069"), ("1234567", "1.234.567", "1,234,567"),
    ("13608.8", "13.608,8", "13,608.8"), ("-1234.5", "−1.234,5", "−1,234.5"), ("100", "100", "100"),
    ("999", "999", "999"), ("1000", "1.000", "1,000"), ("0", "0", "0"),
  ])
  func `all digits are kept, grouped and pointed as the language does`(
    digits: String, vi: String, en: String
  ) {
    #expect(Numerals.text(Value(digits), .vi) == vi)
    #expect(Numerals.text(Value(digits), .en) == en)
  }

  @Test(arguments: [
    ("0.395123456", 4, "0.3951"), ("13608.8", 5, "13,609"), ("13608.8", 2, "13,609"),
    ("2.25", 2, "2.3"), ("-2.25", 2, "−2.3"), ("0.99996", 4, "1"), ("12.5", 6, "12.5"),
    ("-0.00001", 3, "0"),
  ])
  func `of many digits those that say most are kept`(digits: String, most: Int, text: String) {
    #expect(Numerals.text(Value(digits), .en, digits: most) == text)
  }

  @Test func `numbers of a column have as many places as the longest`() {
    let values = ["0.834", "0.7069", "1"].map { Value($0) }
    let text = Numerals.even(values, .vi, digits: 6)
    #expect(values.map(text) == ["0,8340", "0,7069", "1,0000"])
    let whole = ["12", "1234"].map { Value($0) }
    #expect(whole.map(Numerals.even(whole, .vi, digits: 6)) == ["12", "1.234"])
    let english = ["1234.5", "2"].map { Value($0) }
    #expect(english.map(Numerals.even(english, .en, digits: 6)) == ["1,234.5", "2.0"])
  }

  @Test(arguments: [
    (["0.4946", "0.8373"], 4, ["0,4946", "0,8373"]), (["0.5", "0.8373"], 2, ["0,50", "0,84"]),
    (["329.3", "9544"], 4, ["329", "9.544"]), (["3", "12"], 6, ["3", "12"]),
    (["2.1666", "3.71"], 4, ["2,167", "3,710"]), (["-0.4", "12.25"], 3, ["−0,4", "12,3"]),
  ])
  func `numbers that are compared have the places that the largest leaves`(
    digits: [String], most: Int, texts: [String]
  ) {
    let values = digits.map { Value($0) }
    #expect(values.map(Numerals.even(values, .vi, digits: most)) == texts)
  }

  @Test func `a number of a scale has all its places`() {
    #expect(Numerals.text(0.7, places: 2, .vi) == "0,70")
    #expect(Numerals.text(1200, places: 0, .en) == "1,200")
  }
}
