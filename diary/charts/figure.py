"""The human figure: its outline and regions in three views, drawn for this diary.

Everything is given for one half, as (distance from the midline, height from the top), and mirrored. A region
is a coarse shape; the outline cuts it, so neighbours always meet and the outline stays one calm line. Front
and face look at the person as a doctor does, the back view from behind (ux.md, B-5).
"""

from diary.charts.shapes import Region, View, both, curve, line, mirrored
from diary.charts.svg import ring

# From the crown round head, ear and arm to the wrist. A point given twice is a corner.
_HEAD_AND_ARM = (
    "0,4 10.5,6 17.3,14 19.4,25 19.4,25 21.7,26 21.3,32.5 18.4,36.5 18.4,36.5 16,43.5 12,50 11,56 11.7,63.5 "
    "19,70.5 32,75.5 42,82 47.6,95 49.4,115 51.4,136 54.6,153 57.3,170 58.8,188 59.3,203 "
)
# Thumb and four fingers, then up the arm to the armpit, down to the hip and the outer side of the leg.
_HAND_AND_SIDE = (
    "63,210 67.5,217.5 70.6,226 71.2,231.5 69.6,234.4 67.2,233 65,228.8 63.6,227 63.6,227 64.4,238 64.7,247 "
    "64.1,254.5 62.2,258 60.4,256.6 59.9,253.5 59.9,253.5 59.7,259 58.8,262.6 57.2,264.2 55.7,262.4 55.2,257 "
    "55.2,257 54.8,259.8 53.5,261.8 51.9,261 50.9,258 50.7,254 50.7,254 50,255.8 48.5,256 47.3,253.5 "
    "46.5,246 45.8,236 45.6,225 46.2,214 46.6,205 42.6,190 39.1,171 37.3,153 35.1,134 33.8,117 33,101 33,101 "
    "33,117 32,135 30.8,153 31,168 33.5,186 35.5,206 35.9,226 34.3,252 31,276 28.6,291 28.7,303 29.5,317 "
    "28.4,333 24.4,350 21,362 "
)
_INNER_LEG = "8.4,362 7.4,350 4.7,333 4.1,317 5.2,302 5.2,290 3.5,264 1.8,236 0,217"
_TOES = "21.7,371 25,379.5 28.9,386.5 29.3,390.6 26.3,393.4 20,395.8 13.5,397.2 9.4,395.6 8.1,389 7.8,376 "
_HEEL = "21.8,372 23.6,383 22.6,391 17.6,394.8 12,394 8.6,388.5 7.9,376 "

_FINGER_LINES = (line("59.9,253.5 59.7,244"), line("55.2,257 55.3,244"), line("50.7,254 51,244.5"))
_TOE_LINES = (
    line("26,393.4 24.9,390"),
    line("23,394.6 22.2,390.8"),
    line("19.8,395.8 19.2,391.6"),
    line("15.8,396.8 15.6,392"),
)
_CALM_FACE = (line("5,22 8,23.4 11,22"), line("0,41 3,40.9 5.5,40.2"))

_FACE = line("0,5 17,7.5 33,18 42.5,37 45.5,60 45,82 42.5,104 37,122 26,138 12,148.5 0,150.5")

_SHOULDER = line(
    "15.5,67 20,58 70,58 70,58 70,102 70,102 52,107 42,108.5 33.3,106 33,101 27.5,86 19,75.5 12,70.5"
)
_RIBS = line("33.1,100 29,105 23.4,113 20,124 19.8,137 24,146.5 33.8,151 33.8,151 33.6,128 33.3,110 33.1,100")
_UPPER_ARM = line(
    "33.3,106 33.3,106 42,108.5 52,107 70,102 70,102 70,142 70,142 52,146.5 43,148.5 33,147 33,147"
)
_ELBOW = line("33,147 33,147 43,148.5 52,146.5 70,142 70,142 71,157 71,157 53,161.5 45,164 33,163 33,163")
_FOREARM = line("33,163 33,163 45,164 53,161.5 71,157 71,157 73,184 73,184 56,192 48,194.5 37,194 37,194")
_WRIST = line("37,194 37,194 48,194.5 56,192 73,184 73,184 78,200 78,200 60,208.5 52,211 40,211 40,211")
_ANKLE = line("0.5,350 0.5,350 16,352 41,347 41,347 41,364 41,364 16,368 0.5,366 0.5,366")


