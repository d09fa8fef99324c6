import { RequireSession } from "@kaidan/web-kit/session/RequireSession";
import { SkipLink } from "@kaidan/web-kit/ui/SkipLink";
import { Outlet } from "@tanstack/react-router";
import { useState } from "react";
import css from "./AdminLayout.module.css";
import { Rail } from "./Rail";

const storageKey = "kaidan.rail";

/** The console: a rail of 208 px, or 56 when folded, and the page in all the width that is left. */
export function AdminLayout() {
  const [folded, setFolded] = useState(foldedAtFirst);
  function fold(next: boolean): void {
    localStorage.setItem(storageKey, next ? "folded" : "open");
    setFolded(next);
  }
  return (
    <RequireSession>
      <div className={css.frame} data-folded={folded || undefined}>
        <SkipLink />
        <Rail folded={folded} onFold={fold} />
        <main id="main" tabIndex={-1} className={css.page}>
          <Outlet />
        </main>
      </div>
    </RequireSession>
  );
}

/** As this person left it; on a narrow screen the rail would push the page out of sight. */
function foldedAtFirst(): boolean {
  return window.innerWidth < 820 || localStorage.getItem(storageKey) === "folded";
}
