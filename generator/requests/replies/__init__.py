"""What the bot writes: notices, the status comment, labels and messages on other channels."""
