// QuipuInterchange
