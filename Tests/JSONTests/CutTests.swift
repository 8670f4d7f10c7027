import JSON
import Testing

/// What becomes of documents that are damaged: no cut and no changed byte goes unnoticed.
@Suite struct CutTests {
  static let document = #"""
     {"name" : {"vi":"Hà Nội","en":"\u0048a \"Noi\" \ud83d\ude00"},
      "list":[1,-0.25,1.5e-3,true,false,null,[],{}, "😀"],"":[[{"a":{}}]]} 

    """#

  @Test func `a document cut at any byte is refused, but where only blanks are lost`() throws {
    let whole = Array(CutTests.document.utf8)
    let text = try rewritten(whole)
    let last = try #require(whole.lastIndex(of: UInt8(ascii: "}")))
    for end in 0...whole.count {
      let cut = Array(whole[..<end])
      if end > last {
        #expect(try rewritten(cut) == text, "cut at \(end)")
      } else {
        #expect(refusal(of: cut) != nil, "cut at \(end)")
      }
    }
  }

  @Test func `an error is never beyond the end of a cut document`() {
    let whole = Array(CutTests.document.utf8)
    for end in 0..<whole.count {
      if let error = refusal(of: Array(whole[..<end])) {
        #expect(error.offset <= end)
        #expect(!error.expected.isEmpty && !error.found.isEmpty)
      }
    }
  }

  @Test func `a document with any byte changed is refused, or is still Unicode text`() {
    let whole = Array(CutTests.document.utf8)
    var taken = 0
    for place in whole.indices {
      var changed = whole
      for byte in UInt8.min...UInt8.max where byte != whole[place] {
        changed[place] = byte
        guard refusal(of: changed) == nil else { continue }
        taken += 1
        #expect(String(validating: changed, as: UTF8.self) != nil, "byte \(place) is \(byte)")
      }
    }
    #expect(taken > whole.count)
  }

  @Test func `a document without any one bracket, quote, colon or comma is refused`() {
    let whole = Array(CutTests.document.utf8)
    for place in whole.indices where "{}[]\":,".utf8.contains(whole[place]) {
      var shorter = whole
      shorter.remove(at: place)
      #expect(refusal(of: shorter) != nil, "without byte \(place)")
    }
  }
}
