"""What a person types becomes work done and words on the terminal; one module is one command."""
