// QuipuAssembly
