import Storage
import Testing

/// "How to add a figure", followed to the letter.
@Suite struct RecipeTests {
  let page: Page
  let file: String

  init() throws {
    page = try Page.readme.get().section("How to add a figure")
    file = try #require(page.blocks.first { $0.language == "json" }?.text)
  }

  @Test func `the file of the recipe is served as the recipe says`() throws {
    let questions = Question.all(in: page)
    #expect(questions.count == 1)
    try withDataFolder(adding: "my-figures.json", file) { folder in
      let served = try Served(folder)
      for question in questions {
        let answer = try served.get(question.address, fields: question.fields)
        #expect(question.missing(from: answer.body) == nil, "the answer is \(answer.body)")
      }
    }
  }

  @Test func `the slip of the recipe is reported as the recipe shows`() throws {
    let shown = try #require(page.blocks.first { $0.language == "text" }?.text)
    // The recipe stands in a list, so its blocks are indented; the file is not.
    let lines = file.split(separator: "\n", omittingEmptySubsequences: false)
    let unindented = lines.map { $0.drop { $0 == " " } }.joined(separator: "\n")
    let slip = unindented.replacing(
      #""value":155,"source":"example-report-2024""#,
      with: #""value":155,"source":"example-report-2042""#)
    try withDataFolder(adding: "my-figures.json", slip) { folder in
      let errors = #expect(throws: DataErrors.self) { try Loader.load(folder) }
      let message = errors?.description.replacing(folder, with: "Config/data")
      #expect(message == String(shown.drop { $0 == " " }))
    }
  }
}
