import { Money } from "@kaidan/web-kit/ui/Money";
import type { ReactNode } from "react";
import css from "./PayFrom.module.css";

/** One line of a sum: what it is, and how much; the total stands out. */
export function SumLine({ label, fen, total = false }: { label: ReactNode; fen: string; total?: boolean }) {
  return (
    <div className={total ? css.total : undefined}>
      <dt>{label}</dt>
      <dd>
        <Money fen={fen} />
      </dd>
    </div>
  );
}
