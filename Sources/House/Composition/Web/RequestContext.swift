package import Hummingbird
import NIOCore

/// What is known of a request beside what was sent: the network address it came from.
package struct SiteRequestContext: RequestContext {
    package var coreContext: CoreRequestContextStorage
    /// The address of the peer; empty where there is none, as in memory.
    let peer: String

    package init(source: ApplicationRequestContextSource) {
        coreContext = .init(source: source)
        peer = source.channel.remoteAddress?.ipAddress ?? ""
    }

    /// The network address asked from. A peer on this machine is taken for our own proxy, which names the
    /// address it was asked from last in the list; anybody else may write there what they like.
    func network(_ forwarded: String?) -> String {
        guard peer == "127.0.0.1" || peer == "::1", let forwarded else { return peer }
        let last = forwarded.split(separator: ",").last?.filter { $0 != " " } ?? ""
        let isAddress =
            !last.isEmpty && last.utf8.count <= 45
            && last.utf8.allSatisfy { Character(UnicodeScalar($0)).isHexDigit || $0 == 0x2E || $0 == 0x3A }
        return isAddress ? String(last) : peer
    }
}
