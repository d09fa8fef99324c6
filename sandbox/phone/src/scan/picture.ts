const longestSidePx = 1600;
const sentSidePx = 640;

/** The text of the QR code in a picture, or null: no code in it, or not a picture at all. */
export async function codeInPicture(picture: Blob): Promise<string | null> {
  const drawn = await draw(picture, longestSidePx);
  if (!drawn) return null;
  const { data, width, height } = drawn.context.getImageData(0, 0, drawn.canvas.width, drawn.canvas.height);
  const { default: jsQR } = await import("jsqr");
  return jsQR(data, width, height)?.data.trim() || null;
}

/** A picture as a small JPEG in a data: address, as a chat sends it; null when it can't be read. */
export async function smallPicture(picture: Blob): Promise<string | null> {
  const drawn = await draw(picture, sentSidePx);
  return drawn?.canvas.toDataURL("image/jpeg", 0.8) ?? null;
}

async function draw(picture: Blob, longest: number) {
  const bitmap = await createImageBitmap(picture).catch(() => null);
  if (!bitmap) return null;
  const scale = Math.min(1, longest / Math.max(bitmap.width, bitmap.height));
  const canvas = document.createElement("canvas");
  canvas.width = Math.max(1, Math.round(bitmap.width * scale));
  canvas.height = Math.max(1, Math.round(bitmap.height * scale));
  const context = canvas.getContext("2d", { willReadFrequently: true });
  if (!context) return null;
  context.fillStyle = "#fff";
  context.fillRect(0, 0, canvas.width, canvas.height);
  context.drawImage(bitmap, 0, 0, canvas.width, canvas.height);
  bitmap.close();
  return { canvas, context };
}
