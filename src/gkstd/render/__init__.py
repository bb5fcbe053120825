"""From the model to bytes: one package per output, none knowing the others, none touching the disk or the network."""
