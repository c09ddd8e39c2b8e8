// Until the engine's type hierarchy is merged here.
import Quipu

extension QueryEngine {
  var typeHierarchy: [String: [String]] {
    get { [:] }
    set {}
  }
}
