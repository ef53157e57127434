"""The part of the style sheet that only the play page uses: floor, steppers, sliders, feed."""

PLAY = """
QFrame[role="floor"] { background: @floor@; border: 1px solid @line@; border-radius: @radius@px; }
QFrame[role="stepper"] { background: @surface@; border: 1px solid @line@; border-radius: @double@px; }
QFrame[role="stepper"][changed="true"] { border-color: @teal@; background: @teal_soft@; }
QFrame[role="segments"] { background: @sunken@; border: 1px solid @line@; border-radius: @double@px; }
QPushButton[role="step"] { background: transparent; color: @teal@; border: 2px solid transparent;
              border-radius: @small@px; padding: 0; min-width: 26px; max-width: 26px; min-height: 24px; }
QPushButton[role="zoom"], QPushButton[role="zoom-wide"] { background: transparent; color: @teal@;
              border: 2px solid transparent; border-radius: @small@px; padding: 0; min-height: 18px;
              min-width: 22px; }
QPushButton[role="zoom-wide"] { color: @muted@; }
QPushButton[role="zoom"]:hover, QPushButton[role="zoom-wide"]:hover { background: @sunken@; }
QPushButton[role="zoom"]:focus, QPushButton[role="zoom-wide"]:focus { border: 2px solid @focus@; }
QPushButton[role="zoom"]:disabled { color: @grey@; background: transparent; }
QPushButton[role="step"]:hover { background: @sunken@; }
QPushButton[role="step"]:focus { border: 2px solid @focus@; }
QPushButton[role="step"]:disabled { color: @grey@; background: transparent; }
QLineEdit[role="number"] { background: transparent; border: 2px solid transparent; padding: 0;
              border-radius: @small@px; min-height: 24px; }
QLineEdit[role="number"]:focus { border: 2px solid @focus@; background: @surface@; }
QLineEdit[role="number"]:disabled { color: @grey@; }
QPushButton[role="choice"] { background: transparent; border: 2px solid transparent; color: @muted@;
              padding: @half@px @grid@px; }
QPushButton[role="choice"]:hover { color: @ink@; }
QPushButton[role="choice"]:checked { background: @surface@; color: @ink@; border: 2px solid @surface@; }
QPushButton[role="choice"]:focus { border: 2px solid @focus@; }
QPushButton[role="choice"]:disabled { color: @grey@; }
QPushButton[role="chip"] { background: @sunken@; color: @ink@; border: 2px solid @sunken@;
              border-radius: @small@px; padding: @half@px @grid@px; }
QPushButton[role="chip"]:hover { border: 2px solid @line@; }
QPushButton[role="chip"]:focus { border: 2px solid @focus@; }
QSlider { min-height: 20px; }
QSlider::groove:horizontal { height: @grid@px; background: @sunken@; border-radius: @half@px; }
QSlider::sub-page:horizontal { background: @teal@; border-radius: @half@px; }
QSlider::handle:horizontal { background: @surface@; border: 2px solid @teal@; width: 12px; height: 12px;
              margin: -6px 0; border-radius: 8px; }
QSlider::handle:horizontal:focus { background: @teal@; border-color: @ink@; }
QSlider::sub-page:horizontal:disabled { background: @grey@; }
QSlider::handle:horizontal:disabled { border-color: @grey@; }
QListWidget { background: transparent; border: none; outline: none; }
"""