def _body(foot: str) -> str:
    return mirrored(line(_HEAD_AND_ARM + _HAND_AND_SIDE + foot + _INNER_LEG))


FRONT = View(
    code="front",
    label="Front",
    mirror=False,
    reach=100,
    height=400,
    outline=_body(_TOES),
    regions=(
        Region("head", "head", line("0,0 30,0 30,44 14,50 0,52"), (0, 31), 32, (26, 22), is_whole=True),
        Region("neck", "neck", line("0,52 14,49 22,50 22,60 15.5,67 12,70.5 0,73"), (5.5, 63), 11, (24, 58)),
        Region("shoulder", "shoulder", _SHOULDER, (39, 92), 20, (58, 84), is_smooth=True),
        Region("chest", "chest",
               line("0,73 12,70.5 19,75.5 27.5,86 33,100 29,105 23.4,113 20.4,122 19.6,131 8,134 0,134.5"),
               (11, 104), 20, (62, 106), is_smooth=True),
        Region("upper_arm", "upper arm", _UPPER_ARM, (42, 127), 15, (59, 127), is_smooth=True),
        Region("elbow", "elbow", _ELBOW, (45, 155), 16, (63, 150), is_smooth=True),
        Region("forearm", "forearm", _FOREARM, (48.5, 179), 16, (67, 176), is_smooth=True),
        Region("wrist", "wrist", _WRIST, (52.5, 202), 12, (69, 194), is_smooth=True),
        Region("palm", "palm",
               line("40,211 40,211 52,211 60,208.5 60,208.5 63.6,227 63.6,227 66,240 66,240 55,244 40,244 "
                    "40,244"), (54.5, 226), 15, (77, 235), is_smooth=True),
        Region("thumb", "thumb",
               line("60,208.5 78,200 82,200 82,238 64,236 63.6,227"), (66.6, 223), 6, (77, 214)),
        Region("fingers", "fingers",
               line("40,244 40,244 55,244 66,240 66,240 82,238 82,270 40,270 40,270"), (56.5, 251), 0,
               (72, 256)),
        Region("belly", "belly",
               line("0,134.5 8,134 19.6,131 19.8,137 24,146.5 35,151 35,151 36,167 36,167 20,173.5 8,175 "
                    "0,175"), (10, 154), 20, (52, 158), is_smooth=True),
        Region("ribs", "side of the ribs", _RIBS, (26.6, 127), 12, (58, 130), is_smooth=True,
               target=line("35,101 30,104 23,112 19.2,122 18.8,140 24,148 35.5,151")),
        Region("hip", "hip",
               line("15,174.4 20,173.5 36,167 36,167 38.4,196 38.4,196 24,203 15,210 15,210 15,174.4"),
               (25, 188), 17, (52, 188), is_smooth=True),
        Region("groin", "groin",
               line("0,175 8,175 15,174.4 15,174.4 15,210 15,210 6,217.5 0,223"), (7.5, 194), 13,
               (50, 212), is_smooth=True),
        Region("thigh", "thigh",
               line("15,210 15,210 24,203 41,194 41,194 41,277 41,277 18,282 15,282 15,282"),
               (25, 240), 17, (46, 240), is_smooth=True),
        Region("thigh_inner", "inner thigh",
               line("0.5,222 6,217.5 15,210 15,210 15,282 15,282 8,282 0.5,281"), (8.8, 250), 12,
               (42, 268), is_smooth=True),
        Region("knee", "knee",
               line("0.5,281 0.5,281 16,282.5 41,277 41,277 41,303 41,303 16,308 0.5,306 0.5,306"),
               (16.5, 294), 21, (38, 292), is_smooth=True),
        Region("shin", "shin",
               line("0.5,306 0.5,306 16,308 41,303 41,303 41,347 41,347 16,352 0.5,350 0.5,350"),
               (16.5, 328), 20, (37, 330), is_smooth=True),
        Region("ankle", "ankle", _ANKLE, (14.5, 358.5), 12, (34, 357), is_smooth=True),
        Region("foot_top", "top of foot",
               line("0.5,366 0.5,366 16,368 41,364 41,364 41,378 41,378 16,384.5 0.5,384 0.5,384"),
               (15, 376), 11, (34, 374), is_smooth=True),
        Region("toes", "toes",
               line("0.5,384 0.5,384 16,384.5 41,378 41,378 41,400 41,400 0.5,400 0.5,400"), (18, 390), 0,
               (35, 391), is_smooth=True),
    ),
    hints=both(*_CALM_FACE, *_FINGER_LINES, *_TOE_LINES),
)  # fmt: skip

