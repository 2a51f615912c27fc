"""What happens to built HTML: the engine that makes it, the checks of its links, the server that shows it."""
