import Access
import Ledger
import Markup
import Pages

/// Taking the targets that a plan prints: first shown, then done.
struct TakingController: Sendable {
    let measures: Measures

    func register(in table: inout RouteTable) {
        table.add(MeasuresRoutes.plan) { plan, request in
            try await page(plan, Reading(request.typed()), request)
        }
        table.add(MeasuresRoutes.take) { plan, request in try await take(plan, request) }
    }

    private func page(_ plan: String, _ reading: Reading, _ request: Request) async throws -> Reply {
        guard let (printed, taken) = try await measures.wouldTake(plan) else { throw PageError.notFound }
        var form: Form?
        if taken.isNew {
            form = Form(
                to: MeasuresRoutes.take(plan), after: reading, token: request.context.formToken,
                command: CommandID.new(), button: "Take these figures")
            form?.add(link: "Cancel", to: MeasuresRoutes.indicators())
        }
        let page = TakingView(printed: printed, taken: taken, form: form).page()
        return .page(page, request.context, status: reading.isFine ? 200 : 422)
    }

    private func take(_ plan: String, _ request: Request) async throws -> Reply {
        var reading = Reading(request.form)
        let author = try request.author(.takeTargets)
        let command = try CommandID.of(request.form)
        let done = try await reading.carryOut {
            try await measures.takeTargets(of: plan, by: author, command: command)
        }
        return done == nil
            ? try await page(plan, reading, request) : .seeOther(MeasuresRoutes.plan(plan))
    }
}
