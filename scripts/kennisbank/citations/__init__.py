"""Sources become the references and in-text citations that readers see."""
