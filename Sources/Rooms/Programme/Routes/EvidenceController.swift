import Access
import CivilTime
import Documents
import Ledger
import Markup
import Pages

/// Evidence: added with a form, cleared by a second person, taken back, and given out.
struct EvidenceController: Sendable {
    let context: ProgressContext
    private var ledger: Ledger { context.ledger }

    init(_ context: ProgressContext) { self.context = context }

    func register(in table: inout RouteTable) {
        table.add(ProgressRoutes.addingEvidence) { id, request in try await adding(id, request) }
        table.add(ProgressRoutes.addEvidence) { id, request in try await add(id, request) }
        table.add(ProgressRoutes.evidenceFile) { ids, _ in
            let record = try await context.record(ids.0)
            return try await file(record.progress.evidence.first { $0.entry == ids.1 })
        }
        table.add(ProgressRoutes.publicFile) { ids, _ in
            let record = try await context.record(ids.0)
            return try await file(
                record.progress.evidence.first { $0.entry == ids.1 && record.gate.isPublic($0) })
        }
        table.add(ProgressRoutes.clearing) { ids, request in
            try await clearingPage(ids, Reading(request.typed()), request)
        }
        table.add(ProgressRoutes.clear) { ids, request in try await clear(ids, request) }
        table.add(ProgressRoutes.withdrawing) { ids, request in
            try await withdrawingPage(ids, Reading(request.typed()), request)
        }
        table.add(ProgressRoutes.withdraw) { ids, request in try await withdraw(ids, request) }
        table.add(ProgressRoutes.toClear) { code, request in try await toClear(code, request) }
    }

    /// The very file that was looked at, never a later version of its document.
    private func file(_ item: EvidenceItem?) async throws -> Reply {
        guard let item, case .document(let id, let file) = item.source, let documents = context.documents
        else { throw PageError.notFound }
        let document = try await ledger.read { try $0.state(of: Document.self, id)?.state }
        guard let version = document?.versions.first(where: { $0.file.id == file }) else {
            throw PageError.notFound
        }
        return try await documents.reply(version)
    }

    // MARK: Adding

    private static let title = TextQuestion("title", "What it is", most: 200)
        .hint("As people would call it: “Survey of families, July 2024”.")
    private static let shows = LongTextQuestion("shows", "What it shows", most: 1_000, rows: 3)
    private static let kind = RadiosQuestion(
        "kind", "What kind of evidence it is",
        [
            Choice(
                EvidenceKind.impact, "Impact on families",
                hint: "Something has changed for children or families."),
            Choice(EvidenceKind.voice, "What families say"), Choice(.data, "Data"),
            Choice(.output, "Output", hint: "Something was made or delivered."),
            Choice(.process, "Process", hint: "Something was set up or agreed."),
        ])
    private static let link = TextQuestion("link", "Address on the web", most: 500, isCode: true)
        .hint("It begins with https://. Leave it empty where you add a file.").optional()
    private static let file = FileQuestion("file", "File", FileKind.papers, most: Documents.fileBytes)
        .hint("Leave it out where you give an address.").optional()

    private func month(_ record: ProgressRecord, _ today: Day) -> SelectQuestion<String> {
        let open = Set(record.openMonths(on: today))
        return SelectQuestion(
            "for", "Month it belongs to",
            record.months(on: today).reversed().map {
                Choice($0.iso, open.contains($0) ? $0.written : "\($0.written) (closed)")
            })
    }

    private func adding(_ id: String, _ request: Request) async throws -> Reply {
        let (record, _) = try await context.reportable(id, request)
        var first = Typed()
        if let month = record.openMonths(on: request.context.today).last { first.set("for", month.iso) }
        return addingPage(record, Reading(request.typed(or: first)), request)
    }

    private func addingPage(_ record: ProgressRecord, _ reading: Reading, _ request: Request) -> Reply {
        var form = Form(
            to: ProgressRoutes.addEvidence(record.part.id), after: reading, token: request.context.formToken,
            command: CommandID.new(), button: "Add evidence")
        form.ask(Self.title, Self.shows, Self.kind, month(record, request.context.today), Self.link)
        if context.documents != nil { form.ask(Self.file) }
        form.add(link: "Cancel", to: ProgressRoutes.part(record.part.id))
        let page = Page.form(
            "Add evidence", thread: ProgressWords.thread(record), section: ProgressRoutes.section,
            banner: request.draftBanner,
            lead: """
                <p class="lead">\(record.part.text)</p>
                <p>Leave out everything by which a child could be recognised. A second person looks at it before
                it is public.</p>

                """, form)
        return .page(page, request.context, status: reading.isFine ? 200 : 422)
    }

