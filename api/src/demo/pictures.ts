import sharp from "sharp";

/**
 * Photos for the demo, drawn here: flat scenes without lettering, so they look the same on every machine. `variant`
 * shifts light and composition, so that two photos of one job differ as two photos would.
 */
export type Scene =
  | "licence"
  | "seals"
  | "slip"
  | "wall"
  | "pipes"
  | "tiles"
  | "aircon"
  | "room"
  | "stage"
  | "flowers"
  | "camera"
  | "desk"
  | "contract";

const WIDTH = 1_200;
const HEIGHT = 900;

/** A PNG of the scene. */
export function picture(scene: Scene, variant = 0): Promise<Buffer> {
  const light = 92 - (variant % 4) * 6;
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH}" height="${HEIGHT}" viewBox="0 0 1200 900">
    <defs><linearGradient id="sky" x1="0" y1="0" x2="1" y2="1"><stop offset="0" stop-color="hsl(${hues[scene]} 28% ${light}%)"/><stop offset="1" stop-color="hsl(${hues[scene]} 24% ${light - 14}%)"/></linearGradient></defs>
    <rect width="1200" height="900" fill="url(#sky)"/>
    <g transform="translate(${(variant % 3) * 24 - 24} ${(variant % 2) * 18}) rotate(${(variant % 3) - 1} 600 450)">${scenes[scene](variant)}</g>
  </svg>`;
  return sharp(Buffer.from(svg)).png().toBuffer();
}

const hues: Readonly<Record<Scene, number>> = {
  licence: 38,
  seals: 14,
  slip: 205,
  wall: 165,
  pipes: 210,
  tiles: 195,
  aircon: 190,
  room: 45,
  stage: 320,
  flowers: 340,
  camera: 230,
  desk: 30,
  contract: 32,
};

const rect = (x: number, y: number, w: number, h: number, fill: string, r = 0): string =>
  `<rect x="${x}" y="${y}" width="${w}" height="${h}" rx="${r}" fill="${fill}"/>`;
const circle = (x: number, y: number, r: number, fill: string): string =>
  `<circle cx="${x}" cy="${y}" r="${r}" fill="${fill}"/>`;
const lines = (x: number, y: number, widths: readonly number[], fill: string): string =>
  widths.map((width, index) => rect(x, y + index * 48, width, 16, fill, 8)).join("");
const repeat = (count: number, draw: (index: number) => string): string =>
  Array.from({ length: count }, (_, i) => draw(i)).join("");

const scenes: Readonly<Record<Scene, (variant: number) => string>> = {
  licence: () =>
    rect(300, 150, 600, 620, "#fffdf6", 10) +
    rect(330, 180, 540, 560, "none") +
    rect(300, 150, 600, 26, "#c8973f") +
    circle(600, 280, 52, "#b3261e") +
    lines(400, 380, [400, 360, 400, 300, 380], "#8b8371") +
    circle(770, 660, 70, "#b3261e55"),
  seals: (variant) =>
    repeat(
      4,
      (i) =>
        rect(300 + i * 170, 380 - (i === variant % 4 ? 40 : 0), 90, 240, "#6b2d1f", 14) +
        rect(290 + i * 170, 600 - (i === variant % 4 ? 40 : 0), 110, 46, "#a33b24", 8),
    ) + rect(220, 660, 760, 60, "#d8b48a", 8),
  slip: (variant) =>
    rect(380, 110, 440, 680, "#ffffff", 24) +
    circle(600, 230, 56, "#1f7a52") +
    `<path d="M574 232 l18 20 l36 -42" stroke="#fff" stroke-width="14" fill="none" stroke-linecap="round"/>` +
    rect(470, 330, 260, 44, "#17211d", 10) +
    lines(440, 430, [320, 280, 300, 240 + (variant % 3) * 30, 320], "#c3cfd8"),
  wall: (variant) =>
    rect(120, 120, 960, 560, "#e9efe9", 6) +
    rect(120, 120, 320 + (variant % 3) * 260, 560, "#cfe0d4", 6) +
    rect(700, 300, 46, 330, "#8a6b47", 8) +
    rect(620, 250, 206, 74, "#f2f4f2", 14) +
    rect(-100, 680, 1400, 320, "#b69b7a"),
  pipes: (variant) =>
    rect(120, 120, 960, 640, "#d7dbe0", 6) +
    repeat(4, (i) => rect(220 + i * 200, 120, 34, 640 - i * 60, i % 2 ? "#2f7fd1" : "#d1572f", 10)) +
    repeat(3, (i) => rect(220, 260 + i * 170, 640, 28, variant % 2 ? "#2f7fd1" : "#8b97a5", 10)) +
    repeat(4, (i) => circle(237 + i * 200, 274 + (i % 3) * 170, 30, "#f4b740")),
  tiles: (variant) =>
    repeat(8, (i) =>
      repeat(6, (j) =>
        rect(126 + i * 122, 100 + j * 122, 112, 112, (i * 5 + j * 3 + variant) % 7 === 0 ? "#8cc3d6" : "#dfeef3", 4),
      ),
    ),
  aircon: (variant) =>
    rect(220, 240, 760, 230, "#ffffff", 26) +
    rect(260, 400, 680, 34, variant % 2 ? "#dfe9ee" : "#9aa3a8", 12) +
    repeat(
      3,
      (i) =>
        `<path d="M${380 + i * 200} 520 q-40 70 0 130 q40 60 0 120" stroke="#7cc4de" stroke-width="16" fill="none" stroke-linecap="round"/>`,
    ) +
    circle(920, 290, 12, "#3aa76d"),
  room: (variant) =>
    rect(140, 110, 460, 430, "#cfe8f5", 8) +
    rect(362, 110, 16, 430, "#fff") +
    rect(-100, 660, 1400, 340, "#c9a77d") +
    rect(680, 430, 380, 230, "#7d93a8", 24) +
    rect(660, 540, 420, 130, "#67809a", 24) +
    circle(940, 200, 60 + (variant % 3) * 8, "#ffd98a"),
  stage: (variant) =>
    rect(160, 620, 880, 130, "#6d3b63", 10) +
    repeat(7, (i) => rect(200 + i * 120, 150, 76, 470, i % 2 ? "#f3d7e6" : "#fbeef5", 20)) +
    circle(600, 380, 130, variant % 2 ? "#e8a6c4" : "#f0c1d6") +
    repeat(6, (i) => circle(250 + i * 140, 620, 34, "#f7b5c9")),
  flowers: (variant) =>
    rect(520, 560, 160, 200, "#f6efe6", 20) +
    repeat(9, (i) =>
      circle(
        420 + (i % 5) * 90,
        280 + Math.floor(i / 5) * 120 + ((i + variant) % 2) * 46,
        62,
        ["#e85d8a", "#f6a5bd", "#fff3f6"][(i + variant) % 3] ?? "#fff",
      ),
    ) +
    repeat(5, (i) => rect(470 + i * 64, 480, 12, 110, "#4c8a5b", 6)),
  camera: (variant) =>
    rect(300, 320, 600, 380, "#2c3440", 40) +
    rect(420, 260, 200, 80, "#2c3440", 20) +
    circle(600, 510, 150, "#11161d") +
    circle(600, 510, 100, "#3f6fb5") +
    circle(560, 470, 30 + (variant % 3) * 6, "#bcd7ff") +
    circle(820, 390, 22, "#e5484d"),
  desk: (variant) =>
    rect(-100, 640, 1400, 360, "#a8835b") +
    rect(220, 300, 380, 360, "#ffffff", 10) +
    lines(270, 360, [280, 240, 280, 200], "#c3cfd8") +
    rect(660, 380, 340, 250, "#38424d", 14) +
    rect(680, 400, 300, 200, variant % 2 ? "#9fd0bf" : "#bcd7ff", 8) +
    circle(1060, 660, 54, "#f2f4f2"),
  contract: (page) =>
    rect(330, 60, 540, 780, "#fffefb", 6) +
    (page % 2 === 0 ? rect(480, 110, 240, 22, "#3c4654", 8) : "") +
    lines(390, 170, [420, 380, 410, 360, 420, 300], "#c8cdd4") +
    repeat(4, (i) => rect(390, 480 + i * 36, 420, 2, "#9aa5b1")) +
    repeat(2, (i) => rect(390 + i * 220, 650, 200, 130, "#f7f8fa", 4)) +
    '<path d="M410 730 q22 -52 40 -6 q14 34 34 -18 q20 -40 38 8 q10 22 40 -14" stroke="#26415e" stroke-width="5" fill="none" stroke-linecap="round"/>' +
    '<circle cx="710" cy="715" r="52" fill="none" stroke="#d0402f" stroke-width="6" opacity="0.8"/>' +
    '<path d="M710 690 l7 18 19 1 -15 12 5 19 -16 -11 -16 11 5 -19 -15 -12 19 -1z" fill="#d0402f" opacity="0.8"/>',
};
