"""Papers set as PDF, each by a process of its own."""

# How such a process ends when the paper cannot be set, most likely for a letter without a shape.
NOT_SET = 3