    private func add(_ id: String, _ request: Request) async throws -> Reply {
        let (record, rights) = try await context.reportable(id, request)
        var reading = Reading(request.form)
        let title = reading.ask(Self.title)
        let shows = reading.ask(Self.shows)
        let kind = reading.ask(Self.kind)
        let month = reading.ask(month(record, request.context.today)).flatMap { Month(iso: $0) }
        let link = reading.ask(Self.link)
        let upload = context.documents == nil ? nil : reading.ask(Self.file)
        Self.check(link, upload, &reading)
        guard reading.isFine, let title, let shows, let kind, let month else {
            return addingPage(record, reading, request)
        }
        let author = try request.author(.reportProgress)
        let adding = AddEvidence(
            part: id, month: month, title: title, shows: shows, kind: kind, account: author.account ?? "",
            reporter: rights.reporter)
        let command = Command(
            id: try CommandID.of(request.form), fields: request.form.fieldsText, author: author
        ) { deciding -> String in
            guard let upload else {
                return try adding.decide(.link(address: link ?? ""), &deciding)
            }
            let document = try Documents.file(upload, title: title, &deciding)
            return try adding.decide(.document(id: document, file: upload.id), &deciding)
        }
        let filing = context.documents.map { $0.filing(upload, command) } ?? command
        guard try await reading.carryOut({ try await ledger.commit(filing) }) != nil else {
            return addingPage(record, reading, request)
        }
        return .seeOther(ProgressRoutes.part(id))
    }

    private static func check(_ link: String?, _ upload: Upload?, _ reading: inout Reading) {
        if let link, Link(web: link) == nil {
            reading.refuse("The address must begin with https:// and hold no spaces", at: Self.link)
        }
        if link != nil, upload != nil {
            reading.refuse(
                "Give an address or a file, not both: add the other as a piece of its own", at: file)
        }
        // What is wrong with a file that came is said already.
        if link == nil, reading.typed.uploads[file.asked.name] == nil {
            reading.refuse("Give an address or choose a file", at: Self.link)
        }
    }

    // MARK: Clearing and taking back

    private func item(_ ids: (String, String)) async throws -> (ProgressRecord, EvidenceItem) {
        let record = try await context.record(ids.0)
        guard let item = record.progress.evidence.first(where: { $0.entry == ids.1 }) else {
            throw PageError.notFound
        }
        return (record, item)
    }

    private static let confirmation = ConfirmQuestion(
        "confirmed", "I have looked at all of it, and no child can be recognised in it")

    private func clearingPage(
        _ ids: (String, String), _ reading: Reading, _ request: Request
    ) async throws -> Reply {
        let (record, item) = try await item(ids)
        let title = "May this be public?"
        guard item.clearance == nil, item.addedBy != request.visitor.account else {
            let refusal: ProgressRefusal = item.clearance == nil ? .ownEvidence : .alreadyCleared
            let page = ProgressWords.page(
                title, ProgressWords.thread(record),
                """
                <h1>\(title)</h1>
                \(summary(record, item))
                <p>\(refusal.forPerson)</p>
                """)
            return .page(page, request.context)
        }
        var form = Form(
            to: ProgressRoutes.clear(ids), after: reading, token: request.context.formToken,
            command: CommandID.new(), button: "Confirm that it may be public")
        form.ask(Self.confirmation)
        form.add(link: "It may not: leave it as it is", to: ProgressRoutes.part(record.part.id))
        let page = Page.form(
            title, thread: ProgressWords.thread(record), section: ProgressRoutes.section,
            banner: request.draftBanner,
            lead: """
                <p class="lead">Open it and read all of it before you answer.</p>
                \(summary(record, item))
                <p>A child can be recognised by a name or a picture, and also by a school with few pupils, a rare
                diagnosis, a date, or a story that only one family could tell.</p>

                """, form)
        return .page(page, request.context, status: reading.isFine ? 200 : 422)
    }

