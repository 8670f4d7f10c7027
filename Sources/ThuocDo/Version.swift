import API
import Linux

/// Which program this is, for whoever reports what is wrong with it.
enum Version {
  /// The version of the answers, and the commit where the build has said it.
  static var text: String {
    "thuocdo \(API.version) (\(Build.commit.map { "commit \($0)" } ?? "commit unknown"))"
  }
}
