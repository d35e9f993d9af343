import Foundation
import Ledger
import Pages
import Yams

/// How the program is set up: flags before environment before `goldenthread.yaml` before defaults.
struct Settings: Sendable, Equatable {
    var database = "data/goldenthread.sqlite"
    var listen = "127.0.0.1:8080"
    /// The address under which people reach the site; nil where it is only tried out.
    var url: String?
    var area: String?
    var log = "info"
    /// The area's key file; nil for the database's path with the ending `.key`.
    var keyFile: String?
    /// The proxies on other machines whose word on whom they were asked by is taken, with commas between them.
    var proxies: String?
    /// The folder of files; nil for the database's path with the ending `.files`.
    var files: String?

    /// The keys of the file and, in capitals after `GOLDENTHREAD_`, of the environment.
    private static let keys = ["area", "database", "files", "key_file", "listen", "log", "proxies", "url"]

    static func load(environment: [String: String], file: String?) throws(SettingsError) -> Settings {
        var settings = Settings()
        if let text = try contents(of: file) { try settings.read(yaml: text) }
        for key in keys {
            if let value = environment["GOLDENTHREAD_\(key.uppercased())"], !value.isEmpty {
                settings.set(key, value)
            }
        }
        if settings.database.hasPrefix("postgres://") || settings.database.hasPrefix("postgresql://") {
            throw .unsupportedDatabase
        }
        return settings
    }

    /// Where the area's key is.
    var keyPath: String {
        keyFile ?? beside + ".key"
    }

    /// Where the bytes of files lie.
    var filesPath: String { files ?? beside + ".files" }

    private var beside: String { database.hasSuffix(".sqlite") ? String(database.dropLast(7)) : database }

    private static func contents(of file: String?) throws(SettingsError) -> String? {
        if let file {
            guard let text = try? String(contentsOfFile: file, encoding: .utf8) else {
                throw .unreadableFile(file)
            }
            return text
        }
        return try? String(contentsOfFile: "goldenthread.yaml", encoding: .utf8)
    }

    private mutating func read(yaml text: String) throws(SettingsError) {
        let loaded: Any?
        do { loaded = try Yams.load(yaml: text) } catch { throw .notYAML("\(error)") }
        guard let loaded else { return }
        guard let fields = loaded as? [String: Any] else { throw .notYAML("expected keys and values") }
        for (key, value) in fields.sorted(by: { $0.key < $1.key }) {
            guard Self.keys.contains(key) else { throw .unknownKey(key) }
            guard let text = value as? String else { throw .notText(key) }
            set(key, text)
        }
    }

    private mutating func set(_ key: String, _ value: String) {
        switch key {
        case "area": area = value
        case "database": database = value
        case "files": files = value
        case "key_file": keyFile = value
        case "listen": listen = value
        case "log": log = value
        case "proxies": proxies = value
        default: url = value
        }
    }
}

/// What is wrong with the settings.
enum SettingsError: Explained, Equatable {
    case unreadableFile(String)
    case notYAML(String)
    case unknownKey(String)
    case notText(String)
    case unsupportedDatabase
    case badListen(String)
    case badLog(String)
    case badProxy(String)

    var forPerson: String {
        switch self {
        case .unreadableFile(let file): "The settings file \(file) cannot be read."
        case .notYAML(let why): "The settings file is not YAML: \(why)"
        case .unknownKey(let key):
            "The settings file has a key “\(key)” that is not known. Known: area, database, files, key_file, listen, log, "
                + "proxies, url."
        case .notText(let key): "In the settings file, “\(key)” must be text; put it in quotes."
        case .unsupportedDatabase:
            "PostgreSQL is not supported by this version; give the path of a SQLite file."
        case .badListen(let text):
            "“\(text)” is not an address to listen on; write HOST:PORT, such as 127.0.0.1:8080."
        case .badProxy(let text):
            "“\(text)” is not the address of a proxy; write IP addresses with commas between them."
        case .badLog(let text):
            "“\(text)” is not a log level; write trace, debug, info, notice, warning, error or critical."
        }
    }

    var forOperator: String { forPerson }
}

/// A host and port to listen on.
struct ListenAddress: Sendable, Equatable {
    let host: String
    let port: Int

    init(_ text: String) throws(SettingsError) {
        guard let colon = text.lastIndex(of: ":"),
            let port = Int(pathText: String(text[text.index(after: colon)...])),
            port <= 65_535
        else { throw .badListen(text) }
        var host = String(text[..<colon])
        let isBracketed = host.hasPrefix("[") && host.hasSuffix("]")
        if isBracketed { host = String(host.dropFirst().dropLast()) }
        guard !host.isEmpty, isBracketed || !host.contains(":") else { throw .badListen(text) }
        self.host = host
        self.port = port
    }
}
