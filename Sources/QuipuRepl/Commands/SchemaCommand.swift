extension ReplCommand {
  static let schema = ReplCommand(
    "schema", summary: "classes, relations, and which joins which",
    details: "Each node counts under its most specific class; a query's label matches nodes of classes below it too."
  ) { (_, session) throws(ReplError) in
    session.show(SchemaPicture(session.graph).rendered(session.style))
  }
}
