import QuipuCore

/// `[a, b, …]`
final class ListExpression: CompiledExpression {
  let elements: [CompiledExpression]

  init(_ elements: [CompiledExpression], range: ByteRange) {
    self.elements = elements
    super.init(range: range)
  }

  override func evaluate(_ frame: Frame) throws(QueryError) -> Value {
    var values: [Value] = []
    values.reserveCapacity(elements.count)
    for element in elements { values.append(try element.evaluate(frame)) }
    return .list(values)
  }
}

/// `base[index]`
final class SubscriptExpression: CompiledExpression {
  let base: CompiledExpression
  let index: CompiledExpression

  init(_ base: CompiledExpression, _ index: CompiledExpression, range: ByteRange) {
    self.base = base
    self.index = index
    super.init(range: range)
  }

  override func evaluate(_ frame: Frame) throws(QueryError) -> Value {
    let (value, position) = (try base.evaluate(frame), try index.evaluate(frame))
    do {
      return try Operators.subscripted(value, position, frame.context)
    } catch {
      throw error.located(at: range)
    }
  }
}

/// `list[from..to]`
final class SliceExpression: CompiledExpression {
  let list: CompiledExpression
  let from: CompiledExpression?
  let to: CompiledExpression?

  init(_ list: CompiledExpression, from: CompiledExpression?, to: CompiledExpression?, range: ByteRange) {
    self.list = list
    self.from = from
    self.to = to
    super.init(range: range)
  }

  override func evaluate(_ frame: Frame) throws(QueryError) -> Value {
    let value = try list.evaluate(frame)
    let (start, end) = (try from?.evaluate(frame), try to?.evaluate(frame))
    do { return try Operators.slice(value, from: start, to: end) } catch { throw error.located(at: range) }
  }
}
