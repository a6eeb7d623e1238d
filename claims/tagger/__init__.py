"""The trained model that marks sources, cues and contents and links them, without its training."""
