import JSON
import Testing

private func written(_ write: (inout JSONWriter) -> Void) -> String {
  var writer = JSONWriter()
  write(&writer)
  return String(decoding: writer.bytes, as: UTF8.self)
}

@Suite struct JSONWriterTests {
  @Test func `commas stand between values and nowhere else`() {
    let text = written {
      $0.beginObject()
      $0.key("a")
      $0.beginArray()
      $0.endArray()
      $0.key("b")
      $0.beginArray()
      $0.integer(1)
      $0.null()
      $0.bool(true)
      $0.bool(false)
      $0.string("x")
      $0.beginObject()
      $0.endObject()
      $0.beginArray()
      $0.integer(-2)
      $0.endArray()
      $0.endArray()
      $0.key("c")
      $0.beginObject()
      $0.member("d", "e")
      $0.member("f", nil)
      $0.endObject()
      $0.key("g")
      $0.strings(["h", "i"])
      $0.key("j")
      $0.strings([])
      $0.endObject()
    }
    #expect(
      text == #"{"a":[],"b":[1,null,true,false,"x",{},[-2]],"c":{"d":"e","f":null},"#
        + #""g":["h","i"],"j":[]}"#)
  }

  @Test(arguments: [
    ("", #""""#), ("abc", #""abc""#), ("Đà Nẵng", #""Đà Nẵng""#), ("a\"b", #""a\"b""#),
    ("a\\b", #""a\\b""#), ("a/b", #""a/b""#), ("\n\r\t", #""\n\r\t""#),
    ("\u{0}\u{1}\u{8}\u{C}\u{1F}", #""\u0000\u0001\u0008\u000c\u001f""#),
    ("\u{7F}\u{2028}\u{2029}😀", "\"\u{7F}\u{2028}\u{2029}😀\""), ("“\"”", #""“\"”""#),
  ])
  func `texts are escaped where JSON asks for it and nowhere else`(
    _ row: (text: String, json: String)
  ) {
    #expect(written { $0.string(row.text) } == row.json)
  }

  @Test func `every character reads back as it was written`() throws {
    let scalars = (0...0x2FF).compactMap(Unicode.Scalar.init) + ["\u{FFFF}", "\u{10FFFF}"]
    for scalar in scalars {
      let text = "a\(Character(scalar))b"
      let document = try Parsed(written { $0.string(text) })
      #expect(document.text(0).unicodeScalars.elementsEqual(text.unicodeScalars))
    }
  }

  @Test(arguments: [Int(Decimal.largestMantissa), -Int(Decimal.largestMantissa), 0, -1, 1000])
  func `integers are written with all their digits`(_ integer: Int) {
    #expect(written { $0.integer(integer) } == "\(integer)")
  }

  @Test func `what was written since a mark can be taken back, with its comma`() {
    let text = written {
      $0.beginArray()
      let empty = $0.mark
      #expect(!$0.hasWritten(since: empty))
      $0.integer(1)
      #expect($0.hasWritten(since: empty))
      $0.rewind(to: empty)
      #expect(!$0.hasWritten(since: empty))
      $0.integer(2)
      let one = $0.mark
      $0.beginObject()
      $0.member("a", "b")
      $0.endObject()
      $0.rewind(to: one)
      $0.integer(3)
      $0.endArray()
    }
    #expect(text == "[2,3]")
  }

  @Test func `pieces stand at the beginning and behind others`() {
    let pieces = JSONPieces(["a", "b", "c"]) { name, writer in writer.member(name, name) }
    #expect(pieces.count == 3)
    #expect(
      written {
        $0.beginArray()
        $0.beginObject()
        $0.piece(pieces, 1)
        $0.piece(pieces, 0)
        $0.endObject()
        for range in [0..<3, 1..<2, 2..<2] {
          $0.beginObject()
          $0.pieces(pieces, range)
          $0.pieces(pieces, range)
          $0.endObject()
        }
        $0.endArray()
      } == #"[{"b":"b","a":"a"},{"a":"a","b":"b","c":"c","a":"a","b":"b","c":"c"},"#
        + #"{"b":"b","b":"b"},{}]"#)
  }

  @Test func `a piece may end with a key`() {
    let pieces = JSONPieces(["a", "b"]) { name, writer in
      writer.member("name", name)
      writer.key(name)
    }
    let text = written {
      $0.beginObject()
      $0.key(pieces, 1)
      $0.integer(1)
      $0.key(pieces, 0)
      $0.null()
      $0.endObject()
    }
    #expect(text == #"{"name":"b","b":1,"name":"a","a":null}"#)
  }

  @Test func `what was copied is written again wherever a comma is needed`() {
    var first: [UInt8] = []
    var second: [UInt8] = []
    let text = written {
      $0.beginArray()
      for copied in [false, true] {
        let opening = $0.mark
        if copied {
          $0.repeating(first)
        } else {
          $0.beginObject()
          $0.member("a", nil)
          $0.copy(since: opening, to: &first)
        }
        $0.key(JSONKey("b"))
        $0.bool(copied)
        let rest = $0.mark
        if copied {
          $0.repeating(second)
        } else {
          $0.member("c", "d")
          $0.endObject()
          $0.copy(since: rest, to: &second)
        }
      }
      $0.endArray()
    }
    #expect(text == #"[{"a":null,"b":false,"c":"d"},{"a":null,"b":true,"c":"d"}]"#)
  }

  @Test func `what it writes is read again`() throws {
    let text = written {
      $0.beginObject()
      for name in ["a", "b", "c"] {
        $0.key(name)
        $0.beginArray()
        $0.string("\u{1}\"\\\n😀 \(name)")
        $0.number(Decimal(packed: -834 << 5 | 3))
        $0.endArray()
      }
      $0.endObject()
    }
    let document = try Parsed(text)
    #expect(document.tape.keys(of: 0).map(document.text) == ["a", "b", "c"])
    let b = try #require(document.member("b", of: 0))
    let elements = document.tape.elements(of: b)
    #expect(document.text(elements[0]) == "\u{1}\"\\\n😀 b")
    #expect(try rewritten(text) == text.replacing(":[", with: ",["))
  }
}
