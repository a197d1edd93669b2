"""What the app does when a key is pressed, by topic."""
