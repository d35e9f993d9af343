import Access
import Documents
import Ledger
import Markup
import Pages
import People

/// Papers of a meeting: added, given out, made public by somebody else, removed.
struct PapersController: Sendable {
    let desk: Desk

    func register(in table: inout RouteTable) {
        table.add(MeetingsRoutes.paper) { place, _ in try await paper(place.0, place.1) }
        desk.add(MeetingsRoutes.newPaper, MeetingsRoutes.addPaper, to: &table) { id, _ in
            try await adding(id)
        }
        desk.add(MeetingsRoutes.opening, MeetingsRoutes.open, to: &table) { place, request in
            try await opening(place.0, place.1, request.visitor.account)
        }
        desk.add(MeetingsRoutes.removing, MeetingsRoutes.remove, to: &table) { place, _ in
            try await removing(place.0, place.1)
        }
    }

    private func paper(_ meeting: String, _ paper: String) async throws -> Reply {
        let document = try await desk.ledger.read { snapshot in
            let held = try Self.found(paper, in: snapshot.meeting(meeting))
            return try held.document.flatMap { try snapshot.state(of: Document.self, $0)?.state.current }
        }
        guard let document else { throw PageError.notFound }
        return try await desk.papers.reply(document)
    }

    private static func found(_ paper: String, in found: FoundMeeting) throws -> PaperAdded {
        guard let held = found.meeting.papers.last(where: { $0.data.paper == paper })?.data else {
            throw PageError.notFound
        }
        return held
    }

    // MARK: Adding

    private static let title = Ask.line("title", "Title")
    private static let file = FileQuestion("file", "File", FileKind.papers, most: Documents.fileBytes)
        .optional()
    private static let page = TextQuestion("page", "Or a page of this site", most: 500)
        .hint("Its address from the first slash on, such as /plans.")
        .converted(
            { SitePath($0) }, back: \.text,
            otherwise: "Enter the address of a page of this site, beginning with one slash"
        ).optional()

    private func adding(_ id: String) async throws -> Sheet {
        let found = try await desk.ledger.read { try $0.meeting(id) }
        let item = Ask.item("item", found.meeting)
        return desk.sheet(
            "Add a paper", found, to: MeetingsRoutes.addPaper(id), button: "Add paper",
            lead: """
                <p>Who may see meetings may read it. It becomes public only when somebody else has read it and \
                marked it.</p>
                """, file: "file", ask: { $0.ask(Self.title, item, Self.file, Self.page) },
            read: { reading, account in
                let title = reading.ask(Self.title)
                let item = reading.ask(item)
                let file = reading.ask(Self.file)
                let page = reading.ask(Self.page)
                if reading.isFine, file == nil, page == nil {
                    reading.refuse(
                        "Choose a file, or enter the address of a page of this site", at: Self.file)
                }
                return title.map { .paper(title: $0, item: item, file, page, by: account) }
            })
    }

    // MARK: Making public, removing

    private static let confirm = ConfirmQuestion(
        "confirm", "I have read it, and no child or family can be recognised in it")

    private func opening(_ id: String, _ paper: String, _ account: String?) async throws -> Sheet {
        let found = try await desk.ledger.read { try $0.meeting(id) }
        let held = try Self.found(paper, in: found)
        guard found.meeting.opening(of: paper) == nil else { return closing(found, held) }
        let own: HTML = held.addedBy == account ? Kit.warning(MeetingsRefusal.ownPaper.forPerson) : ""
        return desk.sheet(
            "Make “\(held.title.text)” public", found, to: MeetingsRoutes.open((id, paper)),
            button: "Make public", lead: own, about: Self.about(found, paper),
            ask: { $0.ask(Self.confirm) },
            read: { reading, account in
                reading.ask(Self.confirm).map { _ in .openPaper(paper, by: account) }
            })
    }

    private func closing(_ found: FoundMeeting, _ held: PaperAdded) -> Sheet {
        let paper = held.paper
        return desk.sheet(
            "Stop showing “\(held.title.text)” to the public", found,
            to: MeetingsRoutes.open((found.id, paper)), button: "Stop showing it",
            about: Self.about(found, paper), ask: { $0.ask(Ask.reason) },
            read: { reading, _ in
                reading.ask(Ask.reason).map { .closePaper(paper, reason: $0) }
            })
    }

    private func removing(_ id: String, _ paper: String) async throws -> Sheet {
        let found = try await desk.ledger.read { try $0.meeting(id) }
        let held = try Self.found(paper, in: found)
        return desk.sheet(
            "Remove “\(held.title.text)”", found, to: MeetingsRoutes.remove((id, paper)),
            button: "Remove paper", lead: "<p>It is no longer listed. That it was here stays on record.</p>",
            about: Self.about(found, paper), ask: { $0.ask(Ask.reason) },
            read: { reading, _ in
                reading.ask(Ask.reason).map { .removePaper(paper, reason: $0) }
            })
    }

    private static func about(_ found: FoundMeeting, _ paper: String) -> Sheet.About {
        let id = found.id
        return Sheet.About(
            subject: SubjectID(kind: Meeting.kind, id: id), version: found.version,
            kinds: [PaperOpened.kind],
            words: { snapshot, commit in
                let isOpen = try snapshot.known(Meeting.self, id, at: commit)?.opening(of: paper) != nil
                return [("Public", isOpen ? "Yes" : "No")]
            })
    }
}
