import Statistics

extension Parameter {
  /// What it does, in a sentence; what it takes says its schema.
  var meaning: Name {
    switch self {
    case .indicator: Name(vi: "Chỉ số theo định danh.", en: "Indicators by id.")
    case .area:
      Name(
        vi: "Địa bàn: VN, mã nước, hay tỉnh theo mã, mã ISO, tên rút gọn, định danh.",
        en: "Areas: VN, codes of countries, or provinces by code, ISO code, slug or id.")
    case .province:
      Name(
        vi: "Tỉnh, thành phố theo mã, mã ISO, tên rút gọn hay định danh.",
        en: "Provinces by code, ISO code, slug or id.")
    case .region:
      Name(
        vi: "Vùng theo định danh hay tên rút gọn.", en: "Regions by id or slug.")
    case .level:
      Name(vi: "Cấp của địa bàn.", en: "Levels of areas.")
    case .pillar: Name(vi: "Trụ cột.", en: "Pillars.")
    case .type: Name(vi: "Loại.", en: "Kinds.")
    case .period:
      Name(
        vi: "Một kỳ, các kỳ, hay một khoảng như 2020..2024 gồm mọi kỳ nằm trọn trong đó.",
        en: "A period, several, or a span such as 2020..2024: every period wholly within it.")
    case .frequency:
      Name(
        vi: "Tần suất: năm A, nửa năm S, quý Q, tháng M, ngày D, khác O.",
        en: "How often: yearly A, half-yearly S, quarterly Q, monthly M, daily D, other O.")
    case .latest:
      Name(
        vi: "Của mỗi chuỗi chỉ ngần này kỳ mới nhất có số.",
        en: "Of each series only so many of the newest periods with a number.")
    case .status: Name(vi: "Trạng thái.", en: "Statuses.")
    case .source: Name(vi: "Nguồn theo định danh.", en: "Sources by id.")
    case .agency:
      Name(
        vi: "Cơ quan theo định danh, gồm cả cơ quan mà nó kế thừa.",
        en: "Agencies by id, with those that they succeeded.")
    case .meeting: Name(vi: "Cuộc họp theo định danh.", en: "Meetings by id.")
    case .platform: Name(vi: "Nền tảng theo định danh.", en: "Platforms by id.")
    case .due:
      Name(
        vi: "Hạn vào một ngày hay trong một khoảng ngày.",
        en: "Due on a day or within a span of days.")
    case .unsaid:
      Name(
        vi: "Những câu hỏi chưa được trả lời.", en: "Questions that were left unsaid.")
    case .boundaries:
      Name(
        vi: "Bản đồ mà câu trả lời dựa vào: của hôm nay, của một ngày, hay published: mỗi giá trị ở"
          + " đơn vị mà nó được công bố.",
        en: "The map that the answer stands on: today's, a day's, or published: each value on the"
          + " unit for which it was published.")
    case .asOf:
      Name(
        vi: "Những gì được biết vào ngày ấy.", en: "What was known on that day.")
    case .vintages:
      Name(
        vi: "Mọi giá trị mà một ô từng có (all), hay giá trị đang hiện (shown).",
        en: "Every value that a cell ever had (all), or the one that is shown.")
    case .change:
      Name(
        vi: "Thay đổi so với kỳ trước (previous) hay cùng kỳ năm trước (year).",
        en: "The change since the period before (previous) or the same period a year before (year)."
      )
    case .updatedAfter:
      Name(
        vi: "Chỉ những gì được biết sau ngày ấy; của một thời điểm (SDMX) thì kể cả ngày của nó.",
        en: "Only what became known after that day; of a moment (SDMX) on its own day, too.")
    case .groupBy:
      Name(
        vi: "Gộp các tỉnh theo vùng, theo quy tắc của chỉ số.",
        en: "Provinces put together by region, by the indicator's rule.")
    case .acrossBreaks:
      Name(
        vi: "Tính thay đổi cả khi cách đo đã khác.",
        en: "Compute changes even across breaks of method.")
    case .startPeriod:
      Name(vi: "Các kỳ bắt đầu không sớm hơn.", en: "Periods that begin no earlier.")
    case .endPeriod:
      Name(vi: "Các kỳ kết thúc không muộn hơn.", en: "Periods that end no later.")
    case .firstNObservations:
      Name(
        vi: "Của mỗi chuỗi ngần này giá trị sớm nhất.", en: "Of each series so many, the earliest.")
    case .lastNObservations:
      Name(
        vi: "Của mỗi chuỗi ngần này giá trị muộn nhất.", en: "Of each series so many, the latest.")
    case .dimensionAtObservation:
      Name(vi: "Theo chuỗi, hay từng giá trị một.", en: "In series, or one by one.")
    case .detail: Name(vi: "Nói bao nhiêu về mỗi thứ.", en: "How much is told of each.")
    case .references:
      Name(
        vi: "Các cấu trúc đi cùng những gì được hỏi.",
        en: "Which structures come with those that are asked for.")
    case .mode:
      Name(
        vi: "Các mã mà câu hỏi nhận được, hay các mã nó có thể lấy thêm.",
        en: "The codes that the question gets, or those that it could take.")
    case .includeHistory:
      Name(
        vi: "Mọi giá trị từng đúng, theo ngày được biết.",
        en: "Everything that ever stood, by the day on which it was known.")
    case .query:
      Name(
        vi: "Các từ cần tìm, không phân biệt dấu và hoa thường; 1 đến 100 ký tự.",
        en: "Words to look for, insensitive to diacritics and case; 1 to 100 characters.")
    case .sort:
      Name(
        vi: "Sắp theo các trường này, - đứng trước là giảm dần.",
        en: "Ordered by these fields, - before one for descending.")
    case .fields:
      Name(
        vi: "Chỉ các trường này, theo thứ tự này.", en: "Only these fields, in this order.")
    case .limit:
      Name(vi: "Nhiều nhất ngần này dòng.", en: "At most so many rows.")
    case .offset:
      Name(vi: "Bỏ qua ngần này dòng đầu.", en: "Leaving out so many rows at first.")
    case .format:
      Name(
        vi: "Định dạng; thắng Accept.", en: "The format; it wins over Accept.")
    case .width: Name(vi: "Chiều rộng, điểm ảnh.", en: "Pixels across.")
    case .theme:
      Name(
        vi: "Nền sáng hay tối; trang không có thì theo máy.",
        en: "Light or dark; a page without it is as the reader's machine has it.")
    case .language:
      Name(
        vi: "Ngôn ngữ của chữ và số.", en: "The language of the words and numbers.")
    }
  }

  /// What documents call the ids that it takes: `IndicatorId`.
  var component: String { rawValue.prefix(1).uppercased() + rawValue.dropFirst() + "Id" }
}
