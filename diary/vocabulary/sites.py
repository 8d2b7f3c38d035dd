"""Where a twitch can be: body sites, sides and the words for them.

Sites and their codes follow the UBERON anatomy ontology (release v2026-04-01, CC BY 3.0); FMA ids stand
beside them. Where the ontology has no term of its own, the parent part is given. "Left" and "right" are
always the person's own.
"""

from dataclasses import dataclass

SIDES = {"left": "Left", "right": "Right", "middle": "Middle"}
_SIDES_OF = {
    "LR": ("left", "right"),
    "LRM": ("left", "right", "middle"),
    "M": ("middle",),
    "NA": (),
}

REGIONS = {
    "FACE": "Face",
    "HEAD_NECK": "Head and neck",
    "ARM": "Arms",
    "HAND": "Hands",
    "TRUNK": "Body",
    "LEG": "Legs",
    "FOOT": "Feet",
    "WIDESPREAD": "All over",
    "OTHER": "Somewhere else",
}

# The list to choose from, in the order of the body (ux.md, B-3).
GROUPS = {
    "Head and face": ("FACE", "HEAD_NECK"),
    "Arms and hands": ("ARM", "HAND"),
    "Body": ("TRUNK",),
    "Legs and feet": ("LEG", "FOOT"),
    "Anywhere else": ("WIDESPREAD", "OTHER"),
}


@dataclass(frozen=True, slots=True)
class Site:
    """A part of the body in plain words; `laterality` is LR, LRM, M (middle only) or NA (no side)."""

    code: str
    label: str
    region: str
    laterality: str
    uberon: str = ""
    fma: str = ""

    @property
    def sides(self) -> tuple[str, ...]:
        """The sides a twitch there can have; empty when the site has none."""
        return _SIDES_OF[self.laterality]

    @property
    def is_eyelid(self) -> bool:
        """Whether the eyelid rules apply."""
        return self.code in {"eyelid_upper", "eyelid_lower"}


@dataclass(frozen=True, slots=True, order=True)
class Place:
    """A site and the person's own side; an empty side means it was not said or the site has none."""

    site: str
    side: str = ""

    def __str__(self) -> str:
        return place_label(self.site, self.side)

    @property
    def label(self) -> str:
        """The place as it stands alone: "Left lower eyelid"."""
        words = str(self)
        return words[0].upper() + words[1:]

    @property
    def spoken(self) -> str:
        """The place as a sentence says it: "left thigh at the front"."""
        words = IN_A_SENTENCE.get(self.site)
        if words is None:
            return str(self)
        return f"{self.side} {words}" if self.side in {"left", "right"} else words

    @property
    def code(self) -> str:
        """The place as one word for buttons and addresses: "eyelid_lower:left"; empty when not said."""
        return f"{self.site}:{self.side}" if self.side else self.site

    @property
    def choices(self) -> tuple["Place", ...]:
        """The places it may mean: itself, or one for each side while that was not said."""
        sides = SITES[self.site].sides if self.site and not self.side else ()
        return tuple(Place(self.site, side) for side in sides) or (self,)


IN_A_SENTENCE = {
    "neck_front": "neck at the front or side",
    "neck_back": "neck at the back",
    "upper_arm_front": "upper arm at the front",
    "upper_arm_back": "upper arm at the back",
    "hand": "hand",
    "thumb": "thumb or thumb base",
    "finger_index": "index finger or its web",
    "side_ribs": "side at the ribs",
    "abdomen": "belly",
    "diaphragm": "belly under the ribs",
    "thigh_front": "thigh at the front",
    "thigh_back": "thigh at the back",
    "thigh_inner": "inner thigh",
    "knee": "knee or just above it",
    "lower_leg_side": "lower leg on the outer side",
    "foot_sole": "sole or arch of the foot",
    "foot_top": "top of the foot",
}
"""Sites whose label has a slash, a comma or brackets, in words that a sentence can hold."""

ELSEWHERE = "other"  # said more exactly in the person's own words

