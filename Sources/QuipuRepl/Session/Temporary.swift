// Until the parser's rendering is merged here.
import QuipuQuery

extension QueryError { func render(in text: String) -> String { message } }
