// QuipuDocuments
