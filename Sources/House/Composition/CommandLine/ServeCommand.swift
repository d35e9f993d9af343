import ArgumentParser
import CivilTime
import Hummingbird
import Ledger
import Logging
import Operations

struct ServeCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "serve", abstract: "Serve the site until told to stop (SIGTERM or Ctrl-C).")

    @OptionGroup var options: DatabaseOptions

    @Option(name: .long, help: "HOST:PORT to listen on; port 0 takes a free one (default: 127.0.0.1:8080).")
    var listen: String?

    @Option(name: .long, help: "The area's name, as pages show it.")
    var area: String?

    @Option(name: .long, help: "A simulated day, such as 2024-09-20; only on a demonstration database.")
    var today: String?

    func validate() throws { _ = try today.map(SimulatedDay.parse) }

    func run() async throws {
        let settings = try options.settings()
        let address = try ListenAddress(listen ?? settings.listen)
        let day = try today.map(SimulatedDay.parse)
        guard let level = Logger.Level(rawValue: settings.log) else {
            throw SettingsError.badLog(settings.log)
        }
        let proxies = try TrustedProxies(settings.proxies ?? "")
        LoggingSystem.bootstrap { JSONLog(label: $0, logLevel: level) }
        let ledger = try await options.writableLedger(today: today)
        let key = try await options.areaKey(ledger)
        let site = try await Site(
            ledger, area: area ?? settings.area, today: day, key: key, files: settings.filesPath,
            url: settings.url)
        try await site.operations.sweep()
        let application = WebServer.application(
            site, at: address, url: settings.url, proxies: proxies, logger: Logger(label: "goldenthread")
        ) { port in
            let host = address.host.contains(":") ? "[\(address.host)]" : address.host
            Terminal.error("GoldenThread is at http://\(host):\(port)/")
        }
        do {
            try await application.runService()
        } catch {
            try? ledger.close()
            throw ServeError.cannotListen(listen ?? settings.listen, "\(error)")
        }
        try ledger.close()
        Terminal.error("GoldenThread has stopped.")
    }
}

/// Why the server could not run.
enum ServeError: Explained, Equatable {
    case cannotListen(String, String)

    var forPerson: String {
        switch self {
        case .cannotListen(let address, _):
            "The server could not run at \(address). Is something else using that port?"
        }
    }

    var forOperator: String {
        switch self {
        case .cannotListen(_, let why): "serve: \(why)"
        }
    }
}
