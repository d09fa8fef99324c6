import { Age } from "@kaidan/web-kit/ui/Age";
import { useLingui as useI18n } from "@lingui/react";
import { Trans, useLingui } from "@lingui/react/macro";
import { Link } from "@tanstack/react-router";
import { ArrowRight, CircleCheck } from "lucide-react";
import { useId } from "react";
import type { Queue } from "../../features/queues/queue-list";
import css from "./Dashboard.module.css";
import type { Waiting } from "./useOldest";

type QueueCardProps = { queue: Queue; count: number; oldest: readonly Waiting[] };

/** One queue: how many wait, which of them longest, and the way to work them off. */
export function QueueCard({ queue: { label, done, to, search, icon: Icon }, count, oldest }: QueueCardProps) {
  const { i18n } = useI18n();
  const { t } = useLingui();
  const id = useId();
  const name = i18n._(label);
  return (
    <section className={`card ${css.queue}`} aria-labelledby={id} data-empty={count === 0 || undefined}>
      <header className={css.head}>
        <Icon size={18} strokeWidth={1.5} aria-hidden />
        <h2 id={id}>{name}</h2>
        <Link to={to} search={search} className={css.count} aria-label={t`${name}：${count} 项`}>
          {count}
        </Link>
      </header>
      {count === 0 ? (
        <p className={css.done}>
          <CircleCheck size={16} strokeWidth={1.5} aria-hidden />
          {i18n._(done)}
        </p>
      ) : (
        <>
          <ul className={`list ${css.oldest}`}>
            {oldest.map((waiting) => (
              <li key={waiting.id}>
                <Link to={waiting.to ?? to} search={waiting.search} className={css.waiting}>
                  <span className={css.words}>{waiting.words}</span>
                  {waiting.since && (
                    <span className="muted small">
                      <Age since={waiting.since} />
                    </span>
                  )}
                </Link>
              </li>
            ))}
          </ul>
          <Link to={to} search={search} className={css.all}>
            <Trans>去处理</Trans>
            <ArrowRight size={16} strokeWidth={1.5} aria-hidden />
          </Link>
        </>
      )}
    </section>
  );
}
