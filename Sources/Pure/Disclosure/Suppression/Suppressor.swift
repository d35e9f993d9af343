/// Chooses what to hide besides the small counts, so that every need is met, for little loss.
///
/// For each need the cheapest exchange is found and what it moves is hidden; then every count hidden so is shown again
/// where all needs can be met without it. Several orders are tried and the one that loses least is taken, the first of
/// equals. Choosing the least loss of all is NP-hard in two dimensions (Kao 1997); `docs/suppress.md` says how near
/// this comes.
struct Suppressor: Sendable {
    private enum Engine: Sendable {
        case network(ExchangeNetwork)
        case programme(ExchangeProgramme)
    }

    /// What was chosen.
    struct Choice: Sendable {
        let isHidden: [Bool]
        /// Needs for which nothing was found.
        let unmet: [Need]
        let cost: Int
    }

    private var pattern: Pattern
    private let needs: [Need]
    private var engines: [Engine] = []
    private var engine: [Int?] = []
    /// For each need that is met the exchanges that prove it.
    private var proofs: [Int: [Exchange]] = [:]
    private var users: [Int: Set<Int>] = [:]
    /// Needs that can only be met in part.
    private var weak: Set<Int> = []

    /// Above this many pairs of a need and a cell a single order is tried.
    static let mostWorkForOrders = 150_000

    /// - Parameter isMargin: counts that are hidden only where nothing else helps.
    static func choose(_ pattern: Pattern, _ needs: [Need], isMargin: [Bool]) -> Choice {
        // By value, and only among equals by place, so that other names or another order change nothing else.
        let small = needs.indices.sorted {
            (pattern.base[needs[$0].variable], $0) < (pattern.base[needs[$1].variable], $1)
        }
        let turns = small.indices.filter { $0 % 2 == 0 } + small.indices.filter { $0 % 2 == 1 }
        let mixed = turns.map { small[$0] }
        var orders = [small]
        if needs.count * pattern.base.count <= mostWorkForOrders {
            orders += [Array(small.reversed()), mixed, Array(mixed.reversed())]
        }
        var best: (suppressor: Suppressor, choice: Choice)?
        for order in orders {
            var suppressor = Suppressor(pattern: pattern, needs: needs)
            let choice = suppressor.choose(order, isMargin)
            if let best, (best.choice.unmet.count, best.choice.cost) <= (choice.unmet.count, choice.cost) {
                continue
            }
            best = (suppressor, choice)
        }
        guard var best else { return Choice(isHidden: pattern.isHidden, unmet: [], cost: 0) }
        let extra = zip(best.choice.isHidden, pattern.isHidden).reduce(0) { $0 + ($1.0 && !$1.1 ? 1 : 0) }
        if extra * needs.count * pattern.base.count > mostForRerouting { return best.choice }
        best.suppressor.reroute(pattern.isHidden)
        return Choice(
            isHidden: best.suppressor.pattern.isHidden, unmet: best.choice.unmet,
            cost: best.suppressor.loss(pattern.isHidden))
    }

    /// Above this many complements × needs × cells no other ways are tried at the end.
    static let mostForRerouting = 2_000_000

    private init(pattern: Pattern, needs: [Need]) {
        self.pattern = pattern
        self.needs = needs
    }

    private mutating func choose(_ order: [Int], _ isMargin: [Bool]) -> Choice {
        let all = pattern
        pattern = Pattern(
            system: all.system, base: all.base, shown: all.shown, concealed: all.concealed,
            canHide: zip(all.canHide, isMargin).map { $0 && !$1 }, isHidden: all.isHidden)
        build()
        var left = order.filter { !meet($0) }
        if !left.isEmpty {
            pattern = Pattern(
                system: all.system, base: all.base, shown: all.shown, concealed: all.concealed,
                canHide: all.canHide, isHidden: pattern.isHidden)
            build()
            left = left.filter { !meet($0) }
            // Exposed, and yet not to be told exactly.
            for number in left { _ = meet(number, anyOther: true) }
        }
        showAgain(all.isHidden)
        return Choice(isHidden: pattern.isHidden, unmet: left.map { needs[$0] }, cost: loss(all.isHidden))
    }

    /// The price of what is hidden besides what must be.
    private func loss(_ mustHide: [Bool]) -> Int {
        var shown = pattern
        shown.isHidden = mustHide
        return pattern.isHidden.indices.reduce(0) { pattern.isHidden[$1] ? $0 + shown.cost(of: $1) : $0 }
    }

