"""What the memory's benchmark is made of: data, truth, peers, clocks, measurements and their table."""
