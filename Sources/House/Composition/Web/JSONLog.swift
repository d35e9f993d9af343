import Foundation
import Logging

/// Writes log lines as JSON objects on standard error, keys sorted, one line each.
struct JSONLog: LogHandler {
    let label: String
    var metadata: Logger.Metadata = [:]
    var logLevel: Logger.Level

    subscript(metadataKey key: String) -> Logger.Metadata.Value? {
        get { metadata[key] }
        set { metadata[key] = newValue }
    }

    func log(event: LogEvent) {
        var fields = ["level": "\(event.level)", "message": "\(event.message)"]
        fields["at"] = Date.now.formatted(
            .iso8601.year().month().day().time(includingFractionalSeconds: true))
        for (key, value) in metadata.merging(event.metadata ?? [:], uniquingKeysWith: { $1 }) {
            fields[key] = "\(value)"
        }
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        guard let line = try? encoder.encode(fields) else { return }
        // Whoever read the log may have gone away; the site goes on.
        try? FileHandle.standardError.write(contentsOf: line + [0x0A])
    }
}
