const systems: readonly [RegExp, string][] = [
  [/iPhone|iPad/, "iPhone / iPad"],
  [/Android/, "Android"],
  [/Mac OS X/, "Mac"],
  [/Windows/, "Windows"],
  [/Linux/, "Linux"],
];
const browsers: readonly [RegExp, string][] = [
  [/MicroMessenger/, "WeChat"],
  [/Edg\//, "Edge"],
  [/Firefox\//, "Firefox"],
  [/Chrome\//, "Chrome"],
  [/Safari\//, "Safari"],
];

/** A browser's own description in words a person recognises: "Chrome · Mac". Empty when it says nothing known. */
export function nameOfDevice(userAgent: string | null): { words: string; phone: boolean } {
  const known = (table: readonly [RegExp, string][]) => table.find(([pattern]) => pattern.test(userAgent ?? ""))?.[1];
  const words = [known(browsers), known(systems)].filter(Boolean).join(" · ");
  return { words, phone: /iPhone|Android/.test(userAgent ?? "") };
}
