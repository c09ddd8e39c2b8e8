import QuipuAssembly
import Testing
