import Access
import CivilTime
import Ledger
import Markup
import Pages

/// The area's settings, each an entry with the day from which it holds.
struct SettingsController: Sendable {
    let ledger: Ledger
    let options: [Administration.Option]

    func register(in table: inout RouteTable) {
        table.add(AdminRoutes.settings) { _, request in try await list(request) }
        table.add(AdminRoutes.setting) { key, request in
            try await page(key, Reading(request.typed()), request)
        }
        table.add(AdminRoutes.set) { key, request in try await set(key, request) }
    }

    private func list(_ request: Request) async throws -> Reply {
        let reference = try await ledger.referenceInForce()
        let items = options.map { option -> HTML in
            let settings = reference.settings(option.key).sorted { $0.from < $1.from }
            let rows = settings.map { setting -> HTML in
                "<li>From \(setting.from.short): \(option.words(setting.value))</li>"
            }
            return """
                <h2>\(option.title)</h2>
                <ul class="bullets">\(rows)</ul>
                <p><a href="\(AdminRoutes.setting(option.key))">Change<span class="unseen"> \(option.title)</span></a></p>
                """
        }
        return .page(
            Page(
                title: "Settings", section: "settings",
                body: """
                    <h1>Settings</h1>
                    <p class="lead">What this area has chosen. Each choice is an entry in the ledger and holds from a day.</p>
                    \(items)
                    """), request.context)
    }

    private static let from = DateQuestion("from", "First day").hint("It may be in the past or to come.")

    private func value(_ option: Administration.Option) -> RadiosQuestion<String> {
        RadiosQuestion("value", option.title, option.choices.map { Choice($0.value, $0.words) })
    }

    private func page(_ key: String, _ reading: Reading, _ request: Request) async throws -> Reply {
        guard let option = options.first(where: { $0.key == key }) else { throw PageError.notFound }
        var form = Form(
            to: AdminRoutes.set(key), after: reading, token: request.context.formToken, button: "Save setting"
        )
        form.ask(value(option), Self.from)
        form.add(link: "Cancel", to: AdminRoutes.settings())
        let page = Page.form(
            "Change a setting", thread: [Crumb("Settings", AdminRoutes.settings())], section: "settings",
            banner: request.draftBanner,
            lead: "<p>What rests on it is worked out again for every day it touches.</p>", form)
        return .page(page, request.context, status: reading.isFine ? 200 : 422)
    }

    private func set(_ key: String, _ request: Request) async throws -> Reply {
        guard let option = options.first(where: { $0.key == key }) else { throw PageError.notFound }
        var reading = Reading(request.form)
        let value = reading.ask(value(option))
        let from = reading.ask(Self.from)
        guard reading.isFine, let value, let from else { return try await page(key, reading, request) }
        let author = try request.author(.manageReference)
        let present = try await ledger.referenceInForce().settings(key).filter { $0.from != from }
        let settings = (present + [.init(from: from, value: value)]).sorted { $0.from < $1.from }
        _ = try await ledger.setReference([key: .setting(settings)], by: author)
        return .seeOther(AdminRoutes.settings())
    }
}

extension Administration.Option {
    func words(_ value: String) -> String { choices.first { $0.value == value }?.words ?? value }
}