    private func summary(_ record: ProgressRecord, _ item: EvidenceItem) -> HTML {
        Kit.summary([
            ("Evidence", EvidenceWords.link(item, record.part.id)), ("What it shows", HTML(text: item.shows)),
            ("Kind", HTML(text: item.kind.words)),
            ("Stands behind", HTML(text: "\(ProgressWords.name(record.part)), \(item.month.written)")),
        ])
    }

    private func clear(_ ids: (String, String), _ request: Request) async throws -> Reply {
        _ = try await item(ids)
        var reading = Reading(request.form)
        _ = reading.ask(Self.confirmation)
        guard reading.isFine else { return try await clearingPage(ids, reading, request) }
        let author = try request.author(.clearEvidence)
        let clearing = ClearEvidence(part: ids.0, evidence: ids.1, account: author.account ?? "")
        let command = Command(
            id: try CommandID.of(request.form), fields: request.form.fieldsText, author: author
        ) { deciding -> String in try clearing.decide(&deciding) }
        guard try await reading.carryOut({ try await ledger.commit(command) }) != nil else {
            return try await clearingPage(ids, reading, request)
        }
        return .seeOther(ProgressRoutes.part(ids.0))
    }

    private static let extent = RadiosQuestion(
        "extent", "What to take back",
        [
            Choice("clearance", "Only that it may be public", hint: "The evidence stays with the programme."),
            Choice("evidence", "The evidence itself"),
        ])
    private static let reason = TextQuestion("reason", "Why", most: 300)

    private func withdrawingPage(
        _ ids: (String, String), _ reading: Reading, _ request: Request
    ) async throws -> Reply {
        _ = try await context.reportable(ids.0, request)
        let (record, item) = try await item(ids)
        var form = Form(
            to: ProgressRoutes.withdraw(ids), after: reading, token: request.context.formToken,
            command: CommandID.new(), button: "Take back")
        if item.clearance != nil { form.ask(Self.extent) }
        form.ask(Self.reason)
        form.add(link: "Cancel", to: ProgressRoutes.part(record.part.id))
        let page = Page.form(
            "Take back evidence", thread: ProgressWords.thread(record), section: ProgressRoutes.section,
            banner: request.draftBanner,
            lead: """
                \(summary(record, item))
                <p>It is no longer shown as evidence, and the public can no longer open it. That it stood here,
                and why it was taken back, stays in the record.</p>

                """, form)
        return .page(page, request.context, status: reading.isFine ? 200 : 422)
    }

    private func withdraw(_ ids: (String, String), _ request: Request) async throws -> Reply {
        let (record, _) = try await context.reportable(ids.0, request)
        // Sent twice, the evidence is gone already; the ledger then gives the first result.
        let item = record.progress.evidence.first { $0.entry == ids.1 }
        var reading = Reading(request.form)
        let extent = item?.clearance == nil ? request.form["extent"] ?? "evidence" : reading.ask(Self.extent)
        let reason = reading.ask(Self.reason)
        guard reading.isFine, let extent, let reason else {
            return try await withdrawingPage(ids, reading, request)
        }
        let withdrawing = WithdrawEvidence(
            part: ids.0, evidence: ids.1, extent: extent == "clearance" ? .clearance : .evidence,
            reason: reason)
        let command = Command(
            id: try CommandID.of(request.form), fields: request.form.fieldsText,
            author: try request.author(.reportProgress)
        ) { deciding -> Bool in
            try withdrawing.decide(&deciding)
            return true
        }
        guard try await reading.carryOut({ try await ledger.commit(command) }) != nil else {
            return try await withdrawingPage(ids, reading, request)
        }
        return .seeOther(ProgressRoutes.part(ids.0))
    }

    // MARK: Waiting

    private func toClear(_ code: Code, _ request: Request) async throws -> Reply {
        let reference = try await ledger.referenceInForce()
        let (header, records) = try await ledger.read { snapshot in
            let plan = try PlanRecord.plan(code, snapshot)
            guard let header = plan.current?.header else { throw PageError.notFound }
            return (header, try ProgressRecord.all(of: plan.id, reference, snapshot))
        }
        let items = records.flatMap { record in
            record.progress.evidence.filter { $0.clearance == nil }.map { (record: record, item: $0) }
        }
        let view = EvidenceToClearView(
            header: header, items: items,
            names: try await context.names(Set(items.map(\.item.addedBy))), account: request.visitor.account)
        return .page(view.page(), request.context)
    }
}
