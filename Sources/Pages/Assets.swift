extension Desk.Assets {
  /// The bytes of the stylesheet and the script, as they stand in their files.
  package static let stylesheetText = PackageResources.page_css
  package static let scriptText = PackageResources.page_js
}
