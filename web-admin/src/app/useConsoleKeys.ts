import { useMe } from "@kaidan/web-kit/session/useMe";
import { useShortcuts } from "@kaidan/web-kit/ui/useShortcuts";
import { useLingui as useI18n } from "@lingui/react";
import { useLingui } from "@lingui/react/macro";
import { useRouter } from "@tanstack/react-router";
import { placesFor } from "./places";

/** The keys of every page: G and a letter goes somewhere, ? lists them all. */
export function useConsoleKeys(onHelp: () => void): void {
  const { t } = useLingui();
  const { i18n } = useI18n();
  const { can } = useMe();
  const router = useRouter();
  const goings = placesFor(can).flatMap(({ key, label, to }) => {
    if (!key) return [];
    const name = i18n._(label);
    return [{ keys: `g ${key}`, label: t`前往${name}`, run: () => void router.navigate({ to }) }];
  });
  useShortcuts([{ keys: "?", label: t`查看全部快捷键`, run: onHelp }, ...goings], t`全部页面`);
}
