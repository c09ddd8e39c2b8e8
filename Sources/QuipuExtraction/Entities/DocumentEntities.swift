import QuipuClaims
import QuipuCore
import QuipuLanguage
import QuipuOntology

/// One place of the document that stands for an entity.
struct EntityMention {
  var tokens: Range<Int>
  var kind: MentionKind
  var form: NameSpan.Form
  /// Index into `DocumentEntities.entities`.
  var entity: Int
}

/// An entity of one document while it is gathered.
struct EntityDraft {
  var classID: ClassID
  /// The gazetteer's entry, if the name is known.
  var entry: Int?
  /// Names with their counts, in order of first appearance.
  var names: [(text: String, count: Int)] = []
  var mentions: [Int] = []
  mutating func addName(_ text: String) {
    if let i = names.firstIndex(where: { $0.text == text }) {
      names[i].count += 1
    } else {
      names.append((text, 1))
    }
  }
}

/// The entities of a document and where they are mentioned.
struct DocumentEntities {
  var entities: [EntityDraft] = []
  /// In document order once `sort` has run; pronouns and descriptions are added while relations are read.
  var mentions: [EntityMention] = []
  /// Mention index by first token, and by every token of it, -1 for none.
  private(set) var mentionAt: [Int32]

  init(tokenCount: Int) { mentionAt = [Int32](repeating: -1, count: tokenCount) }

  /// The mention that covers the token.
  func mention(covering token: Int) -> Int? {
    mentionAt[token] >= 0 ? Int(mentionAt[token]) : nil
  }

  /// The entity named at the token.
  func entity(at token: Int) -> Int? { mention(covering: token).map { mentions[$0].entity } }

  @discardableResult
  mutating func add(_ mention: EntityMention) -> Int {
    let index = mentions.count
    mentions.append(mention)
    entities[mention.entity].mentions.append(index)
    for t in mention.tokens where mentionAt[t] < 0 || mentions[Int(mentionAt[t])].tokens.count < mention.tokens.count {
      mentionAt[t] = Int32(index)
    }
    return index
  }
}
