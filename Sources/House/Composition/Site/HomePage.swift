import Access
import Markup
import Pages
import Programme

/// The page that everybody starts at.
struct HomePage: Sendable {
    static let route = Route<Void>(action: .public)
    let programme: Programme

    func register(in table: inout RouteTable) {
        table.add(Self.route) { _, request in
            let plans = try await programme.homeSection(request.context)
            return .page(page(request.context, plans), request.context)
        }
    }

    private func page(_ context: PageContext, _ plans: HTML?) -> Page {
        Page(
            title: "Home",
            body: """
                <h1>Support for children and young people with SEND in \(context.area)</h1>
                <p class="lead">The council, the NHS, schools, colleges and the parent carer forum work here together
                for children and young people with special educational needs and disabilities, from birth to 25. This
                is where we say what we promised, what has happened since, and how we know.</p>
                \(plans ?? "<p>No improvement plan has been published here yet.</p>")
                """)
    }
}
