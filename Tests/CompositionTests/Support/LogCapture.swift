import Logging
import Synchronization

/// Keeps what is logged.
final class LogCapture: Sendable {
    struct Line: Sendable {
        let message: String
        let metadata: [String: String]

        /// Everything the line says.
        var whole: String { "\(message) \(metadata.sorted { $0.key < $1.key })" }
    }

    private let kept = Mutex<[Line]>([])

    var lines: [Line] { kept.withLock { $0 } }
    var requests: [Line] { lines.filter { $0.message == "request" } }

    func logger(_ level: Logger.Level = .info) -> Logger {
        var logger = Logger(label: "test") { _ in Handler(capture: self) }
        logger.logLevel = level
        return logger
    }

    private struct Handler: LogHandler {
        let capture: LogCapture
        var metadata: Logger.Metadata = [:]
        var logLevel = Logger.Level.info

        subscript(metadataKey key: String) -> Logger.Metadata.Value? {
            get { metadata[key] }
            set { metadata[key] = newValue }
        }

        func log(event: LogEvent) {
            let all = metadata.merging(event.metadata ?? [:], uniquingKeysWith: { $1 })
            let line = Line(message: "\(event.message)", metadata: all.mapValues { "\($0)" })
            capture.kept.withLock { $0.append(line) }
        }
    }
}
