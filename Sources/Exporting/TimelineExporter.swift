public import NewsEvents

/// The formats a timeline can be written in.
public enum ExportFormat: String, Sendable, Hashable, CaseIterable {
  case json, jsonl, mentions, plover, polecat, csv, markdown, html, timelinejs, ics, geojson, text

  /// The usual extension of a file name.
  public var fileExtension: String {
    switch self {
    case .json, .timelinejs: "json"
    case .jsonl, .mentions, .plover: "jsonl"
    case .polecat: "tsv"
    case .csv: "csv"
    case .markdown: "md"
    case .html: "html"
    case .ics: "ics"
    case .geojson: "geojson"
    case .text: "txt"
    }
  }

  public var mediaType: String {
    switch self {
    case .json, .timelinejs: "application/json"
    case .jsonl, .mentions, .plover: "application/x-ndjson"
    case .polecat: "text/tab-separated-values; charset=utf-8"
    case .csv: "text/csv; charset=utf-8; header=present"
    case .markdown: "text/markdown; charset=utf-8"
    case .html: "text/html; charset=utf-8"
    case .ics: "text/calendar; charset=utf-8"
    case .geojson: "application/geo+json"
    case .text: "text/plain; charset=utf-8"
    }
  }
}

/// How a timeline is written, where the format leaves a choice.
public struct ExportOptions: Sendable {
  /// The language of titles, labels and dates; the page shows all four and begins with this one.
  public var language: String
  /// ANSI colours in terminal text.
  public var colors: Bool
  /// Columns of terminal text.
  public var width: Int
  /// The most quotations shown with one event in text and Markdown.
  public var quotes: Int

  public init(language: String = "en", colors: Bool = false, width: Int = 100, quotes: Int = 4) {
    self.language = language
    self.colors = colors
    self.width = width
    self.quotes = quotes
  }
}

/// Writes a timeline in one of the formats, event by event: memory stays that of one event.
///
/// The output is a function of the events and the options alone, to the byte.
public struct TimelineExporter: Sendable {
  public let format: ExportFormat
  public let options: ExportOptions

  public init(_ format: ExportFormat, options: ExportOptions = ExportOptions()) {
    self.format = format
    self.options = options
  }

  /// Writes the events, in the order given (a timeline's is chronological), piece by piece to `sink`.
  public func write(_ events: some Collection<TimelineEvent>, to sink: (String) throws -> Void) rethrows {
    switch format {
    case .json: try writeJSON(events, to: sink)
    case .jsonl: for event in events { try sink(EventJSON.json(event).line + "\n") }
    case .mentions:
      for event in events {
        for mention in event.mentions { try sink(MentionWriter.json(mention, of: event.id).line + "\n") }
      }
    case .markdown: try MarkdownTimeline(options: options).write(events, to: sink)
    case .text: try TextTimeline(options: options).write(events, to: sink)
    case .html: try HTMLPage(options: options).write(events, to: sink)
    case .csv: try CSVTimeline.write(events, to: sink)
    case .plover:
      for event in events { if let record = PloverJSON.json(event) { try sink(record.line + "\n") } }
    case .polecat: try PolecatTable.write(events, to: sink)
    case .timelinejs: try TimelineJS(options: options).write(events, to: sink)
    case .ics: try ICalendar(options: options).write(events, to: sink)
    case .geojson: try GeoJSON.write(events, to: sink)
    }
  }

  /// The whole output as one string.
  public func string(_ timeline: Timeline) -> String {
    var out = ""
    write(timeline.events) { out += $0 }
    return out
  }

  /// `{"schema":"silsila.timeline/1","events":[…]}`, one event a line.
  private func writeJSON(_ events: some Collection<TimelineEvent>, to sink: (String) throws -> Void) rethrows {
    try sink("{\"schema\":\"\(EventJSON.schema)\",\"events\":[")
    var first = true
    for event in events {
      try sink((first ? "\n" : ",\n") + EventJSON.json(event).line)
      first = false
    }
    try sink(first ? "]}\n" : "\n]}\n")
  }
}
