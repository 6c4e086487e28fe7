"""People seen from a distance: paper figures with jointed limbs."""

import math
from dataclasses import dataclass

from blattwerk.sample.pictures.canvas import Canvas
from blattwerk.sample.pictures.geometry import Outline, Point, arc, curve, disc, rect, stroke, turn
from blattwerk.sample.pictures.palettes import Colour, mix, tone

SKINS: tuple[Colour, ...] = tuple(tone(code) for code in ("e3b596", "d09a78", "a9714f", "7d4f38"))


@dataclass(frozen=True)
class Pose:
    """Limb angles in degrees from hanging down, forward (right) positive: upper, lower."""

    lean: float
    near_leg: tuple[float, float]
    far_leg: tuple[float, float]
    near_arm: tuple[float, float]
    far_arm: tuple[float, float]


STAND = Pose(0, (4, 2), (-4, -2), (-8, 6), (10, 16))
WALK = Pose(4, (26, 8), (-18, -30), (-24, -8), (24, 38))
RUN = Pose(14, (62, -28), (-22, -78), (-58, 40), (48, 128))
KICK = Pose(-10, (64, 48), (-10, -16), (-66, -40), (52, 70))
SIT = Pose(2, (84, 4), (78, -2), (22, 60), (30, 66))
SKI = Pose(34, (58, -10), (48, -18), (40, 80), (30, 76))
REACH = Pose(2, (5, 3), (-5, -3), (70, 96), (8, 14))
RAISED = Pose(0, (6, 4), (-6, -4), (150, 168), (128, 150))
BOW = Pose(4, (84, 6), (78, -4), (58, 96), (66, 104))
DIVE = Pose(76, (-62, -84), (-84, -70), (116, 104), (128, 118))
RIDE = Pose(36, (70, 2), (26, -28), (52, 66), (50, 64))


def figure(
    c: Canvas,
    x: float,
    foot: float,
    h: float,
    pose: Pose = STAND,
    coat: Colour | None = None,
    *,
    flip: bool = False,
    shadow: bool = True,
    legs: Colour | None = None,
) -> Point:
    """A person ``h`` tall whose hip stands over ``x``; returns the near hand."""
    colour = coat or c.rng.choice((c.p.accent, c.p.second, c.p.near, c.p.paper))
    if c.p.dark:
        colour = mix(colour, c.p.ink, 0.35)
    trousers = legs or mix(c.p.ink, c.p.near, 0.25)
    skin = mix(c.rng.choice(SKINS), c.p.ink, 0.4 if c.p.dark else 0.08)
    if shadow:
        c.ground_shadow(x, foot, h * 0.2, h * 0.03)
    body = _Body(x, foot, h, pose, -1 if flip else 1)
    c.fill(mix(trousers, c.p.ink, 0.4), *body.leg(pose.far_leg))
    c.fill(mix(colour, c.p.ink, 0.35), *body.arm(pose.far_arm))
    c.fill(trousers, *body.leg(pose.near_leg))
    c.fill(skin, *body.head())
    c.fill(mix(c.p.ink, c.rng.choice(SKINS), c.rng.choice((0.05, 0.3))), *body.hair())
    c.fill(colour, body.torso(), shade="left" if flip else "right", amount=0.4)
    c.fill(mix(colour, c.p.ink, 0.14), *body.arm(pose.near_arm))
    hand = body.hand(pose.near_arm)
    c.fill(skin, disc(*hand, h * 0.027))
    return hand


def bust(c: Canvas, x: float, y: float, r: float, coat: Colour | None = None) -> None:
    """Head (radius about ``r``, centre at ``y``) and shoulders of a person seen from the front."""
    colour = c.p.own(coat or c.rng.choice((c.p.accent, c.p.second, c.p.near, c.p.mid)), 0.35)
    skin = mix(c.rng.choice(SKINS), c.p.ink, 0.35 if c.p.dark else 0.05)
    hair = mix(c.p.ink, c.rng.choice(SKINS), c.rng.choice((0.05, 0.2, 0.45)))
    side = c.rng.choice((-r, r))
    fringe = [(x + side * 0.95, y), (x + side * 0.4, y - r * 0.66), (x - side * 0.95, y - r * 0.05)]
    crown = arc(x, y - r * 0.2, -side * 0.97, r * 0.98, 180, 360)
    if c.rng.random() < 0.45:
        c.fill(hair, disc(x, y + r * 0.35, r * 1.15, r * 1.5))
    c.fill(colour, disc(x, y + r * 3.6, r * 2.3, r * 2.2), shade="right", amount=0.5)
    c.fill(mix(skin, c.p.ink, 0.15), rect(x - r * 0.38, y + r * 0.7, r * 0.76, r * 0.9))
    c.fill(
        c.p.own(c.p.paper, 0.3),
        [(x - r * 0.5, y + r * 1.45), (x, y + r * 2.3), (x + r * 0.5, y + r * 1.45)],
    )
    c.fill(skin, disc(x, y, r * 0.88, r * 1.12), shade="right", amount=0.25)
    c.fill(hair, [*crown, *reversed(curve(fringe))])


