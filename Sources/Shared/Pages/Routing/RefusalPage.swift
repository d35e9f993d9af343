import Markup

/// The page that says why something was not done, where no form says it beside its fields.
enum RefusalPage {
    static func reply(_ text: String, _ context: PageContext) -> Reply {
        let body: HTML = """
            <h1>This was not done</h1>
            <p>\(text)</p>
            <p>Nothing was changed. Use your browser's back button to see what you typed.</p>
            """
        return .page(Page(title: "This was not done", body: body), context, status: 409)
    }
}
