import { RequireSession } from "@kaidan/web-kit/session/RequireSession";
import { ShortcutSheet } from "@kaidan/web-kit/ui/ShortcutSheet";
import { SkipLink } from "@kaidan/web-kit/ui/SkipLink";
import { useHotkeys } from "@mantine/hooks";
import { Outlet } from "@tanstack/react-router";
import { lazy, Suspense, useState } from "react";
import css from "./AdminLayout.module.css";
import { Rail } from "./Rail";
import { useConsoleKeys } from "./useConsoleKeys";
import { useFolding } from "./useFolding";

const Palette = lazy(() => import("./Palette"));

/** The console: a rail of 208 px, or 56 when folded, and the page in all the width that is left. */
export function AdminLayout() {
  return (
    <RequireSession>
      <Frame />
    </RequireSession>
  );
}

function Frame() {
  const { folded, fold } = useFolding();
  const [helping, setHelping] = useState(false);
  const [searches, setSearches] = useState(0);
  const search = () => setSearches((before) => before + 1);
  const help = () => setHelping(true);
  useHotkeys([["mod+K", search]], []);
  useConsoleKeys(help);
  return (
    <div className={css.frame} data-folded={folded || undefined}>
      <SkipLink />
      <Rail folded={folded} onFold={fold} onSearch={search} onHelp={help} />
      <main id="main" tabIndex={-1} className={css.page}>
        <Outlet />
      </main>
      <ShortcutSheet opened={helping} onClose={() => setHelping(false)} />
      {searches > 0 && (
        <Suspense>
          <Palette searches={searches} onHelp={help} />
        </Suspense>
      )}
    </div>
  );
}
