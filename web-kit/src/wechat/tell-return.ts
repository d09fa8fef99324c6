import { i18n } from "@lingui/core";
import { oneOfParam } from "../app/search-params";
import { toast } from "../ui/Toasts";
import { returnNotes, returnWords } from "./return-words";

/** Tells whoever came from WeChat why they are not signed in, on whatever page they arrived at. */
export function tellReturn(note: string): void {
  const known = oneOfParam(returnNotes, note);
  if (known) toast.info(i18n._(returnWords[known]));
}