BACK = View(
    code="back",
    label="Back",
    mirror=True,
    reach=100,
    height=400,
    outline=_body(_HEEL),
    regions=(
        Region("head_back", "back of head", line("0,0 30,0 30,44 14,50 0,52"), (8.7, 29), 14, (27, 22)),
        Region("neck", "neck", line("0,52 14,49 22,50 22,60 15.5,67 12,70.5 0,73"), (5.5, 62), 11, (24, 58)),
        Region("shoulder", "shoulder", _SHOULDER, (39, 92), 20, (58, 84), is_smooth=True),
        Region("back_upper", "upper back",
               line("0,73 12,70.5 19,75.5 27.5,86 33,101 33,101 33.4,116 33.7,130 33.7,130 20,135 8,137 "
                    "0,137"), (15.5, 106), 26, (62, 106), is_smooth=True),
        Region("upper_arm", "upper arm", _UPPER_ARM, (42, 127), 15, (59, 127), is_smooth=True),
        Region("elbow", "elbow", _ELBOW, (45, 155), 16, (63, 150), is_smooth=True),
        Region("forearm", "forearm", _FOREARM, (48.5, 179), 16, (67, 176), is_smooth=True),
        Region("wrist", "wrist", _WRIST, (52.5, 202), 12, (69, 194), is_smooth=True),
        Region("hand_back", "back of hand",
               line("40,211 40,211 52,211 60,208.5 78,200 78,200 82,200 82,270 40,270 40,270"),
               (55.5, 230), 16, (76, 248), is_smooth=True),
        Region("back_lower", "lower back",
               line("0,137 8,137 20,135 33.7,130 33.7,130 35,150 36,171 36,171 20,178 8,180 0,180"),
               (15, 156), 26, (52, 152), is_smooth=True),
        Region("buttock", "buttock",
               line("0,180 8,180 20,178 36,171 36,171 40,210 40,210 30,220 16,224 6,223 0,219"),
               (18, 201), 29, (52, 200), is_smooth=True),
        Region("thigh", "thigh",
               line("0.5,219 6,223 16,224 30,220 40,210 40,210 41,290 41,290 16,296 0.5,294 0.5,294"),
               (18, 258), 28, (44, 268), is_smooth=True),
        Region("calf", "calf",
               line("0.5,294 0.5,294 16,296 41,290 41,290 41,347 41,347 16,352 0.5,350 0.5,350"),
               (16.5, 324), 21, (37, 326), is_smooth=True),
        Region("ankle", "ankle", _ANKLE, (14.5, 358.5), 12, (34, 357), is_smooth=True),
        Region("sole", "heel and sole",
               line("0.5,366 0.5,366 16,368 41,364 41,364 41,400 41,400 0.5,400 0.5,400"), (15.6, 382), 14,
               (34, 386), is_smooth=True),
    ),
    hints=both(*_FINGER_LINES),
)  # fmt: skip

# The eyelids meet in the two corners of the eye; the eye itself stays white.
_BROW = line("3.5,44 8,40 20,36 31,37 36.2,43 35.2,49.5 29,47.4 20,46.8 10,49.4 4.5,49")
_UPPER_LID = line("5,67 5.5,57 10,49.4 20,46.8 32,48.2 35.8,55 36.5,66 36.5,66 30,63.3 20,62.2 11,64 5,67")
_LOWER_LID = line("5,67 5,67 11,69.6 20,71 30,69.6 36.5,66 36.5,66 33,77 20,83 8.5,78 5,67")
_EYE = line("5,67 11,64 20,62.2 30,63.3 36.5,66 36.5,66 30,69.6 20,71 11,69.6 5,67")
_TEMPLE = line("27,6 27,6 32,17 34.6,30 35.3,49 35.3,49 37,62 40,76.5 40,76.5 60,77 60,77 60,4 60,4")
_CHEEK = line(
    "0.1,48 0.1,48 8,49 21,46.5 35.3,49 35.3,49 36.6,62 40,76.5 40,76.5 60,78 60,78 60,94 60,94 47,101 "
    "34,107.5 20,111.5 0.1,112 0.1,112"
)
_JAW = line("0.1,111 0.1,111 20,111.5 34,107.5 47,101 60,94 60,94 60,160 60,160 0.1,160 0.1,160")
_EAR = line("45.5,60 50,57.5 51.8,69 49,81 45,82")
_NOSE = line("0,49 3.4,50.5 3.7,63 5.2,78 9.8,87.5 11.4,94 8,98.2 3,97.6 0,99.4")
_MOUTH_CORNER = line("15.5,112.8 19,108.5 23.5,108.6 25.5,112.8 23.5,117.2 19,117.4 15.5,112.8")
_LIP_UPPER = line("0,108.4 5.5,106.2 11.5,108.6 18.5,112.8 18.5,112.8 8,113.2 0,112.8")
_LIP_LOWER = line("0,112.8 8,113.2 18.5,112.8 18.5,112.8 12.5,118.4 6,120.6 0,120.9")

