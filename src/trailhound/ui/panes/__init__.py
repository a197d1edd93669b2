"""The panes of the watch screen. No pane imports another pane."""
