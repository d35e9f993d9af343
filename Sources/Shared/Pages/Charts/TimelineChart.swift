public import CivilTime
public import Markup

/// Dated events on a rail of the golden thread: from left to right where there is room, else under one another.
public struct TimelineChart: Sendable {
    /// Something that happened or is to happen on a day.
    public struct Event: Sendable {
        let day: Day
        let text: String
        let isPlanned: Bool

        /// Makes an event.
        public init(day: Day, text: String, isPlanned: Bool = false) {
            self.day = day
            self.text = text
            self.isPlanned = isPlanned
        }
    }

    private let title: String
    private let id: String
    private let events: [Event]

    /// Makes a timeline; events stand in the order of their days.
    public init(_ title: String, id: String, events: [Event]) {
        self.title = title
        self.id = id
        self.events = events.enumerated().sorted { ($0.element.day, $0.offset) < ($1.element.day, $1.offset) }
            .map(\.element)
    }

    /// Both drawings and the table.
    public func html() -> HTML {
        var table = DataTable("The events", [.text("Date"), .text("What"), .text("State")])
        for event in events {
            table.add([
                HTML(text: event.day.short), HTML(text: event.text),
                HTML(text: event.isPlanned ? "Planned" : "Done"),
            ])
        }
        let said = events.map { "\($0.day.short): \($0.text)\($0.isPlanned ? " (planned)" : "")" }
        return ChartFigure(title, id: id, description: said.joined(separator: "; ") + ".", table: table)
            .html { $0.isWide && events.count <= 10 ? drawAcross(&$0) : drawDown(&$0) }
    }

    private func lines(_ event: Event, width: Double) -> [String] {
        ChartText.wrapped(event.isPlanned ? "\(event.text) (planned)" : event.text, width: width)
    }

    private func mark(_ event: Event, _ x: Double, _ y: Double, _ sketch: inout Sketch) {
        sketch.path(event.isPlanned ? "event-planned" : "event", Mark.common.outline(x, y, 7))
    }

    private func drawDown(_ sketch: inout Sketch) {
        var places: [Double] = []
        sketch.height = 4
        let width = sketch.width - 34
        let texts = events.map { lines($0, width: width) }
        for (event, lines) in zip(events, texts) {
            places.append(sketch.height + 12)
            sketch.text(event.day.short, 32, sketch.height + 17, faint: true)
            sketch.lines(lines, 32, sketch.height + 17 + ChartText.step)
            sketch.height += Double(lines.count + 1) * ChartText.step + 14
        }
        sketch.polyline("rail", [(12, 2), (12, sketch.height)])
        for (event, y) in zip(events, places) { mark(event, 12, y, &sketch) }
        sketch.height += 4
    }

    /// Texts hang to the right of their leader in rows. They are placed from the last event on, so that what a
    /// leader passes on its way down always lies further right.
    private func drawAcross(_ sketch: inout Sketch) {
        let room = 200.0
        let (left, right) = (12.0, sketch.width - room - 14)
        let length = Double(max(1, (events.last?.day ?? .earliest) - (events.first?.day ?? .earliest)))
        let first = events.first?.day ?? .earliest
        let xs = events.map { left + Double($0.day - first) / length * (right - left) }
        let texts = events.map { lines($0, width: room) }
        let heights = texts.map { Double($0.count + 1) * ChartText.step + 8 }
        var blocks: [(x: Double, top: Double, bottom: Double)] = []
        for index in events.indices.reversed() {
            let clashing = blocks.filter { xs[index] + room + 18 > $0.x }
            let top = clashing.map(\.bottom).max() ?? 38
            blocks.append((xs[index], top, top + heights[index]))
        }
        sketch.height = (blocks.map(\.bottom).max() ?? 38) + 4
        sketch.polyline("rail", [(2, 16), (sketch.width - 2, 16)])
        for (index, block) in zip(events.indices, blocks.reversed()) {
            sketch.polyline("leader", [(block.x, 16), (block.x, block.bottom - 10)])
            sketch.text(events[index].day.short, block.x + 8, block.top + 15, faint: true)
            sketch.lines(texts[index], block.x + 8, block.top + 15 + ChartText.step)
        }
        for (event, x) in zip(events, xs) { mark(event, x, 16, &sketch) }
    }
}
