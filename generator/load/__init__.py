"""From bytes on the disk to the frozen values of `model`, with every fault as a problem."""
