"""What should hold of a whole guide, among guides, and in the registries; one module a subject."""
