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
}
