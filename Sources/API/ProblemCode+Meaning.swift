import Statistics

extension ProblemCode {
  /// What it means and what to do, for the page that problems point to.
  var meaning: Name {
    switch self {
    case .badParameter:
      Name(
        vi: "Một hay nhiều tham số không dùng được. Mỗi lỗi đứng riêng trong errors, với tham số,"
          + " giá trị đã nhận, điều được nhận và, với \(APILimits.suggestedErrors) lỗi đầu, cái gần"
          + " nhất có thật; quá \(APILimits.errors) lỗi thì moreErrors nói còn bao nhiêu. Không câu"
          + " trả lời nào được cho khi còn một lỗi.",
        en: "One or more parameters cannot be used as given. Each error stands by itself in errors,"
          + " with the parameter, the value, what is taken and, for the first"
          + " \(APILimits.suggestedErrors), the nearest thing that exists; beyond"
          + " \(APILimits.errors) moreErrors says how many there are. Nothing is answered while"
          + " anything is wrong.")
    case .unknownParameter:
      Name(
        vi:
          "Không có tham số tên này; suggestions nêu tên gần nhất, allowed nêu mọi tên được nhận.",
        en: "There is no parameter of this name; suggestions has the nearest, allowed all that are"
          + " taken.")
    case .unknownValue:
      Name(
        vi: "Tham số có thật, giá trị thì không; see chỉ nơi liệt kê các giá trị.",
        en: "The parameter exists, the value does not; see leads to where values are listed.")
    case .badSyntax:
      Name(
        vi: "Giá trị không được viết như cần, chẳng hạn 2024-H1 thay cho 2024-S1.",
        en: "The value is not spelt as it has to be, such as 2024-H1 for 2024-S1.")
    case .outOfRange:
      Name(
        vi: "Giá trị viết đúng nhưng nằm ngoài giới hạn được nêu.",
        en: "The value is well spelt, but out of the bounds that detail states.")
    case .repeated:
      Name(
        vi: "Một tham số, hay một giá trị trong danh sách, có hai lần. Hãy ghi một lần, các giá trị"
          + " cách nhau bằng dấu phẩy.",
        en: "A parameter, or a value of a list, stands twice. Give it once, with commas between"
          + " values.")
    case .empty:
      Name(
        vi: "Tham số không có giá trị, hay một tham số cần có thì thiếu.",
        en: "A parameter without a value, or one that is needed and missing.")
    case .notHere:
      Name(
        vi: "Tham số có thật, nhưng địa chỉ này không nhận nó.",
        en: "The parameter exists, but this address does not take it.")
    case .conflict:
      Name(
        vi: "Hai tham số loại trừ nhau, chẳng hạn vintages=all và một bản đồ.",
        en: "Two parameters exclude each other, such as vintages=all and a map.")
    case .notOnThisMap:
      Name(
        vi: "Tên hay định danh có thật nhưng không có trên bản đồ của câu trả lời. was là đơn vị"
          + " từng mang tên ấy, successors là các đơn vị kế thừa; boundaries chọn bản đồ khác.",
        en:
          "The name or id exists, but not on the map of the answer. was is the unit that once bore"
          + " it, successors are those that followed; boundaries chooses another map.")
    case .tooMany:
      Name(
        vi: "Quá nhiều giá trị trong một tham số, hay quá nhiều dòng cho một câu trả lời; giới hạn"
          + " nằm ở limits của /v1. Không gì bị cắt bớt âm thầm.",
        en: "Too many values in a parameter, or too many rows for one answer; the bounds are in"
          + " limits of /v1. Nothing is cut silently.")
    case .notFound:
      Name(
        vi: "Không có gì ở địa chỉ này; suggestions nêu địa chỉ gần nhất. Không có dấu gạch chéo ở"
          + " cuối địa chỉ.",
        en: "There is nothing at this address; suggestions has the nearest. Addresses do not end in"
          + " a slash.")
    case .methodNotAllowed:
      Name(
        vi: "Chỉ nhận GET, HEAD và OPTIONS.", en: "Only GET, HEAD and OPTIONS are taken.")
    case .notAcceptable:
      Name(
        vi: "Không có định dạng nào như Accept hay format= muốn; offered nêu những gì có.",
        en: "There is no format such as Accept or format= wants; offered has those that there are.")
    case .preconditionFailed:
      Name(
        vi: "Không thẻ nào trong If-Match là thẻ hiện nay: dữ liệu đã khác.",
        en: "No tag in If-Match is the present one: the data is another.")
    case .badRequest:
      Name(
        vi: "Yêu cầu không đúng giao thức HTTP, quá lớn hay quá chậm; kết nối được đóng.",
        en: "The request is not HTTP as the RFCs have it, too large or too slow; the connection is"
          + " closed.")
    case .unavailable:
      Name(
        vi: "Máy chủ không còn chỗ cho kết nối; Retry-After nói khi nào thử lại.",
        en: "The server has no room for another connection; Retry-After says when to try again.")
    case .internalError:
      Name(
        vi: "Lỗi của chính chương trình; hãy báo cho người vận hành.",
        en: "The program itself is wrong; please tell those who run it.")
    }
  }

  /// The status of answers that bear it; of errors inside a problem 400.
  var status: Int {
    switch self {
    case .notFound: 404
    case .methodNotAllowed: 405
    case .notAcceptable: 406
    case .preconditionFailed: 412
    case .unavailable: 503
    case .internalError: 500
    default: 400
    }
  }
}
