import { toDataURL } from "qrcode";
import { use } from "react";

const pictures = new Map<string, Promise<string>>();

/** A code as a PNG image, which WeChat can recognise by a long press; dark on white whatever the colours of the page. */
export function QrPicture({ text, alt, size }: { text: string; alt: string; size: number }) {
  return <img src={use(pictureOf(text, size))} alt={alt} width={size} height={size} />;
}

function pictureOf(text: string, size: number): Promise<string> {
  const key = `${size} ${text}`;
  const made = pictures.get(key) ?? toDataURL(text, { width: size * 2, margin: 2, errorCorrectionLevel: "M" });
  pictures.set(key, made);
  return made;
}