_SITES = (
    Site("eyelid_upper", "Upper eyelid", "FACE", "LR", "UBERON:0001712", "FMA:54439"),
    Site("eyelid_lower", "Lower eyelid", "FACE", "LR", "UBERON:0001713", "FMA:54442"),
    Site("eyebrow", "Eyebrow", "FACE", "LR", "UBERON:0010163", "FMA:54237"),
    Site("forehead", "Forehead", "FACE", "LRM", "UBERON:0008200", "FMA:63864"),
    Site("temple", "Temple", "FACE", "LR", "UBERON:0003251", "FMA:63867"),
    Site("nose", "Nose", "FACE", "LRM", "UBERON:0000004", "FMA:46472"),
    Site("cheek", "Cheek", "FACE", "LR", "UBERON:0001567", "FMA:46476"),
    Site("lip_upper", "Upper lip", "FACE", "LRM", "UBERON:0001834", "FMA:59817"),
    Site("lip_lower", "Lower lip", "FACE", "LRM", "UBERON:0001835", "FMA:59818"),
    Site("mouth_corner", "Corner of mouth", "FACE", "LR", "UBERON:0000165", "FMA:49184"),
    Site("chin", "Chin", "FACE", "LRM", "UBERON:0008199", "FMA:46495"),
    Site("jaw", "Jaw", "FACE", "LR", "UBERON:0001710", "FMA:59398"),
    Site("tongue", "Tongue", "FACE", "LRM", "UBERON:0001723", "FMA:54640"),
    Site("scalp", "Scalp", "HEAD_NECK", "LRM", "UBERON:0000403", "FMA:46494"),
    Site("ear", "Ear", "HEAD_NECK", "LR", "UBERON:0001690", "FMA:52780"),
    Site("neck_front", "Neck (front/side)", "HEAD_NECK", "LRM", "UBERON:0000974", "FMA:7155"),
    Site("neck_back", "Neck (back)", "HEAD_NECK", "LRM", "UBERON:0000974", "FMA:7155"),
    Site("shoulder", "Shoulder", "ARM", "LR", "UBERON:0001467", "FMA:25202"),
    Site("upper_arm_front", "Upper arm, front", "ARM", "LR", "UBERON:0003822", "FMA:24890"),
    Site("upper_arm_back", "Upper arm, back", "ARM", "LR", "UBERON:0003822", "FMA:24890"),
    Site("elbow", "Elbow", "ARM", "LR", "UBERON:0001461", "FMA:24901"),
    Site("forearm", "Forearm", "ARM", "LR", "UBERON:0002386", "FMA:9663"),
    Site("wrist", "Wrist", "ARM", "LR", "UBERON:0004452", "FMA:24922"),
    Site("hand", "Hand (back or palm)", "HAND", "LR", "UBERON:0002398", "FMA:9712"),
    Site("thumb", "Thumb / thumb base", "HAND", "LR", "UBERON:0001463", "FMA:24938"),
    Site("finger_index", "Index finger / web", "HAND", "LR", "UBERON:0003622", "FMA:24946"),
    Site("finger_middle", "Middle finger", "HAND", "LR", "UBERON:0003623", "FMA:24947"),
    Site("finger_ring", "Ring finger", "HAND", "LR", "UBERON:0003624", "FMA:24948"),
    Site("finger_little", "Little finger", "HAND", "LR", "UBERON:0003625", "FMA:24949"),
    Site("chest", "Chest", "TRUNK", "LRM", "UBERON:0001443", "FMA:9576"),
    Site("side_ribs", "Side / ribs", "TRUNK", "LR", "UBERON:0001443", "FMA:9576"),
    Site("abdomen", "Abdomen (belly)", "TRUNK", "LRM", "UBERON:0000916", "FMA:9577"),
    Site("diaphragm", "Under ribs (diaphragm)", "TRUNK", "M", "UBERON:0001103", "FMA:13295"),
    Site("back_upper", "Upper back", "TRUNK", "LRM", "UBERON:0008231", "FMA:24217"),
    Site("back_lower", "Lower back", "TRUNK", "LRM", "UBERON:0005462", "FMA:61681"),
    Site("groin", "Groin", "TRUNK", "LR", "UBERON:0008337", "FMA:24040"),
    Site("pelvic_floor", "Pelvic floor", "TRUNK", "M", "UBERON:0002356", "FMA:9579"),
    Site("buttock", "Buttock", "LEG", "LR", "UBERON:0013691", "FMA:25245"),
    Site("hip", "Hip", "LEG", "LR", "UBERON:0001464", "FMA:24964"),
    Site("thigh_front", "Thigh, front", "LEG", "LR", "UBERON:0000376", "FMA:24967"),
    Site("thigh_back", "Thigh, back", "LEG", "LR", "UBERON:0000376", "FMA:24967"),
    Site("thigh_inner", "Thigh, inner", "LEG", "LR", "UBERON:0000376", "FMA:24967"),
    Site("knee", "Knee / above knee", "LEG", "LR", "UBERON:0001465", "FMA:24974"),
    Site("shin", "Shin", "LEG", "LR", "UBERON:0003823", "FMA:24979"),
    Site("calf", "Calf", "LEG", "LR", "UBERON:0003823", "FMA:24984"),
    Site("lower_leg_side", "Lower leg, outer side", "LEG", "LR", "UBERON:0003823", "FMA:24979"),
    Site("ankle", "Ankle", "FOOT", "LR", "UBERON:0004454", "FMA:9665"),
    Site("foot_sole", "Foot, sole/arch", "FOOT", "LR", "UBERON:0008338", "FMA:25000"),
    Site("foot_top", "Foot, top", "FOOT", "LR", "UBERON:0002387", "FMA:9664"),
    Site("toe_big", "Big toe", "FOOT", "LR", "UBERON:0003631", "FMA:25047"),
    Site("toe_other", "Other toes", "FOOT", "LR", "UBERON:0001466", "FMA:25046"),
    Site("widespread", "All over / moving around", "WIDESPREAD", "NA"),
    Site(ELSEWHERE, "Somewhere else", "OTHER", "LRM"),
)

SITES = {site.code: site for site in _SITES}

# The order of the picker for someone with no history yet (clinical.md C, quick picks).
COMMON_SITES = (
    "eyelid_lower",
    "eyelid_upper",
    "calf",
    "thigh_front",
    "foot_sole",
    "thumb",
    "upper_arm_front",
    "cheek",
)

PLACE_NOT_SAID = "place not said"


def place_label(site: str, side: str = "", own_words: str = "") -> str:
    """Return the place in words: "left lower eyelid", "lower back", "somewhere else: behind the ear"."""
    if not site:
        return PLACE_NOT_SAID
    label = SITES[site].label
    words = label[0].lower() + label[1:]
    is_of_a_side = side in {"left", "right"}
    if site == ELSEWHERE:
        where = f"{words} on the {side}" if is_of_a_side else words
        return f"{where}: {own_words}" if own_words else where
    return f"{side} {words}" if is_of_a_side else words


def is_possible(site: str, side: str) -> bool:
    """Whether the side exists at the site; a side need not be said."""
    if not site:
        return not side
    return site in SITES and (not side or side in SITES[site].sides)
