// QuipuOntology
