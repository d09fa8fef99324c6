import { useLingui } from "@lingui/react/macro";
import type { ReactNode } from "react";
import css from "./States.module.css";

/** Appears only after 150 ms, so a fast answer never flashes grey. */
function Skeleton({ children }: { children: ReactNode }) {
  const { t } = useLingui();
  return (
    <output className={css.skeleton} aria-busy="true" aria-label={t`正在载入`}>
      {children}
    </output>
  );
}

/** A page: title, two lines, blocks. The router shows it while a page or its query is on the way. */
export function PageSkeleton() {
  return (
    <Skeleton>
      <span className={css.bar} style={{ width: "40%", height: "1.6em" }} />
      <ListBlocks rows={4} />
    </Skeleton>
  );
}

/** Rows of a list or cards of an order page. */
export function ListSkeleton({ rows = 4 }: { rows?: number }) {
  return (
    <Skeleton>
      <ListBlocks rows={rows} />
    </Skeleton>
  );
}

/** A grid of product cards. */
export function GridSkeleton({ cards = 6 }: { cards?: number }) {
  return (
    <Skeleton>
      <span className={css.grid}>
        {Array.from({ length: cards }, (_, index) => (
          <span key={index} className={css.block} style={{ height: "13rem" }} />
        ))}
      </span>
    </Skeleton>
  );
}

function ListBlocks({ rows }: { rows: number }) {
  return Array.from({ length: rows }, (_, index) => <span key={index} className={css.block} />);
}
