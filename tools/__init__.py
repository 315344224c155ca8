"""What is run by those who build the project, never by those who use it."""
