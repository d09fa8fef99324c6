import { lazy, Suspense } from "react";
import { useMe } from "../session/useMe";
import css from "./Bell.module.css";

const Bell = lazy(async () => ({ default: (await import("./Bell")).Bell }));

/** Where the bell stands in a frame: its code and the live connection come only for somebody who is signed in. */
export function BellSlot() {
  const { me } = useMe();
  if (!me) return null;
  return (
    <span className={css.slot}>
      <Suspense>
        <Bell />
      </Suspense>
    </span>
  );
}
