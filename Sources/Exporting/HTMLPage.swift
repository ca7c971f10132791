import NewsEvents

struct HTMLPage {
  let options: ExportOptions
  func write(_ events: some Collection<TimelineEvent>, to sink: (String) throws -> Void) rethrows {}
}
