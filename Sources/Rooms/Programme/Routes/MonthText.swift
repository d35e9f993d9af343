import CivilTime
import Pages

/// A month as it stands in addresses: `2024-09`.
struct MonthText: PathValue, Hashable {
    let month: Month

    init(_ month: Month) { self.month = month }

    init?(pathText: String) {
        guard let month = Month(iso: pathText), month.iso == pathText else { return nil }
        self.month = month
    }

    var pathText: String { month.iso }
}
