"""What a person sees and presses: the app, its screens, panes and widgets."""
