import SDMX
import Testing

@Suite struct IdentityTests {
  @Test(arguments: [
    ("gso-jan25", "gso-jan25"), ("5-5-5-2024/khong-3", "5-5-5-2024@khong-3"), ("a.b/c", "a$b@c"),
    ("a_b", "a_b"),
  ])
  func `an id is a code that SDMX allows, and can be told from every other`(
    id: String, code: String
  ) {
    #expect(Identity.code(id) == code)
  }

  @Test func `a pillar's flow is named after it`() {
    #expect(Identity.flow(ofPillar: "government") == "DIGITAL_GOVERNMENT")
  }
}