FACE = View(
    code="face",
    label="Face",
    mirror=False,
    reach=80,
    height=190,
    outline=mirrored(_FACE)
    + both(_EAR, closed=True)
    + "M-8.5 163Q0 160 8.5 163L8.5 171Q8 179.5 0 180Q-8 179.5 -8.5 171z",
    regions=(
        Region("forehead", "forehead", line("0,0 31,0 34.5,22 35.3,49 4,49 0,48"), (16, 24), 32, (36, 4)),
        Region("temple", "temple", _TEMPLE, (40, 44), 9, (55, 34), is_smooth=True),
        Region("cheek", "cheek", _CHEEK, (32, 92), 20, (55, 99), is_smooth=True),
        Region("jaw", "jaw", _JAW, (30, 123), 16, (49, 130), is_smooth=True),
        Region("chin", "chin",
               line("0,124.6 8,125.4 13.4,131 14.4,139 12.5,147 12,160 12,160 0,160"), (6.8, 137), 13,
               (28, 152), is_smooth=True, is_single=True),
        Region("eyebrow", "eyebrow", _BROW, (21, 41.5), 0, (55, 20), is_smooth=True),
        Region("ear", "ear", line("45.5,57 60,57 60,92 43.8,92 45,82"), (48.5, 70), 0, (55, 64)),
        Region("eyelid_upper", "upper eyelid", _UPPER_LID, (21, 55), 10, (55, 50), is_smooth=True,
               target=line("4.5,49.5 10,49.4 20,46.8 32,48.2 35.8,55 37,66 20,66.4 5,67")),
        Region("eyelid_lower", "lower eyelid", _LOWER_LID, (29, 75), 0, (55, 79), is_smooth=True,
               target=line("5,67 20,66.4 37,66 33,77 20,83 8.5,78")),
        Region("nose", "nose", _NOSE, (6.5, 91), 12, (55, 90), is_smooth=True, is_single=True),
        Region("mouth_corner", "corner of the mouth", _MOUTH_CORNER, (21, 112.9), 0,
               (52, 110), is_smooth=True,
               target=line("17,109.5 21,104.5 27,105 30.8,109.5 31,116 27.5,121 21,121.5 17,117 19,113")),
        Region("lip_upper", "upper lip", _LIP_UPPER, (11, 110.6), 0,
               (55, 107), is_smooth=True, is_single=True,
               target=line("0,100 8,98 19,113 0,113")),
        Region("lip_lower", "lower lip", _LIP_LOWER, (11, 116.4), 0,
               (53, 120), is_smooth=True, is_single=True,
               target=line("0,113 19,113 14,122.5 0,124.5")),
        Region("tongue", "tongue",
               line("0,155 15,155 15,185 0,185"), (4.5, 171.5), 8, (16, 174), is_single=True),
    ),
    eyes=both(_EYE),
    hints=both(line("9,46.5 17,42.5 26,42 34,46.5"))
    + curve(line("-18.5,112.8 -8,113.2 0,112.8 8,113.2 18.5,112.8"))
    + ring(-20.5, 66.5, 3.7)
    + ring(20.5, 66.5, 3.7),
    words=((0, 188, "tongue"),),
)  # fmt: skip

VIEWS = (FRONT, BACK, FACE)

REGIONS = {f"{view.code}.{region.code}": region for view in VIEWS for region in view.regions}
