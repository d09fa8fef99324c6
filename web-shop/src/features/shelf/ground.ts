/** The ground a drawing stands on, so that the trades tell apart at a glance. */
export type Ground = "mint" | "sand" | "sky" | "lilac";

const grounds: Readonly<Record<string, Ground>> = {
  renovation: "sand",
  plumbing: "sand",
  waterproof: "sand",
  cabinet: "sand",
  paint: "sand",
  repair: "sky",
  cleaning: "sky",
  aircon: "sky",
  wedding: "lilac",
  makeup: "lilac",
  camera: "lilac",
  flowers: "lilac",
  stage: "lilac",
  host: "lilac",
};

/** The ground of a drawing by its name; names we do not know yet stand on mint. */
export function groundOf(picture: string | null | undefined): Ground {
  return grounds[picture ?? ""] ?? "mint";
}
