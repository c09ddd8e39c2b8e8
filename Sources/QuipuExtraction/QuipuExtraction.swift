// QuipuExtraction
