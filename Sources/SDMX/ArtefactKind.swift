/// The kinds of structures there are here, in the order in which a message has them.
package enum ArtefactKind: String, Sendable, CaseIterable {
  // The names of the resources.
  case agencyScheme = "agencyscheme"
  case dataflow
  case categoryScheme = "categoryscheme"
  case categorisation
  case codelist
  case conceptScheme = "conceptscheme"
  case dataStructure = "datastructure"
  case contentConstraint = "contentconstraint"

  /// The element of one, and of all of them.
  var element: String {
    switch self {
    case .agencyScheme: "AgencyScheme"
    case .dataflow: "Dataflow"
    case .categoryScheme: "CategoryScheme"
    case .categorisation: "Categorisation"
    case .codelist: "Codelist"
    case .conceptScheme: "ConceptScheme"
    case .dataStructure: "DataStructure"
    case .contentConstraint: "ContentConstraint"
    }
  }

  var container: String {
    switch self {
    case .agencyScheme: "OrganisationSchemes"
    case .dataflow: "Dataflows"
    case .categoryScheme: "CategorySchemes"
    case .categorisation: "Categorisations"
    case .codelist: "Codelists"
    case .conceptScheme: "Concepts"
    case .dataStructure: "DataStructures"
    case .contentConstraint: "Constraints"
    }
  }

  /// What a reference calls its package.
  var package: String {
    switch self {
    case .agencyScheme: "base"
    case .dataflow, .dataStructure: "datastructure"
    case .categoryScheme, .categorisation: "categoryscheme"
    case .codelist: "codelist"
    case .conceptScheme: "conceptscheme"
    case .contentConstraint: "registry"
    }
  }

  /// The class in a URN.
  var urnClass: String {
    switch self {
    case .dataflow: "DataflowDefinition"
    case .dataStructure: "DataStructureDefinition"
    default: element
    }
  }

  /// Other names by which a resource is asked for.
  package init?(resource: String) {
    switch resource {
    case "organisationscheme": self = .agencyScheme
    case "actualconstraint": self = .contentConstraint
    default: self.init(rawValue: resource)
    }
  }

  package static let aliases = ["organisationscheme", "actualconstraint"]

  /// Kinds that SDMX knows and of which there are none here.
  package static let absent: Set<String> = [
    "allowedconstraint", "attachmentconstraint", "customtypescheme", "dataconsumerscheme",
    "dataproviderscheme", "hierarchicalcodelist", "metadataflow", "metadatastructure",
    "namepersonalisationscheme", "organisationunitscheme", "process", "provisionagreement",
    "reportingtaxonomy", "rulesetscheme", "structureset", "transformationscheme",
    "userdefinedoperatorscheme", "vtlmappingscheme",
  ]
}