def crowd(
    c: Canvas, y: float, h: float, count: int, *, left: float = 0, right: float = 1500
) -> None:
    """The backs of heads along the lower edge of a hall or a ground."""
    outlines: list[Outline] = []
    for i in range(count):
        x = left + (right - left) * (i + 0.5 + c.rng.uniform(-0.2, 0.2)) / count
        top, r = y + c.rng.uniform(-0.12, 0.12) * h, h * c.rng.uniform(0.2, 0.24)
        outlines.append(disc(x, top, r * 0.88, r))
        outlines.append(disc(x, top + r * 2.7, r * 1.9, r * 1.7))
    c.fill(mix(c.p.ink, c.p.near, 0.15), *outlines)


@dataclass(frozen=True)
class _Body:
    x: float
    foot: float
    h: float
    pose: Pose
    side: int

    def _go(self, start: Point, angle: float, length: float) -> Point:
        a = math.radians(angle)
        run = math.sin(a) * length * self.h * self.side
        return start[0] + run, start[1] + math.cos(a) * length * self.h

    @property
    def hip(self) -> Point:
        """Placed so that the lower foot touches the ground."""
        drops = [
            math.cos(math.radians(a)) * 0.24 + math.cos(math.radians(b)) * 0.24
            for a, b in (self.pose.near_leg, self.pose.far_leg)
        ]
        return self.x, self.foot - max(drops) * self.h

    @property
    def neck(self) -> Point:
        return self._go(self.hip, 180 - self.pose.lean, 0.36)

    def leg(self, angles: tuple[float, float]) -> list[Outline]:
        knee = self._go(self.hip, angles[0], 0.24)
        ankle = self._go(knee, angles[1], 0.225)
        toe = self._go(ankle, angles[1] + 78, 0.06)
        thigh = stroke([self.hip, knee, ankle], self.h * 0.1, self.h * 0.052)
        return thigh + stroke([ankle, toe], self.h * 0.045, self.h * 0.035)

    def arm(self, angles: tuple[float, float]) -> list[Outline]:
        shoulder = self._go(self.neck, -self.pose.lean, 0.045)
        elbow = self._go(shoulder, angles[0], 0.165)
        wrist = self._go(elbow, angles[1], 0.14)
        return stroke([shoulder, elbow, wrist], self.h * 0.075, self.h * 0.05)

    def hand(self, angles: tuple[float, float]) -> Point:
        shoulder = self._go(self.neck, -self.pose.lean, 0.045)
        return self._go(self._go(shoulder, angles[0], 0.165), angles[1], 0.165)

    def torso(self) -> Outline:
        """Cut upright, then leant about the hip."""
        (x, y), h = self.hip, self.h
        shoulders = arc(x, y - h * 0.315, h * 0.092, h * 0.06, 180, 360)
        coat = [*shoulders, (x + h * 0.084, y + h * 0.06), (x - h * 0.084, y + h * 0.06)]
        return turn(coat, x, y, self.pose.lean * self.side)

    def head(self) -> list[Outline]:
        x, y = self._go(self.neck, 180 - self.pose.lean, 0.085)
        neck = stroke([self.neck, (x, y)], self.h * 0.05)
        return [disc(x, y, self.h * 0.055, self.h * 0.066), *neck]

    def hair(self) -> list[Outline]:
        x, y = self._go(self.neck, 180 - self.pose.lean, 0.1)
        r = self.h * 0.062
        half = arc(x, y, r, r, 180, 360)
        cap = turn(half, x, y, -24 * self.side)
        back = disc(x - self.side * r * 0.35, y + r * 0.2, r * 0.72, r * 0.85)
        return [cap, back]
