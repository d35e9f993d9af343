package import Access
package import Ledger
package import Markup

extension Reading {
    /// Carries out what a form asks for; where that is refused, the refusal becomes a problem of the form.
    ///
    /// - Returns: what `work` gave; nil where it was refused.
    /// - Throws: what is no refusal: the records cannot be reached, the page does not exist; and
    ///   `LedgerError.overtaken`, after which the form shows what somebody else has changed.
    public mutating func carryOut<Value>(_ work: () async throws -> Value) async throws -> Value? {
        do {
            return try await work()
        } catch let error as LedgerError where error.isRefusal && !error.isOvertaken {
            refuse(error.forPerson.withoutStop)
        } catch let refusal as any Refusal {
            refuse(refusal.forPerson.withoutStop)
        }
        return nil
    }
}

extension Typed {
    /// What may be kept of a form whose session has ended: all but what nobody may read again.
    package var withoutSecrets: Typed {
        let secret = fields.map(\.name).filter { $0.hasPrefix("password") || $0.hasPrefix("code") }
        return without(Form.ownFields.subtracting([Form.shownField]).union(secret))
    }

    /// The same with a field for each kept file, by which it is found again.
    package var namingUploads: Typed {
        var typed = self
        for (question, upload) in uploads where !upload.id.isEmpty {
            typed.set(FileQuestion.keptName(question), upload.id)
        }
        return typed
    }

    /// All answers as one text, by which a command sent twice is told from one that was changed.
    package var fieldsText: String {
        String(decoding: FormBody.write(without(Form.ownFields)), as: UTF8.self)
    }
}

extension Request {
    /// What a form about to be shown holds: the draft that was kept of it, or what is given.
    package func typed(or first: @autoclosure () -> Typed = Typed()) -> Typed {
        draftKeptAt == nil ? first() : form
    }

    /// Says over a form that what was typed was kept; nothing where it was not.
    package var draftBanner: HTML { draftKeptAt == nil ? "" : Kit.kept() }

    /// The author of what a form asks for, in the role that allows its action.
    ///
    /// - Throws: ``PageError/notFound`` where none does.
    package func author(_ action: Action) throws -> Author {
        guard let account = visitor.account, case .allowed(let role, _) = decide(visitor, action) else {
            throw PageError.notFound
        }
        return Author(account: account, role: role?.rawValue, channel: .web)
    }
}

extension String {
    /// The sentence without the full stop at its end, as problems of forms are written.
    package var withoutStop: String { hasSuffix(".") ? String(dropLast()) : self }
}
