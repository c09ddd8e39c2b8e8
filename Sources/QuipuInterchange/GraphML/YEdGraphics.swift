/// yFiles' extension of GraphML, without which yEd shows neither labels nor colours.
enum YEdGraphics {
  static let namespace = "http://www.yworks.com/xml/graphml"

  static func declareKeys(_ writer: borrowing XMLWriter) {
    for (id, scope, type) in [("n_graphics", "node", "nodegraphics"), ("e_graphics", "edge", "edgegraphics")] {
      writer.lineBreak()
      writer.start("key")
      writer.attribute("id", id)
      writer.attribute("for", scope)
      writer.attribute("yfiles.type", type)
      writer.end()
    }
  }

  private static func empty(
    _ name: String, _ attributes: [(String, String)], _ writer: borrowing XMLWriter
  ) {
    writer.start(name)
    for (name, value) in attributes { writer.attribute(name, value) }
    writer.end()
  }

  /// A rounded box as wide as the label needs.
  static func write(_ label: String, _ colour: Colour, _ writer: borrowing XMLWriter) {
    writer.start("data")
    writer.attribute("key", "n_graphics")
    writer.start("y:ShapeNode")
    let width = max(40, 16 + 7 * label.unicodeScalars.count)
    empty("y:Geometry", [("height", "30"), ("width", String(width))], writer)
    empty("y:Fill", [("color", colour.hex), ("transparent", "false")], writer)
    empty("y:BorderStyle", [("color", "#444444"), ("type", "line"), ("width", "1.0")], writer)
    writer.start("y:NodeLabel")
    writer.text(label)
    writer.end()
    empty("y:Shape", [("type", "roundrectangle")], writer)
    writer.end()
    writer.end()
  }

  static func write(_ label: String, _ looks: EdgeLooks, _ writer: borrowing XMLWriter) {
    writer.start("data")
    writer.attribute("key", "e_graphics")
    writer.start("y:PolyLineEdge")
    let line = looks.isUncertain ? "dashed" : "line"
    empty("y:LineStyle", [("color", looks.colour.hex), ("type", line), ("width", "1.0")], writer)
    let target = looks.isNegative ? "t_shape" : "standard"
    empty("y:Arrows", [("source", looks.isSymmetric ? target : "none"), ("target", target)], writer)
    writer.start("y:EdgeLabel")
    writer.text(label)
    writer.end()
    writer.end()
    writer.end()
  }
}
