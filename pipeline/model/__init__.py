"""The nouns that flow through the pipeline. Nothing here touches the disk."""
