"""What lies over a screen for a moment: help, commands, menus and boxes to type in."""
