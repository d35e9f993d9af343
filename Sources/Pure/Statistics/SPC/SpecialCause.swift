/// Finds special cause in the points of one section that count. No rule looks beyond the section.
///
/// Source: the rules of NHS England's *Making Data Count* as NHSRplotthedots 0.2.2 applies them: all
/// comparisons strict, a repeated value breaks a trend, a value on the mean breaks a run.
struct SpecialCause {
    let settings: ChartSettings
    let section: ChartSection

    /// Marks the points, which are those of the section without ghosts, in order.
    func mark(_ points: inout [ChartPoint]) {
        guard let mean = section.mean else { return }
        for index in points.indices { place(&points[index], mean: mean) }
        markRuns(&points)
        markTrends(&points)
        markTwoOfThree(&points)
        for index in points.indices {
            if let cause = points[index].cause {
                points[index].kind = PointKind(cause.direction, settings.improvement)
            }
        }
    }

    private func place(_ point: inout ChartPoint, mean: Double) {
        let value = point.observation.value
        point.side = section.side(of: value, from: mean)
        guard let limits = section.limits else { return }
        point.outside = beyond(value, limits.lower, limits.upper)
        if point.outside == nil || settings.twoOfThree == .inclusive {
            point.near = beyond(value, limits.nearLower, limits.nearUpper)
        }
    }

    /// Above the upper of two limits or below the lower; nil: between them, or on one.
    private func beyond(_ value: Double, _ lower: Double, _ upper: Double) -> Direction? {
        if section.side(of: value, from: upper) == .up { return .up }
        return section.side(of: value, from: lower) == .down ? .down : nil
    }

    private func markRuns(_ points: inout [ChartPoint]) {
        var first = 0
        while first < points.count {
            let side = points[first].side
            var end = first + 1
            while end < points.count, points[end].side == side { end += 1 }
            if side != nil, end - first >= settings.runLength {
                for index in first..<end { points[index].run = side }
            }
            first = end
        }
    }

    /// First who is in a trend, then which way it goes there: towards the next point where that is in a trend
    /// too, else from the one before. So where a falling trend turns, the turning point belongs to the rise.
    private func markTrends(_ points: inout [ChartPoint]) {
        guard points.count >= settings.trendLength else { return }
        var isMember = [Bool](repeating: false, count: points.count)
        var first = 0
        while first < points.count - 1 {
            let way = step(points, first)
            var last = first + 1
            while way != nil, last < points.count - 1, step(points, last) == way { last += 1 }
            if way != nil, last - first + 1 >= settings.trendLength {
                for index in first...last { isMember[index] = true }
            }
            first = last
        }
        for index in points.indices where isMember[index] {
            let onward = index + 1 < points.count && isMember[index + 1] ? step(points, index) : nil
            points[index].trend = onward ?? (index > 0 ? step(points, index - 1) : nil)
        }
    }

    /// Which way it goes from a point to the next; nil where the value repeats.
    private func step(_ points: [ChartPoint], _ index: Int) -> Direction? {
        let (this, next) = (points[index].observation.value, points[index + 1].observation.value)
        return next > this ? .up : next < this ? .down : nil
    }

    private func markTwoOfThree(_ points: inout [ChartPoint]) {
        guard points.count > 2 else { return }
        for first in 0..<(points.count - 2) {
            let side = points[first].side
            guard side != nil, points[first + 1].side == side, points[first + 2].side == side else {
                continue
            }
            let isNear = (first...first + 2).filter { points[$0].near != nil }
            if isNear.count > 1 { for index in isNear { points[index].twoOfThree = side } }
        }
    }
}
