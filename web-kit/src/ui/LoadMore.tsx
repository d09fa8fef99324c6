import { Trans } from "@lingui/react/macro";
import { Button } from "@mantine/core";
import { useEffect, useEffectEvent, useRef } from "react";
import css from "./LoadMore.module.css";

type LoadMoreProps = { hasMore: boolean; busy?: boolean; onMore: () => void };

/** The end of a growing list: loads the next page when it comes into sight, or by its button. */
export function LoadMore({ hasMore, busy = false, onMore }: LoadMoreProps) {
  const end = useRef<HTMLDivElement>(null);
  const more = useEffectEvent(() => {
    if (!busy) onMore();
  });

  useEffect(() => {
    if (!hasMore || !end.current || !("IntersectionObserver" in window)) return;
    const observer = new IntersectionObserver(([entry]) => entry?.isIntersecting && more(), { rootMargin: "400px" });
    observer.observe(end.current);
    return () => observer.disconnect();
  }, [hasMore]);

  if (!hasMore) return null;
  return (
    <div ref={end} className={css.more}>
      <Button variant="default" loading={busy} onClick={onMore}>
        <Trans>加载更多</Trans>
      </Button>
    </div>
  );
}
