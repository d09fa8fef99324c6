import { useMediaQuery } from "@mantine/hooks";
import { useRouterState } from "@tanstack/react-router";
import { useState } from "react";

const storageKey = "kaidan.rail";
const phone = "(max-width: 820px)";

/**
 * Whether the rail is folded: on a desk as this browser remembers it; on a phone it opens over the page by a press and
 * folds again with the next page.
 */
export function useFolding(): { folded: boolean; fold: (folded: boolean) => void } {
  const narrow = useMediaQuery(phone, matchMedia(phone).matches, { getInitialValueInEffect: false });
  const path = useRouterState({ select: (state) => state.location.pathname });
  const [deskFolded, setDeskFolded] = useState(() => localStorage.getItem(storageKey) === "folded");
  const [openedAt, setOpenedAt] = useState<string>();
  if (narrow) {
    return { folded: openedAt !== path, fold: (folded) => setOpenedAt(folded ? undefined : path) };
  }
  return {
    folded: deskFolded,
    fold(folded) {
      localStorage.setItem(storageKey, folded ? "folded" : "open");
      setDeskFolded(folded);
    },
  };
}
