import Foundation
import Testing

@testable import Composition

@Suite(.few) struct `The settings` {
    private func load(_ yaml: String, _ environment: [String: String] = [:]) throws -> Settings {
        let folder = try TemporaryFolder()
        let file = try folder.write("settings.yaml", yaml.utf8)
        return try Settings.load(environment: environment, file: file)
    }

    @Test func `have defaults`() throws {
        let settings = try load("")
        #expect(settings == Settings())
        #expect(settings.database == "data/goldenthread.sqlite")
        #expect(settings.listen == "127.0.0.1:8080")
        #expect(settings.log == "info")
        #expect(settings.url == nil)
        #expect(settings.area == nil)
    }

    @Test func `are read from the file`() throws {
        let settings = try load(
            """
            area: Vale of Arden
            database: /srv/area.sqlite
            listen: "[::]:80"
            log: warning
            url: https://send.example.org
            """)
        var expected = Settings()
        expected.area = "Vale of Arden"
        expected.database = "/srv/area.sqlite"
        expected.listen = "[::]:80"
        expected.log = "warning"
        expected.url = "https://send.example.org"
        #expect(settings == expected)
    }

    @Test func `of the environment come before those of the file`() throws {
        let file = "area: File\ndatabase: file.sqlite\nlog: error\n"
        let settings = try load(
            file, ["GOLDENTHREAD_DATABASE": "environment.sqlite", "GOLDENTHREAD_AREA": "", "AREA": "No"])
        #expect(settings.database == "environment.sqlite")
        #expect(settings.area == "File", "an empty variable says nothing")
        #expect(settings.log == "error")
    }

    private static let wrong: [(String, String)] = [
        (
            "databse: x.sqlite",
            "“databse” that is not known. Known: area, database, files, key_file, listen, log, proxies, url."
        ),
        ("GOLDENTHREAD_DATABASE: x", "not known"),
        ("listen: 8080", "“listen” must be text"),
        ("log: true", "“log” must be text"),
        ("area: [a, b]", "“area” must be text"),
        ("url:", "“url” must be text"),
        ("- database", "not YAML: expected keys and values"),
        ("just words", "not YAML: expected keys and values"),
        ("1: x", "“1” that is not known"),
        ("area: [", "not YAML"),
        ("area: a\narea: b", "not YAML"),
        ("database: postgres://server/area", "PostgreSQL is not supported by this version"),
        ("database: postgresql://server/area", "PostgreSQL is not supported by this version"),
    ]

    @Test(arguments: wrong)
    func `that are wrong are refused with what is wrong`(yaml: String, reason: String) throws {
        let error = try #require(throws: SettingsError.self) { try load(yaml) }
        #expect(error.forPerson.contains(reason), "\(error.forPerson)")
    }

    @Test func `of the environment may not name PostgreSQL either`() {
        #expect(throws: SettingsError.unsupportedDatabase) {
            try load("", ["GOLDENTHREAD_DATABASE": "postgres://server/area"])
        }
    }

    @Test func `come from no other file than the one named`() throws {
        let folder = try TemporaryFolder()
        let missing = folder.path("missing.yaml")
        #expect(throws: SettingsError.unreadableFile(missing)) {
            try Settings.load(environment: [:], file: missing)
        }
        let latin = try folder.write("latin.yaml", [0x61, 0x3A, 0x20, 0xE9])
        #expect(throws: SettingsError.unreadableFile(latin)) {
            try Settings.load(environment: [:], file: latin)
        }
    }

    @Test(arguments: [
        ("127.0.0.1:8080", "127.0.0.1", 8_080), ("localhost:0", "localhost", 0),
        ("0.0.0.0:65535", "0.0.0.0", 65_535), ("[::1]:80", "::1", 80),
        ("[2001:db8::1]:443", "2001:db8::1", 443),
    ])
    func `to listen are a host and a port`(text: String, host: String, port: Int) throws {
        let address = try ListenAddress(text)
        #expect(address.host == host)
        #expect(address.port == port)
    }

    @Test(arguments: [
        "", ":", "localhost", "127.0.0.1", ":8080", "[]:8080", "localhost:", "localhost:http",
        "localhost: 80",
        "localhost:65536", "localhost:-1", "[::1]", "localhost:99999999999999999999", "http://localhost",
    ])
    func `to listen are refused where no address stands`(text: String) {
        #expect(throws: SettingsError.badListen(text)) { try ListenAddress(text) }
    }
}
