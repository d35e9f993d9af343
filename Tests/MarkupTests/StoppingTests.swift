import Markup
import Testing

// In a release build the check is left out; the literals were then written under a debug build.
#if DEBUG
    @Suite struct `A debug build stops` {
        private func expectStopped(
            _ result: ExitTest.Result?, _ why: String, _ place: SourceLocation = #_sourceLocation
        ) {
            let said = String(decoding: result?.standardErrorContent ?? [], as: UTF8.self)
            #expect(said.contains(why), sourceLocation: place)
        }

        @Test func `on text where a link must stand`() async {
            let result = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
                let text = "javascript:alert(1)"
                _ = "<a href=\"\(text)\">x</a>" as HTML
            }
            expectStopped(result, "href takes a Link, not text")
        }

        @Test func `on text inside a tag`() async {
            let result = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
                let text = "onclick=x"
                _ = "<p \(text)>x</p>" as HTML
            }
            expectStopped(result, "a value stands inside a tag")
        }

        @Test func `on a literal that ends inside a tag`() async {
            let result = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
                _ = "<p class=\"x" as HTML
            }
            expectStopped(result, "the literal ends inside a tag")
        }

        @Test func `on a script, though no value stands in it`() async {
            let result = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
                _ = "<script>x()</script>" as HTML
            }
            expectStopped(result, "the element script is not allowed")
        }

        @Test func `on a handler written as an attribute under a condition`() async {
            let result = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
                _ = "<p\(attribute: "onclick=\"x()\"", if: false)>x</p>" as HTML
            }
            expectStopped(result, "the attribute onclick is not allowed")
        }

        @Test func `but not on what is right`() async {
            await #expect(processExitsWith: .success) {
                let text = "x"
                _ = "<p title=\"\(text)\"\(attribute: "hidden", if: true)>\(text)</p>" as HTML
            }
        }
    }
#endif
