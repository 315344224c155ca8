"""A filled-in form in Word to YAML, and an account of every paragraph, cell and note of it."""