    /// Forbids each complement in turn, the dearest first, and keeps the other ways that are then found where they
    /// lose less.
    private mutating func reroute(_ mustHide: [Bool]) {
        var tried: Set<Int> = []
        while let variable = dearest(mustHide, except: tried) {
            tried.insert(variable)
            let before = (pattern, proofs, users)
            let loss = loss(mustHide)
            pattern.isHidden[variable] = false
            pattern.forbidden = variable
            let using = users[variable, default: []].sorted().filter { number in
                proofs[number]?.contains { $0.leaving.contains(variable) } == true
            }
            let isMet = using.allSatisfy { meet($0, anyOther: weak.contains($0)) }
            if isMet { showAgain(mustHide) }
            if !isMet || self.loss(mustHide) >= loss { (pattern, proofs, users) = before }
            pattern.forbidden = nil
        }
    }

    private func dearest(_ mustHide: [Bool], except tried: Set<Int>) -> Int? {
        pattern.isHidden.indices.filter { pattern.isHidden[$0] && !mustHide[$0] && !tried.contains($0) }
            .max { (pattern.base[$0], -$0) < (pattern.base[$1], -$1) }
    }

    /// Sets up what finds exchanges, a part that hangs together at a time.
    private mutating func build() {
        let known = pattern.base.indices.map { variable in
            let room = pattern.room(variable)
            return room.free.isFixed && room.hiding.isFixed ? pattern.base[variable] : nil
        }
        engine = known.map { _ in nil }
        engines = pattern.system.components(known: known).enumerated().map { number, component in
            for variable in component.variables { engine[variable] = number }
            if let network = ExchangeNetwork(component, pattern) { return .network(network) }
            return .programme(ExchangeProgramme(component))
        }
    }

    private mutating func exchange(of variable: Int, by amount: Int, hiddenOnly: Bool) -> Exchange? {
        guard let number = engine[variable] else { return nil }
        switch engines[number] {
        case .network(var network):
            // Taken out while it changes, so that it is not copied.
            engines[number] = .programme(ExchangeProgramme(Component()))
            defer { engines[number] = .network(network) }
            return network.exchange(of: variable, by: amount, pattern, hiddenOnly: hiddenOnly)
        case .programme(let programme):
            return programme.exchange(of: variable, by: amount, pattern, hiddenOnly: hiddenOnly)
        }
    }

    /// Hides what one need takes; false where it cannot be met.
    private mutating func meet(_ number: Int, anyOther: Bool = false) -> Bool {
        var need = needs[number]
        if anyOther {
            need.anyOther = true
            weak.insert(number)
        }
        let before = pattern.isHidden
        var found: [Exchange] = []
        for amount in need.amounts(pattern.base[need.variable]) {
            guard let one = exchange(of: need.variable, by: amount, hiddenOnly: false) else {
                if need.anyOther { continue }
                pattern.isHidden = before
                return false
            }
            found.append(one)
            if !need.anyOther { hide(one) }
        }
        if need.anyOther {
            guard let cheapest = found.min(by: { price($0) < price($1) }) else { return false }
            found = [cheapest]
            hide(cheapest)
        }
        keep(found, for: number)
        return true
    }

    private func price(_ exchange: Exchange) -> Int {
        exchange.leaving.reduce(0) { $0 + pattern.cost(of: $1) }
    }

    private mutating func hide(_ exchange: Exchange) {
        for variable in exchange.leaving { pattern.isHidden[variable] = true }
    }

    private mutating func keep(_ found: [Exchange], for number: Int) {
        proofs[number] = found
        for exchange in found {
            for variable in exchange.leaving { users[variable, default: []].insert(number) }
        }
    }

    /// Shows what no need depends on, the dearest first.
    private mutating func showAgain(_ mustHide: [Bool]) {
        let extra = pattern.isHidden.indices.filter { pattern.isHidden[$0] && !mustHide[$0] }
            .sorted { (-pattern.base[$0], $0) < (-pattern.base[$1], $1) }
        for variable in extra {
            pattern.isHidden[variable] = false
            var renewed: [(Int, [Exchange])] = []
            var isNeeded = false
            for number in users[variable, default: []].sorted() {
                guard let old = proofs[number], old.contains(where: { $0.leaving.contains(variable) }) else {
                    continue
                }
                guard let new = proof(of: number) else {
                    isNeeded = true
                    break
                }
                renewed.append((number, new))
            }
            if isNeeded {
                pattern.isHidden[variable] = true
            } else {
                for (number, exchanges) in renewed { keep(exchanges, for: number) }
            }
        }
    }

    /// Exchanges among what is hidden that meet a need.
    private mutating func proof(of number: Int) -> [Exchange]? {
        var need = needs[number]
        // What proved it was found without asking for the whole.
        if weak.contains(number) { need.anyOther = true }
        var found: [Exchange] = []
        for amount in need.amounts(pattern.base[need.variable]) {
            if let one = exchange(of: need.variable, by: amount, hiddenOnly: true) {
                found.append(one)
                if need.anyOther { return found }
            } else if !need.anyOther {
                return nil
            }
        }
        return need.anyOther ? nil : found
    }
}
