"""Word files that are broken, enormous or meant to harm: none of them may end a command in a traceback, or take it long."""
