/** A small valid PNG with a colour of its own, as a camera would give it to the file input. */
export function aPhoto(name: string): { name: string; mimeType: string; buffer: Buffer } {
  return { name, mimeType: "image/png", buffer: Buffer.from(ONE_GREEN_PIXEL, "base64") };
}

const ONE_GREEN_PIXEL =
  "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkaPhfDwAFggKB6mp4WQAAAABJRU5ErkJggg==";
