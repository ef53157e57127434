"""Measures of the play page in pixels at scale 1: what stands on the floor, and the panels around it."""

SUPPLIER = (144, 56, 26)
"""Width, height wanted and least height; so for all four kinds of things."""
ITEM = (156, 92, 26)
STATION = (164, 96, 44)
STREAM = (130, 92, 26)
COMPACT_WIDTH = 118
BETWEEN = 64
"""Height wanted by stock between two stations."""
FIRST_GAP = 68
COLUMN_GAP = 36
LAST_GAP = 24
ROW_GAP = 10
STORE_FIRST_GAP = 132
DOCK = 36
PADDING = 10
HEADING = 26
CELLS = (16, 13, 10, 8)
"""Sides of a container, the largest that fits is taken."""
CARD = (11, 14)
TRUCK = (40, 22)
LAMP = 9
MARK = 9
BAR = 6
ANDON = 5
LINE = 2.0
TOUR = 3.5
"""The road of a milk run is wider than other ways."""
ARROW = 9
DOTS = 20
LARGEST = 2.0
FULL_SCENE = (1240, 620)
"""Beyond this size the floor is drawn larger, not only wider."""
INSPECTOR = (304, 460)
TILE = 98
LOWER = 136
FEED_LINE = 22
STEPPER = 124
STEPPER_SIDES = 76
