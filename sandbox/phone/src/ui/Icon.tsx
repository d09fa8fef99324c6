import type { LucideIcon } from "lucide-react";

/** A line icon beside or instead of words; always hidden from readers, so the control around it carries the label. */
export function Icon({ of: Glyph, size = 20 }: { of: LucideIcon; size?: number }) {
  return <Glyph aria-hidden size={size} strokeWidth={1.6} />;
}
