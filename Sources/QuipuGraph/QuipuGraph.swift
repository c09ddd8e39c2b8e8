// QuipuGraph
