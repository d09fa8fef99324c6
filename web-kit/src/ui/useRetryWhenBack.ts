import { useEffect, useEffectEvent } from "react";

const askEveryMs = 5_000;

/**
 * Calls `retry` once the server answers again: asked when the device is back online, when the page is looked at again,
 * and every five seconds while it is. Off unless `waiting`.
 */
export function useRetryWhenBack(retry: () => void, waiting: boolean): void {
  const isBack = useEffectEvent(retry);
  useEffect(() => {
    if (!waiting) return;
    let gone = false;
    const ask = async () => {
      if (document.visibilityState === "visible" && (await serverAnswers()) && !gone) isBack();
    };
    const asking = () => void ask();
    const timer = setInterval(asking, askEveryMs);
    window.addEventListener("online", asking);
    document.addEventListener("visibilitychange", asking);
    return () => {
      gone = true;
      clearInterval(timer);
      window.removeEventListener("online", asking);
      document.removeEventListener("visibilitychange", asking);
    };
  }, [waiting]);
}

/** Any answer of the API will do; a gateway's that there is none will not. */
async function serverAnswers(): Promise<boolean> {
  try {
    return (await fetch("/graphql", { method: "HEAD", cache: "no-store" })).status < 500;
  } catch {
    return false;
  }
}
